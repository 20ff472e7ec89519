import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellStack, type Unit } from '../../../src/pdf/layout/flow-block.ts';
import type { FlowPlaced } from '../../../src/pdf/layout/flow-mark.ts';
import { paginate } from '../../../src/pdf/layout/pages/paginate.ts';
import { growth, mostGrowth } from '../../growth.ts';
import { isLong } from '../../how-long.ts';
import { layOutPost } from './lay-out-post.ts';
import { frame, note, pageHeight, stack, unit } from './units.ts';

/** Lines of 10 points, of which 20 fill a page; each can be lower by so much. */
function lines(count: number, options: Partial<Unit> = {}): readonly Unit[] {
  return stack(count, { baselinePt: 8, ...options });
}

const leadingPt = 10;

function pagesOf(
  units: readonly Unit[],
  notes: Readonly<Record<string, number>> = {},
): readonly (readonly FlowPlaced[])[] {
  return paginate(units, frame(notes, leadingPt));
}

function ids(page: readonly FlowPlaced[]): readonly string[] {
  return page
    .filter(({ repeated }) => !repeated)
    .flatMap(({ marks }) => marks.flatMap((mark) => (mark.type === 'anchor' ? [mark.id] : [])));
}

const counts = (units: readonly Unit[]): readonly number[] => pagesOf(units).map((page) => ids(page).length);

/** How far the units of a page stand from each other. */
function steps(page: readonly FlowPlaced[] = []): ReadonlySet<string> {
  return new Set(page.slice(1).map(({ top }, index) => (top - (page[index]?.top ?? 0)).toFixed(2)));
}

