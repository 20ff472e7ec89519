import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { messageRules } from '../../src/catalogue/message-rules.ts';
import { lintDocument } from '../../src/lint/lint-document.ts';
import { printMessages, readText } from '../posts/read-text.ts';

// Each rule of lint has a folder: what `bad.md` makes it say is `bad.txt`, and to `good.md` it has nothing to say.
const folder = new URL('rules/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const folders = readdirSync(folder);

// What these are about is seen while the source is read; the others are found in the document.
const seenInReading = [
  'date-ambiguous',
  'date-invalid',
  'heading-empty',
  'heading-multiple-h1',
  'heading-skip',
  'lang-invalid',
  'space-run',
  'table-ragged',
  'title-duplicate',
  'updated-before-released',
];

test('every rule that lint reports has a folder', () => {
  const sources = new URL('../../src/lint/', import.meta.url);
  const reported = readdirSync(sources)
    .filter((name) => name.startsWith('check-'))
    .flatMap((name) => [
      ...readFileSync(new URL(name, sources), 'utf8').matchAll(/reportRule\(\s*'([a-z-]+)'/gu),
    ])
    .map(([, id]) => id ?? '');
  expect([...new Set([...reported, ...seenInReading])].toSorted()).toEqual(folders.toSorted());
  expect(folders.filter((id) => !Object.hasOwn(messageRules, id))).toEqual([]);
});

test.each(folders)('%s', async (id) => {
  const messages = (name: string): readonly string[] => {
    const { value, messages: told } = readText(read(`${id}/${name}`));
    return printMessages([...told, ...(value ? lintDocument(value) : [])]);
  };
  const said = messages('bad.md');
  expect(said.some((line) => line.split(' ')[2] === id)).toBe(true);
  await expect(`${said.join('\n')}\n`).toMatchFileSnapshot(`rules/${id}/bad.txt`);
  expect(messages('good.md').filter((line) => line.split(' ')[2] === id)).toEqual([]);
});
