import { expect, test } from 'vitest';
import { findFrontMatter } from '../../src/posts/front-matter/find-front-matter.ts';
import { fenceEnds } from '../../src/posts/generators/fence-ends.ts';
import { readAttributes, readCall } from '../../src/posts/generators/read-call.ts';
import { spanEnds } from '../../src/posts/generators/span-ends.ts';
import { readRole } from '../../src/posts/generators/roles.ts';
import { readTokens } from '../../src/posts/html/read-tokens.ts';
import { growth, growthOfSquare, mostGrowth } from '../growth.ts';
import { isLong } from '../how-long.ts';

test('the tokens of raw HTML, and where one begins that never ends', () => {
  const html = '<a title="<?x>">b</a> < </ c><!d><!-- <e> --><f g="';
  const { tokens, open } = readTokens(html);
  expect(tokens.map(({ type, start, end }) => [type, html.slice(start, end)])).toEqual([
    ['tag', '<a title="<?x>">'],
    ['tag', '</a>'],
    ['sign', '<'],
    ['declaration', '</ c>'],
    ['declaration', '<!d>'],
    ['comment', '<!-- <e> -->'],
  ]);
  expect(open).toBe(html.indexOf('<f'));
});

test('a fence ends at the next one of its sign that is as long or longer', () => {
  const source = '```\n~~~~\n> ````\n:::: a\n`````\n';
  const endOf = fenceEnds(source);
  const written = (fence: string, from: number): string => {
    const { start, end } = endOf(fence, from);
    return source.slice(start, end);
  };
  expect([written('```', 0), written('```', 1), written('`````', 0)]).toEqual(['```', '````', '`````']);
  expect([written('~~~', 0), written(':::', 0), written('``````', 0)]).toEqual(['~~~~', '', '']);
});

test('a code span ends at the next run of as many backticks in its paragraph', () => {
  const endOf = spanEnds('`` a ` b ``` c `` d\n \n`` e');
  expect([endOf(2, 2), endOf(1, 6), endOf(3, 5), endOf(2, 17), endOf(2, 19)]).toEqual([
    15,
    undefined,
    9,
    undefined,
    undefined,
  ]);
  expect(endOf(2, 21)).toBe(22);
});

const scans: readonly (readonly [name: string, scan: (size: number) => unknown])[] = [
  ['comments in a value', (size) => readTokens(`<a title="${'<!--<?'.repeat(size)}">`)],
  ['quotes that nothing closes', (size) => readTokens(`${'<a b=">">'.repeat(size)}<a b="`)],
  ['quotes of a call', (size) => readCall(`n ${'"a '.repeat(size)}`)],
  ['blanks of a call', (size) => readCall(`n a${' '.repeat(size)}"`)],
  ['signs of attributes', (size) => readAttributes(`: ${'.a#b '.repeat(size)}`, () => false)],
  ['brackets of a role', (size) => readRole('abbr', `${'( '.repeat(size)}a`)],
  ['blanks of a role', (size) => readRole('ref', `a${' '.repeat(50 * size)}b`)],
  ['dots in front matter', (size) => findFrontMatter(`---\n${'...\n'.repeat(size)}`)],
  ['strings of front matter', (size) => findFrontMatter(`{\n"${'\\"'.repeat(size)}`)],
  [
    'fences of many lengths',
    (size) => {
      const lengths = Array.from({ length: Math.round(Math.sqrt(size)) }, (_, index) => index + 3);
      const endOf = fenceEnds(lengths.map((length) => '`'.repeat(length)).join('\n'));
      return lengths.map((length) => endOf('`'.repeat(length), 0));
    },
  ],
];

test.runIf(isLong).each(scans)('time grows with %s', async (_name, scan) => {
  expect(await growth(scan, 100_000)).toBeLessThan(mostGrowth);
});

const ticksOf = (lengths: number): string =>
  Array.from({ length: lengths }, (_, index) => '`'.repeat(index + 1)).join(' ');

// A text of runs of all lengths is as long as their square: what grows with it comes to four.
test.runIf(isLong)('time grows with runs of backticks of many lengths', async () => {
  const work = (lengths: number): unknown => {
    const source = ticksOf(lengths);
    const endOf = spanEnds(source);
    return [...source.matchAll(/`+/gu)].map(({ 0: { length }, index }) => endOf(length, index + length));
  };
  const looked = (lengths: number): unknown => {
    const source = ticksOf(lengths);
    return [...source.matchAll(/`+/gu)].map(({ 0: { length }, index }) =>
      [...source.slice(index + length).matchAll(/`+/gu)].find((run) => run[0].length === length),
    );
  };
  expect((await growth(work, 2000)) / 2).toBeLessThan(mostGrowth);
  expect((await growthOfSquare(looked, 300)) / 2).toBeGreaterThan(mostGrowth);
});
