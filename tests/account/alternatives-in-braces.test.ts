import { expect, test } from 'vitest';
import { accountWords } from '../../src/account/account-words.ts';
import { printMessages, readText } from '../posts/read-text.ts';

const unaccounted = (body: string): readonly string[] =>
  printMessages(
    accountWords(readText(`---\ntitle: T\nlang: en\n---\n${body}\n`), { hasPlugins: false }).messages,
  ).filter((line) => line.includes('words-unaccounted'));

test('the alternative of a picture may stand in braces behind it', () => {
  expect(unaccounted("![](a.png){alt='A tree of folders'}")).toEqual([]);
  expect(unaccounted('![](a.png){alt="A tree of sub-folders"}')).toEqual([]);
});

test('what braces hold besides is still told', () => {
  expect(unaccounted("![Own](a.png){alt='A tree of folders'}")).not.toEqual([]);
});
