import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellHeight, cellStack, type Unit } from '../../../src/pdf/layout/flow-block.ts';
import type { FlowPlaced } from '../../../src/pdf/layout/flow-mark.ts';
import { largest } from '../../../src/lists/extremes.ts';
import { growth, mostGrowth } from '../../growth.ts';
import { isLong } from '../../how-long.ts';
import { splitRow } from '../../../src/pdf/layout/table/split-row.ts';
import { paginate } from '../../../src/pdf/layout/pages/paginate.ts';
import { anchor, frame, note, pageHeight, stack, unit } from './units.ts';

function ids(page: readonly FlowPlaced[]): readonly string[] {
  return page
    .filter((placed) => !placed.repeated)
    .flatMap(({ marks }) => marks.flatMap((mark) => (mark.type === 'anchor' ? [mark.id] : [])));
}

/** A row of cells beside each other. */
function row(cells: readonly (readonly Unit[])[]): Unit {
  const stacks = cells.map((units) => cellStack(0, units));
  return { ...unit('row', largest(stacks.map(cellHeight))), cells: stacks };
}

/** Rows under each other, beside a cell that joins them. */
function joinedRows(count: number): Unit {
  const rows = Array.from({ length: count }, (_, index) =>
    cellStack(3 + index * 20, [unit(`c${index}`, 12)]),
  );
  return { ...unit('row', count * 20), cells: [cellStack(3, stack(2, {})), ...rows] };
}

