import { expect, test } from 'vitest';
import { accountWords } from '../../src/account/account-words.ts';
import { sumShares, wordShares, type WordShares } from '../../src/account/word-shares.ts';
import { readText } from '../posts/read-text.ts';

const source = `---
title: Two words
lang: en
---

Five words are content [here](https://example.org).

<!-- A comment among authors -->

<p hidden>Unseen words</p>
`;

function sharesOf(blocks: number): WordShares | undefined {
  const { value, messages } = readText(source);
  const kept = value && { ...value, body: value.body.slice(0, blocks) };
  return accountWords({ value: kept, messages }, { hasPlugins: false }).words;
}

test('each word of a source ends in one way, and the shares tell in which', () => {
  expect(sharesOf(9)).toEqual({
    content: { words: 5, share: 0.2273 },
    metadata: { words: 5, share: 0.2273 },
    markup: { words: 6, share: 0.2727 },
    comment: { words: 4, share: 0.1818 },
    message: { words: 2, share: 0.0909 },
    nowhere: { words: 0, share: 0 },
  });
});

test('words that are lost have a share of their own', () => {
  const [all, lost] = [sharesOf(9), sharesOf(0)];
  // The words of the paragraph, and those of the address that is in the model no more.
  expect(lost?.nowhere).toEqual({ words: 7, share: 0.3182 });
  const sum = (shares: WordShares | undefined): number =>
    Object.values(shares ?? {}).reduce((words, ending) => words + ending.words, 0);
  expect(sum(lost)).toBe(sum(all));
});

test('a post that cannot be read has none', () => {
  expect(accountWords(readText(''), { hasPlugins: false })).not.toHaveProperty('words');
});

const none = { content: 0, metadata: 0, markup: 0, comment: 0, message: 0, nowhere: 0 };

test('shares are of all words, with four decimals, and 0 of none', () => {
  const thirds = wordShares({ ...none, content: 2, markup: 1 });
  expect([thirds.content, thirds.markup, thirds.message]).toEqual([
    { words: 2, share: 0.6667 },
    { words: 1, share: 0.3333 },
    { words: 0, share: 0 },
  ]);
  expect(wordShares(none).content).toEqual({ words: 0, share: 0 });
});

test('of several sources the words are added up, not the shares', () => {
  const long = wordShares({ ...none, content: 97, message: 1 });
  const short = wordShares({ ...none, message: 2 });
  expect(sumShares([long, short]).message).toEqual({ words: 3, share: 0.03 });
  expect(sumShares([]).message).toEqual({ words: 0, share: 0 });
});
