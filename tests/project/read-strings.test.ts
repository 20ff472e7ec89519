import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readStrings } from '../../src/project/read-strings.ts';
import { stringKeys } from '../../src/document/strings.ts';
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
});

test('every word of the catalogue has an English form', async () => {
  const { words, months } = (await readStrings(undefined))('en');
  expect([Object.keys(words).toSorted(), months.length]).toEqual([[...stringKeys].toSorted(), 12]);
});

test('a file that lacks a word is refused', async () => {
  const folder = await temporaryFolder({ 'strings/fr.yaml': french.replace(/^ {2}pageOf.*\n/mu, '') });
  await expect(readStrings(folder)).rejects.toThrow(
    `${join(folder, 'strings/fr.yaml')} is not a file of strings`,
  );
});

test('a file whose words hold a character that no file can show is refused', async () => {
  const folder = await temporaryFolder({
    'strings/fr.yaml': french.replace("'fr pageOf'", '"fr\\uFFFE pageOf"'),
  });
  await expect(readStrings(folder)).rejects.toThrow(
    `${join(folder, 'strings/fr.yaml')}: words.pageOf holds a character that no file can show: Noncharacter U+FFFE`,
  );
});
