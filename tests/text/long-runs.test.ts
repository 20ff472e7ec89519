import { beforeAll, describe, expect, test } from 'vitest';
import { readFonts } from '../../src/fonts/read-fonts.ts';
import { withLongRuns, withoutLongRuns } from '../../src/text/long-runs.ts';
import { createShaper, type Shaper } from '../../src/text/shape-text.ts';
import { growth, mostGrowth } from '../growth.ts';
import { isLong } from '../how-long.ts';

const style = { role: 'text', bold: false, italic: false, sizePt: 10, lang: 'en' } as const;
const joiner = '\u200D';
let shaper: Shaper;

beforeAll(async () => {
  shaper = createShaper(await readFonts([], '.'));
});

function shown(text: string): string {
  return shaper
    .shape(text, style)
    .flatMap(({ glyphs }) => glyphs.map((glyph) => glyph.text))
    .join('');
}

test.each([
  ['a run behind a letter', `a${joiner.repeat(100)}b`],
  ['two runs', `a${joiner.repeat(70)}b${joiner.repeat(64)}c${joiner.repeat(65)}`],
  ['a run before all letters', `${joiner.repeat(200)}ab`],
  ['a run behind a letter of two units', `x😀${'\u2060'.repeat(90)}y`],
])('no character of %s is lost', (_name, text) => {
  expect(shown(text)).toBe(text);
});

describe('the text that is shaped', () => {
  test('has the first 64 of a run', () => {
    const short = withoutLongRuns(`a${joiner.repeat(66)}b`);
    expect(short).toEqual({ text: `a${joiner.repeat(64)}b`, left: [{ at: 65, text: joiner.repeat(2) }] });
    const [first, last] = withLongRuns([{ text: `a${joiner.repeat(64)}` }, { text: 'b' }], short);
    expect([first?.text.length, last?.text]).toEqual([67, 'b']);
  });

  test('is the text itself where no run is long', () => {
    const text = `a${joiner.repeat(64)}b`;
    expect(withoutLongRuns(text)).toEqual({ text, left: [] });
    const pieces = [{ text }];
    expect(withLongRuns(pieces, withoutLongRuns(text))).toBe(pieces);
  });
});

test.runIf(isLong).each([
  ['joiners behind a letter', joiner],
  ['marks on a letter', '\u0301'],
])('shaping takes time that grows with %s', async (_name, sign) => {
  let runs = 0;
  // A letter of its own for each run: what was shaped is kept.
  const work = (size: number): unknown => shaper.shape(`${(runs += 1)}a${sign.repeat(size)}`, style);
  expect(await growth(work, 40_000)).toBeLessThan(mostGrowth);
});
