import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cellStack, unitsOf, type Unit } from '../../../src/pdf/layout/flow-block.ts';
import { cellsBelow } from '../../../src/pdf/layout/table/cells-below.ts';
import { splitRow } from '../../../src/pdf/layout/table/split-row.ts';
import { layOutPost } from './lay-out-post.ts';
import { stack, unit } from './units.ts';

test('of the cells of a row it is known how high and how low they and those behind them are', () => {
  const cells = [cellStack(0, stack(3, {})), cellStack(0, []), cellStack(5, stack(2, {})), cellStack(0, [])];
  expect(cellsBelow(cells)).toMatchObject({
    nearest: [0, 0, 0, 0],
    bottoms: [30, 25, 25, 0],
    lastFilled: 2,
  });
  expect(cellsBelow([cellStack(0, stack(3, {}))]).bottoms).toEqual([30]);
});

test('an empty cell of rows that a cell joins keeps its room below a cut', () => {
  const cells = [cellStack(3, stack(6, {})), cellStack(103, []), cellStack(23, [unit('c', 10)])];
  const row: Unit = { ...unit('row', 106), cells };
  const [first, second] = splitRow(row, { padPt: 3, roomPt: 50 }) ?? [];
  expect(first?.cells?.map((cell) => unitsOf(cell).length)).toEqual([4, 1]);
  expect(second?.cells?.map((cell) => [cell.top, unitsOf(cell).length])).toEqual([
    [3, 2],
    [53, 0],
  ]);
  expect(second?.heightPt).toBe(56);
});

test('where a row is cut, no line of a paragraph is alone', () => {
  const post = readFileSync(new URL('pages/rows.md', import.meta.url), 'utf8');
  // For some of these heights the page would end before the last line of the first paragraph.
  const firstLines = [380, 388, 396, 404, 412, 420].flatMap((heightPt) =>
    layOutPost(post, { heightPt })
      .list.pages.slice(2)
      .map(({ placed }) => {
        const runs = placed
          .filter(({ repeated }) => !repeated)
          .flatMap(({ marks }) => marks.flatMap((mark) => (mark.type === 'run' ? [mark] : [])));
        return runs[0]?.runs
          .map(({ text }) => text)
          .join('')
          .trim();
      }),
  );
  expect(firstLines).toHaveLength(5);
  expect(firstLines).not.toContain('ends.');
});