describe('a last page of fewer than three lines', () => {
  it('goes to the page before, of which the lines come no nearer than that takes', () => {
    const [page, ...more] = pagesOf(lines(21, { tightenPt: 1 }));
    expect(more).toEqual([]);
    expect(steps(page)).toEqual(new Set(['9.50']));
    expect(steps(pagesOf(lines(22, { tightenPt: 1 }))[0])).toEqual(new Set(['9.00']));
  });

  it('goes there where gaps can be smaller, and then by three tenths at most', () => {
    const gapped = (count: number): readonly Unit[] => lines(count, { gapPt: 4 });
    expect(counts(gapped(15))).toEqual([15]);
    expect(steps(pagesOf(gapped(15))[0])).toEqual(new Set(['13.40']));
    expect(counts(gapped(16))).toEqual([13, 3]);
  });

  it('gets more lines where it cannot', () => {
    expect(counts(lines(20))).toEqual([20]);
    expect(counts(lines(21))).toEqual([18, 3]);
    expect(counts(lines(22))).toEqual([19, 3]);
    expect(counts(lines(23))).toEqual([20, 3]);
  });

  it('stays where three lines stand on it, whatever could be lower', () => {
    expect(counts(lines(23, { tightenPt: 2 }))).toEqual([20, 3]);
  });

  it('counts no rule for a line', () => {
    const mark = {
      type: 'rect',
      start: 0,
      y: 5,
      widthPt: 10,
      heightPt: 1,
      colour: [0, 0, 0],
      under: true,
    } as const;
    const plain = unit('rule', 10);
    const rule = { ...plain, marks: [...plain.marks, mark] };
    expect(counts([...lines(20), rule, ...lines(2)])).toEqual([19, 4]);
    expect(counts([...lines(20), rule, ...lines(3)])).toEqual([20, 4]);
  });

  it('stays where a picture or a row of several lines stands on it', () => {
    expect(counts([...lines(20), unit('picture', 30)])).toEqual([20, 1]);
    expect(counts([...lines(20), unit('rule', 9)])).toEqual([17, 4]);
    const row = {
      ...unit('row', 40),
      cells: [
        cellStack(
          3,
          lines(3).map((line) => ({ ...line, marks: [] })),
        ),
      ],
    };
    expect(counts([...lines(20), row])).toEqual([20, 1]);
  });

  it('has no line where there is nothing on it, for instance in code', () => {
    expect(
      counts([
        ...lines(20),
        unit('x', 10, { baselinePt: 8 }),
        unit('', 10, { baselinePt: 8, marks: [] }),
        unit('y', 10, { baselinePt: 8 }),
      ]),
    ).toEqual([19, 3]);
  });

  it('moves the last three pages alone', () => {
    const pages = pagesOf(lines(101, { tightenPt: 1 }));
    expect(pages.map((page) => ids(page).length)).toEqual([20, 20, 20, 21, 20]);
    expect(pages.map((page) => [...steps(page)])).toEqual([
      ['10.00'],
      ['10.00'],
      ['10.00'],
      ['9.50'],
      ['9.50'],
    ]);
  });

  it('begins anew before a table that goes over pages, and repeats its head', () => {
    const head = [unit('head', 10, { baselinePt: 8, keepWithNext: true })];
    const rows = Array.from({ length: 37 }, (_, index) =>
      unit(`row${index}`, 10, { table: { head, continued: [] }, baselinePt: 8, gapPt: 0 }),
    );
    const pages = pagesOf([...lines(3), ...head, ...rows]);
    expect(pages.map((page) => page.length)).toEqual([20, 19, 4]);
    expect(pages.flatMap(ids)).toEqual([
      ...lines(3).map((_, index) => `u${index}`),
      'head',
      ...rows.map((_, index) => `row${index}`),
    ]);
    expect(pages[2]?.[0]).toMatchObject({ repeated: true });
  });

  it('makes the area of a link as low as its line', () => {
    const words = '[Words](https://www.example.org/) of a line.\n\n';
    const linksOf = (count: number): readonly (readonly [number, number])[] => {
      const { list } = layOutPost(`---\ntitle: T\nlang: en\n---\n\n${words.repeat(count)}`);
      return list.pages.map(({ placed }) => {
        const heights = placed.flatMap(({ marks }) =>
          marks.flatMap((mark) => (mark.type === 'link' ? [mark.heightPt] : [])),
        );
        return [heights.length, Math.min(...heights)] as const;
      });
    };
    expect(linksOf(22)).toEqual([[22, 17.5]]);
    expect(linksOf(24)).toEqual([[24, expect.closeTo(17.325, 5)]]);
  });

  it('loses no unit and no line of a note, and changes no order', () => {
    const spec = fc.record({
      heightPt: fc.integer({ min: 5, max: 60 }),
      gapPt: fc.integer({ min: 0, max: 30 }),
      keepWithNext: fc.boolean(),
      isLine: fc.boolean(),
      noteLines: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 1 }),
    });
    fc.assert(
      fc.property(fc.array(spec, { maxLength: 40 }), (specs) => {
        const noteLines: Record<string, number> = {};
        const units = specs.map(({ noteLines: own, isLine, ...rest }, index) => {
          const notes = own.map((count) => {
            noteLines[`n${index}`] = count;
            return note(`n${index}`);
          });
          return unit(`u${index}`, rest.heightPt, {
            ...rest,
            notes,
            ...(isLine && { baselinePt: 4, tightenPt: 1 }),
          });
        });
        const pages = pagesOf(units, noteLines);
        const all = pages.flatMap(ids);
        expect(all.filter((id) => id.startsWith('u'))).toEqual(units.map((_, index) => `u${index}`));
        const expected = Object.entries(noteLines).flatMap(([id, count]) =>
          Array.from({ length: count }, (_, index) => `${id}.${index}`),
        );
        expect(all.filter((id) => id.startsWith('n'))).toEqual(expected);
        for (const page of pages) for (const { top } of page) expect(top).toBeLessThan(pageHeight);
      }),
      { numRuns: 300 },
    );
  });

  it.runIf(isLong)('takes time that grows with the units', async () => {
    const work = (count: number): unknown =>
      pagesOf(lines(20 * count + 1, { keepWithNext: true, tightenPt: 0.1 }));
    expect(await growth(work, 1500)).toBeLessThan(mostGrowth);
  });
});