describe('paginate', () => {
  it('fills a page and goes on', () => {
    const units = ['a', 'b', 'c'].map((id) => unit(id, 90));
    expect(paginate(units, frame()).map(ids)).toEqual([['a', 'b'], ['c']]);
  });

  it('drops the gap at the top of a page', () => {
    const pages = paginate([unit('a', 190), unit('b', 190, { gapPt: 30 })], frame());
    expect(pages.map((page) => page[0]?.top)).toEqual([0, 0]);
  });

  it('keeps units together', () => {
    const units = [unit('a', 150), unit('heading', 40, { keepWithNext: true }), unit('line', 20)];
    expect(paginate(units, frame()).map(ids)).toEqual([['a'], ['heading', 'line']]);
  });

  it('breaks a chain that is higher than a page', () => {
    const units = Array.from({ length: 5 }, (_, index) => unit(`u${index}`, 90, { keepWithNext: true }));
    expect(paginate(units, frame()).map(ids)).toEqual([['u0', 'u1'], ['u2', 'u3'], ['u4']]);
  });

  it('sets a note at the foot of the page of its reference', () => {
    const pages = paginate([unit('a', 100, { notes: [note('n')] }), unit('b', 80)], frame({ n: 3 }));
    expect(pages.map(ids)).toEqual([['a', 'rule', 'n.0', 'n.1', 'n.2'], ['b']]);
    expect(pages[0]?.at(-1)?.top).toBe(pageHeight - 10);
  });

  it('moves a line whose note does not begin on the page', () => {
    const pages = paginate([unit('a', 170), unit('b', 10, { notes: [note('n')] })], frame({ n: 2 }));
    expect(pages.map(ids)).toEqual([['a'], ['b', 'rule', 'n.0', 'n.1']]);
  });

  it('carries a note on that is longer than its page', () => {
    const pages = paginate([unit('a', 100, { notes: [note('n')] })], frame({ n: 30 }));
    expect(pages).toHaveLength(3);
    expect(pages.flatMap(ids).filter((id) => id.startsWith('n.'))).toHaveLength(30);
    expect(ids(pages[0] ?? []).slice(0, 3)).toEqual(['a', 'rule', 'n.0']);
  });

  it('sets several notes of one line in order, all begun on its page', () => {
    const pages = paginate([unit('a', 100, { notes: [note('m'), note('n')] })], frame({ m: 3, n: 20 }));
    expect(ids(pages[0] ?? []).slice(0, 7)).toEqual(['a', 'rule', 'm.0', 'm.1', 'm.2', 'n.0', 'n.1']);
  });

  it('sets notes of one line apart from each other rather than leave a quarter of the page empty', () => {
    const notes = ['m', 'n', 'o'].map((id) => note(id));
    const pagesWith = (abovePt: number): readonly (readonly string[])[] =>
      paginate([unit('a', abovePt), unit('b', 20, { notes })], frame({ m: 3, n: 3, o: 3 })).map(ids);
    expect(pagesWith(120)).toEqual([
      ['a', 'b', 'rule', 'm.0', 'm.1', 'm.2', 'n.0', 'n.1'],
      ['rule', 'n.2', 'o.0', 'o.1', 'o.2'],
    ]);
    expect(pagesWith(150)[0]).toEqual(['a']);
  });

  it('repeats the head of a table as an artifact', () => {
    const head = [unit('head', 20, { keepWithNext: true })];
    const rows = Array.from({ length: 4 }, (_, index) =>
      unit(`row${index}`, 80, { table: { head, continued: [] } }),
    );
    const pages = paginate([...head, ...rows], frame());
    expect(pages.map(ids)).toEqual([
      ['head', 'row0', 'row1'],
      ['row2', 'row3'],
    ]);
    expect(pages[1]?.[0]).toMatchObject({ repeated: true, marks: [anchor('head')] });
  });

  it('repeats a head of two fifths of a page, and no higher one', () => {
    const pagesWith = (headPt: number): readonly (readonly FlowPlaced[])[] => {
      const head = [unit('head', headPt, { keepWithNext: true })];
      const rows = Array.from({ length: 4 }, (_, index) =>
        unit(`row${index}`, 80, { table: { head, continued: [] } }),
      );
      return paginate([...head, ...rows], frame());
    };
    const repeats = (headPt: number): boolean => pagesWith(headPt)[1]?.[0]?.repeated === true;
    expect([repeats(pageHeight * 0.4), repeats(pageHeight * 0.4 + 0.1)]).toEqual([true, false]);
    expect(pagesWith(pageHeight * 0.4 + 0.1).map(ids)).toEqual([
      ['head', 'row0'],
      ['row1', 'row2'],
      ['row3'],
    ]);
  });

  it('gives a note that goes on half of a page, so that the text goes on beside it', () => {
    const text = Array.from({ length: 40 }, (_, index) => unit(`t${index}`, 10));
    const units = [unit('a', 5, { notes: [note('n')] }), ...text];
    const pages = paginate(units, frame({ n: 22 })).map(ids);
    const linesOf = (page: readonly string[] = []): number => page.filter((id) => id.startsWith('n.')).length;
    const textOn = (page: readonly string[] = []): number => page.filter((id) => id.startsWith('t')).length;
    // 5 points of the half go to the rule.
    expect(pages.slice(0, 3).map(linesOf)).toEqual([9, 9, 4]);
    expect(pages.slice(0, 2).map(textOn)).toEqual([10, 10]);
  });

  it.runIf(isLong).each<[string, (count: number) => readonly Unit[]]>([
    ['units that are all higher than a page', (count) => stack(count, { heightPt: 210 })],
    ['a chain that nothing may part', (count) => stack(count, { keepWithNext: true })],
    ['one note', () => [unit('a', 10, { notes: [note('n')] })]],
    ['a row of one cell', (count) => [row([stack(count, {})])]],
    [
      'a row of one cell whose lines all have notes',
      (count) => [row([stack(count, { notes: [note('m')] })])],
    ],
    ['rows that a cell joins', (count) => [joinedRows(count / 4)]],
  ])('takes time that grows with the pages of %s', async (_name, unitsOf) => {
    const work = (count: number): unknown => paginate(unitsOf(count), frame({ n: count }));
    expect(await growth(work, 25_000)).toBeLessThan(mostGrowth);
  });

  it('keeps in each part of rows that a cell joins the cells of that part alone', () => {
    const rows = Array.from({ length: 400 }, (_, index) =>
      cellStack(3 + index * 20, [unit(`c${index}`, 12)]),
    );
    const joined = { ...unit('row', 400 * 20), cells: [cellStack(3, stack(200, {})), ...rows] };
    const sizes: number[] = [];
    let rest: Unit | undefined = joined;
    while (rest !== undefined) {
      const parts: readonly [Unit, Unit] | undefined = splitRow(rest, { padPt: 3, roomPt: pageHeight });
      sizes.push((parts?.[0] ?? rest).cells?.length ?? 0);
      rest = parts?.[1];
    }
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2 * joined.cells.length);
    const placed = paginate([joined], frame()).flatMap(ids);
    expect(placed.filter((id) => id.startsWith('c'))).toEqual(rows.map((_, index) => `c${index}`));
  });

  it('begins rows that a cell joins below what is on the page, in a box no higher than they are', () => {
    const rows = Array.from({ length: 14 }, (_, index) => cellStack(3 + index * 20, [unit(`c${index}`, 12)]));
    const box = { start: 0, widthPt: 10, ground: [0, 0, 0] as const };
    const joined = { ...unit('row', 280), boxes: [box], cells: [cellStack(3, stack(2, {})), ...rows] };
    const pages = paginate([unit('a', 50), joined], frame());
    expect(pages.map((page) => ids(page).filter((id) => /^[ac]/u.test(id)).length)).toEqual([8, 7]);
    const grounds = pages.map((page) => page[0]?.marks.map((mark) => mark.type === 'rect' && mark.heightPt));
    expect(grounds).toEqual([[139.5], [129.5]]);
  });

  it('leaves the page to the notes that go on where what follows needs one of its own', () => {
    const units = [unit('a', 190, { notes: [note('n')] }), unit('picture', pageHeight), unit('z', 10)];
    const pages = paginate(units, frame({ n: 12 })).map(ids);
    const lines = Array.from({ length: 12 }, (_, index) => `n.${index}`);
    expect(pages).toEqual([['a'], ['rule', ...lines], ['picture'], ['z']]);
  });

  it('splits a row that is higher than a page and loses no line of it', () => {
    const lines = (cell: string, count: number): Unit[] =>
      Array.from({ length: count }, (_, index) => unit(`${cell}${index}`, 20));
    const cells = [cellStack(3.5, lines('left', 25)), cellStack(3.5, lines('right', 3))];
    const pages = paginate([{ ...unit('row', 507), cells }], frame());
    expect(pages).toHaveLength(3);
    expect(pages.flatMap(ids).filter((id) => id.startsWith('left'))).toEqual(
      lines('left', 25).flatMap(({ marks }) => marks.map((mark) => (mark.type === 'anchor' ? mark.id : ''))),
    );
    expect(ids(pages[0] ?? []).filter((id) => id.startsWith('right'))).toHaveLength(3);
  });

  it('splits such a row also where the next unit belongs to it', () => {
    const cells = [
      cellStack(
        3,
        Array.from({ length: 20 }, (_, index) => unit(`l${index}`, 20)),
      ),
    ];
    const row = { ...unit('row', 406, { keepWithNext: true }), cells };
    const pages = paginate([row, unit('z', 10)], frame());
    expect(pages.map((page) => ids(page).join(' '))).toEqual([
      'row l0 l1 l2 l3 l4 l5 l6 l7 l8',
      'l9 l10 l11 l12 l13 l14 l15 l16 l17',
      'l18 l19 z',
    ]);
  });

  it('cuts a row at the top of a page as if no gap were before it', () => {
    const cells = [cellStack(3, stack(20, { heightPt: 20 }))];
    const pages = paginate([{ ...unit('row', 406, { gapPt: 30 }), cells }], frame());
    expect(pages.map((page) => ids(page).filter((id) => id.startsWith('u')).length)).toEqual([9, 9, 2]);
  });

  it('begins such a row beside notes that go on where a part of it fits there', () => {
    const row = {
      ...unit('row', 406, { keepWithNext: true }),
      cells: [cellStack(3, stack(20, { heightPt: 20 }))],
    };
    const pages = paginate([unit('a', 100, { notes: [note('n')] }), row, unit('z', 10)], frame({ n: 16 }));
    const shown = pages.map(ids);
    expect(shown.map((page) => page.filter((id) => id.startsWith('n.')).length)).toEqual([9, 7, 0, 0]);
    expect(shown.map((page) => page.filter((id) => id.startsWith('u')).length)).toEqual([0, 5, 9, 6]);
  });

  it('places every unit and every line of a note exactly once, in order, inside the page', () => {
    const spec = fc.record({
      heightPt: fc.integer({ min: 5, max: 120 }),
      gapPt: fc.integer({ min: 0, max: 30 }),
      keepWithNext: fc.boolean(),
      noteLines: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(spec, { maxLength: 40 }), (specs) => {
        const lines: Record<string, number> = {};
        const units = specs.map(({ noteLines, ...rest }, index) => {
          const notes = noteLines.map((count, number) => {
            lines[`n${index}-${number}`] = count;
            return note(`n${index}-${number}`);
          });
          return unit(`u${index}`, rest.heightPt, { ...rest, notes });
        });
        const pages = paginate(units, frame(lines));
        const all = pages.flatMap(ids);
        expect(all.filter((id) => id.startsWith('u'))).toEqual(units.map((_, index) => `u${index}`));
        const expected = Object.entries(lines).flatMap(([id, count]) =>
          Array.from({ length: count }, (_, index) => `${id}.${index}`),
        );
        expect(all.filter((id) => id.startsWith('n'))).toEqual(expected);
        for (const page of pages) {
          const foot = page.find(({ marks }) =>
            marks.some((mark) => mark.type === 'anchor' && mark.id === 'rule'),
          );
          const limit = foot?.top ?? pageHeight;
          for (const placed of page) {
            const [index] = ids([placed]).flatMap((id) => (id.startsWith('u') ? [Number(id.slice(1))] : []));
            if (index === undefined) continue;
            expect(placed.top + (units[index]?.heightPt ?? 0)).toBeLessThanOrEqual(limit);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
