import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readStrings } from '../../src/project/read-strings.ts';
import { stringKeys } from '../../src/document/strings.ts';
import { UsageError } from '../../src/diagnostics/errors.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';

const french = [
  'lang: fr',
  'months: [janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre]',
  'words:',
  ...stringKeys.map((key) => `  ${key}: 'fr ${key}'`),
].join('\n');

test('the language, else its primary language, else English', async () => {
  const folder = await temporaryFolder({ 'strings/fr.yaml': french });
  const strings = await readStrings(folder);
  expect(['fr', 'FR-ca', 'en-US', 'tlh', undefined].map((lang) => strings(lang).lang)).toEqual([
    'fr',
    'fr',
    'en',
    'en',
    'en',
  ]);
  expect(strings('fr').words.pageOf).toBe('fr pageOf');
  const without = await readStrings(folder, folder, ['strings/fr.yaml']);
  expect(without('fr').lang).toBe('en');
});

test('every word of the catalogue has an English form', async () => {
  const { words, months } = (await readStrings(undefined))('en');
  expect([Object.keys(words).toSorted(), months.length]).toEqual([[...stringKeys].toSorted(), 12]);
});

test('a file that lacks a word is refused', async () => {
  const folder = await temporaryFolder({ 'strings/fr.yaml': french.replace(/^ {2}pageOf.*\n/mu, '') });
  await expect(readStrings(folder)).rejects.toThrow(
    new UsageError(`${join(folder, 'strings/fr.yaml')}:3:1: \`words.pageOf\` is missing: add it`),
  );
});

test('a file of words is named as the user sees it, with the place', async () => {
  const folder = await temporaryFolder({ 't/strings/fr.yaml': french.replace('words:', 'wrods:\nwords:') });
  await expect(readStrings(join(folder, 't'), folder)).rejects.toThrow(
    new UsageError('t/strings/fr.yaml:3:1: unknown key `wrods`; did you mean `words`?'),
  );
});

test('a file whose words hold a character that no file can show is refused', async () => {
  const folder = await temporaryFolder({
    'strings/fr.yaml': french.replace("'fr pageOf'", '"fr\\uFFFE pageOf"'),
  });
  await expect(readStrings(folder, folder)).rejects.toThrow(
    new UsageError(
      'strings/fr.yaml:19:3: `words.pageOf` holds a character that no file can show: Noncharacter U+FFFE; take it out',
    ),
  );
});

test.each([
  [
    "pageOf: 'Page {pag} sur {pages}'",
    'nothing fills `{pag}` in `words.pageOf`; its places are {page}, {pages}',
  ],
  ["contents: 'Table {page}'", 'nothing fills `{page}` in `words.contents`; it has no places'],
  ["page: 'Page {constructor}'", 'nothing fills `{constructor}` in `words.page`; its places are {page}'],
])('a phrase with a place that nothing fills is refused: %s', async (phrase, reason) => {
  const [key = ''] = phrase.split(':');
  const words = french.replace(`${key}: 'fr ${key}'`, phrase);
  const folder = await temporaryFolder({ 'strings/fr.yaml': words });
  const line = words.split('\n').indexOf(`  ${phrase}`) + 1;
  await expect(readStrings(folder, folder)).rejects.toThrow(
    new UsageError(`strings/fr.yaml:${line}:3: ${reason}`),
  );
});

test('a phrase may leave out a place', async () => {
  const words = french.replace("'fr pageOf'", "'Page {page}'");
  const strings = await readStrings(await temporaryFolder({ 'strings/fr.yaml': words }));
  expect(strings('fr').words.pageOf).toBe('Page {page}');
});

test('a file in another language than its name says is refused, letter case aside', async () => {
  const named = async (name: string): ReturnType<typeof readStrings> => {
    const folder = await temporaryFolder({
      [`strings/${name}.yaml`]: french.replace('lang: fr', 'lang: fr-CA'),
    });
    return readStrings(folder, folder);
  };
  expect((await named('fr-ca'))('fr-CA').words.page).toBe('fr page');
  await expect(named('nl')).rejects.toThrow(
    new UsageError(
      'strings/nl.yaml:1:1: `lang` is fr-CA, but the file is called nl.yaml; name it after its language',
    ),
  );
});
