import { expect, test } from 'vitest';
import { breakLines } from '../../src/text/break-lines.ts';
import type { Line } from '../../src/text/line.ts';
import type { Shaper } from '../../src/text/shape-text.ts';
import { square, style } from './square-shaper.ts';

/** A face that has no such forms. */
const plain: Shaper = { ...square, halved: () => undefined };

function lines(text: string, widthPt: number, shaper = square): readonly Line<string>[] {
  return breakLines([{ kind: 'text', text, style, tag: 'x' }], shaper, { widthPt });
}

function words(of: readonly Line<string>[]): readonly string[] {
  return of.map(({ pieces }) =>
    pieces.flatMap(({ glyphs }) => glyphs?.runs.map(({ text }) => text) ?? []).join(''),
  );
}

test('a sign that closes gives up its blank half where its line would else have no room for it', () => {
  expect(words(lines('一二三。四五', 35))).toEqual(['一二三。', '四五']);
  expect(lines('一二三。四五', 35).map(({ widthPt }) => widthPt)).toEqual([35, 20]);
  // The controls: less room, and a face that cannot.
  expect(words(lines('一二三。四五', 34))).toEqual(['一二', '三。四', '五']);
  expect(words(lines('一二三。四五', 35, plain))).toEqual(['一二', '三。四', '五']);
});

test('a sign in the middle of its room, as in Taiwan, gives up none', () => {
  expect(words(lines('一二三．四五', 35))).toEqual(['一二', '三．四', '五']);
});

test('a bracket that begins a line stands at its edge, and what follows moves up to it', () => {
  const [, second] = lines('一二「三四」', 25);
  expect(words(lines('一二「三四」', 25))).toEqual(['一二', '「三', '四」']);
  expect(second?.pieces.map(({ x, widthPt }) => [x, widthPt])).toEqual([[0, 15]]);
  const [glyph] = second?.pieces[0]?.glyphs?.runs[0]?.glyphs ?? [];
  expect([glyph?.advance, glyph?.dx]).toEqual([500, -500]);
  const [, control] = lines('一二「三四」', 25, plain);
  expect(control?.pieces.map(({ x, widthPt }) => [x, widthPt])).toEqual([[0, 20]]);
});

test('within a line each sign keeps its width', () => {
  const [line] = lines('一「二」、三', 100);
  expect(line?.widthPt).toBe(60);
});
