import { expect, test } from 'vitest';
import { findKinds } from '../../../src/posts/leftovers/find-kinds.ts';
import {
  besideEmphasis,
  citationKinds,
  citationOfBibliography,
  inStrings,
  leftoverKinds,
} from '../../../src/posts/leftovers/signs.ts';
import { growth, growthOfSquare, mostGrowth } from '../../growth.ts';
import { isLong } from '../../how-long.ts';

const kinds = [...citationKinds, ...leftoverKinds, besideEmphasis, citationOfBibliography, inStrings];

const found = (value: string): readonly number[] =>
  findKinds(kinds, { value, words: value, placeOf: () => undefined }).map(({ count }) => count);

// What each kind begins with, and all that is left of it where nothing ends it.
test.runIf(isLong).each([
  ['{{ a ', '{% a ', '{# a ', '<%= a ', '{::a '],
  ['[a b="', '[/a ', '[a](/', '![a](', '[TOC] ', '[@aa '],
  [':::a\n', '```a\n', '[!A]\n', '!!! a\n', '=== "a\n', ': a\n', '+++\n', '## a\n', '|--\n', '+---\n'],
  ['*[A', '^[a ', '[[a ', '<!-- ', '<a b="', '</a '],
  ['{.a ', '{a=b ', '{a}\uFFFC', ':a:\uFFFC', ':a: ', 'link:a/[', '\uFFFC{=a '],
  ['$$a\\', '$$\n', '\\frac{', '\\newpage\n'],
  ['**a ', '** a', '__a ', '~~a ', '==a ', '++a ', '^^a ', 'a^b', 'a~b', 'a** '],
  ['@fig-a ', '[a @b ', '@a1 ', '<br ', '<b '],
])('time grows with %s and their like', async (...signs) => {
  const work = (size: number): unknown => signs.map((sign) => found(sign.repeat(size)));
  expect(found(signs.map((sign) => `\n${sign}\n`).join('')).length).toBeGreaterThan(0);
  expect(await growth(work, 4000)).toBeLessThan(mostGrowth);
});

test.runIf(isLong)('a square is seen where each sign is looked for to the end of the text', async () => {
  const pattern = /\{\{[^}]*\}\}/gu;
  const work = (size: number): unknown =>
    findKinds([{ what: '', cure: '', pattern }], {
      value: '{{'.repeat(size),
      words: '',
      placeOf: () => undefined,
    });
  expect(await growthOfSquare(work, 800)).toBeGreaterThan(mostGrowth);
});
