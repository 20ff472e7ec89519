import { describe, expect, test } from 'vitest';
import { wordFinder } from '../../src/posts/html/find-words.ts';
import { growth, mostGrowth } from '../growth.ts';
import { isLong } from '../how-long.ts';

const found = (phrases: readonly string[], text: string): readonly string[] =>
  wordFinder(new Map(phrases.map((phrase) => [phrase, phrase])))(text).map(
    ({ start, end, value }) => `${start}-${end} ${value}`,
  );

describe('words of a table', () => {
  test.each<readonly [readonly string[], string, readonly string[]]>([
    [['AB'], 'AB ABC CAB AB1 _AB AB-AB (AB)', ['0-2 AB', '19-21 AB', '22-24 AB', '26-28 AB']],
    [['A', 'A B', 'A B C'], 'A A B A B D A B C', ['0-1 A', '2-5 A B', '6-9 A B', '12-17 A B C']],
    [['A B'], 'A \n  B', ['0-6 A B']],
    [['A  B'], 'A B', ['0-3 A  B']],
    [['C++', '.NET'], 'C++, C+++ and .NET, ASP.NET', ['0-3 C++', '5-8 C++', '14-18 .NET']],
    [['é'], 'é é\u0301 è', ['0-1 é']],
    [['A'], '𝐀A A𝐀 A', ['8-9 A']],
    [['A'], '', []],
  ])('%j are found in %j', (phrases, text, expected) => {
    expect(found(phrases, text)).toEqual(expected);
  });
});

test.runIf(isLong).each<readonly [string, (count: number) => void]>([
  [
    'many words in a long text',
    // Half as many, and again: a table that a processor's cache cannot hold is slower for each word in it.
    (count) => {
      const words = Array.from({ length: count / 2 }, (_, index) => `A${index}`);
      const text = Array.from({ length: 5 * count }, (_, index) => `A${(index * 7919) % count}`).join(' ');
      for (let time = 0; time < 5; time += 1) found(words, text);
    },
  ],
  [
    'a phrase that is nearly there',
    // Again and again on a short text, for the same reason.
    (count) => {
      for (let time = 0; time < 10; time += 1) found([`${'a '.repeat(39)}b`], 'a '.repeat(count / 2));
    },
  ],
])('time grows with %s', async (_, run) => {
  expect(await growth(run, 4000)).toBeLessThan(mostGrowth);
});
