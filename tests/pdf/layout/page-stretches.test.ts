import { describe, expect, test } from 'vitest';
import { cellStack, type Unit } from '../../../src/pdf/layout/flow-block.ts';
import { pageStretches } from '../../../src/pdf/layout/pages/page-stretches.ts';
import { unit } from './units.ts';

/** The stretches of units by their heights; where a page on its side begins stands a sign. */
function stretchesOf(units: readonly Unit[]): readonly string[] {
  return pageStretches(units, { mostPt: 50, byPt: 5 }).map(
    ({ turned, units: own }) => `${turned ? '↷' : ''}${own.map(({ heightPt }) => heightPt).join(' ')}`,
  );
}

const wide = unit('wide', 100, { turned: true });
const line = unit('line', 10);

describe('beside a table on a page on its side', () => {
  test('few lines go there too, more of them stay upright', () => {
    expect(stretchesOf([line, line, wide, line])).toEqual(['↷10 10 100 10']);
    expect(stretchesOf([...Array.from({ length: 6 }, () => line), wide])).toEqual([
      '10 10 10 10 10 10',
      '↷100',
    ]);
  });

  test('gaps count among what goes there', () => {
    const gapped = unit('line', 10, { gapPt: 16 });
    expect(stretchesOf([gapped, gapped, wide])).toEqual(['10 10', '↷100']);
  });

  test('a table that has room on an upright page stays there, however low, with the lines beside it', () => {
    const row = unit('row', 20, { cells: [cellStack(3, [line])] });
    expect(stretchesOf([line, row, wide])).toEqual(['10 20', '↷100']);
    expect(stretchesOf([wide, row, line, wide])).toEqual(['↷100', '20 10', '↷100']);
  });

  test('code that begins in the margin of an upright page stays there, however low', () => {
    const code = unit('code', 10, { inMargin: true, keepWithNext: true });
    expect(stretchesOf([line, code, wide])).toEqual(['10 10', '↷100']);
    expect(stretchesOf([line, unit('code', 10, { keepWithNext: true }), wide])).toEqual(['↷10 10 100']);
  });

  test('what is kept with it goes there up to that height', () => {
    const kept = unit('heading', 30, { keepWithNext: true });
    const above = Array.from({ length: 6 }, () => line);
    expect(stretchesOf([...above, kept, wide])).toEqual(['10 10 10 10 10 10', '↷30 100']);
    expect(stretchesOf([...above, kept, kept, wide])).toEqual(['10 10 10 10 10 10 30', '↷30 100']);
  });
});
