import { describe, expect, test } from 'vitest';
import type { DisplayList, RunMark } from '../../../src/pdf/layout/display-list.ts';
import type { LeafSide } from '../../../src/pdf/layout/pages/bound-page.ts';
import { widthOfRuns } from '../../../src/text/width-of-runs.ts';
import { layOutPart } from './lay-out-part.ts';

const [plain, recto, verso] = [undefined, 'recto', 'verso'].map((side) =>
  // The sides of a leaf, or none.
  layOutPart('post', 'left', side === undefined ? {} : { side: side as LeafSide }),
) as [DisplayList, DisplayList, DisplayList];

/** Where all that is no furniture stands along the line. */
function places({ pages }: DisplayList): readonly number[] {
  return pages.flatMap(({ placed }) =>
    placed.flatMap(({ marks }) => marks.flatMap((mark) => ('x' in mark ? [mark.x] : []))),
  );
}

const textOf = ({ runs }: RunMark): string => runs.map(({ text }) => text).join('');
const endOf = ({ x, runs, sizePt }: RunMark): number => x + widthOfRuns(runs, sizePt);

/** The first and the last words of the footer as they stand on the page, with the place where they begin or end. */
function footer({ pages: [page] }: DisplayList): readonly [string, number, string, number] {
  const marks = (page?.footer ?? []).toSorted((a, b) => a.x - b.x);
  const [first, last] = [marks[0], marks.at(-1)];
  if (!first || !last) throw new Error('No footer');
  return [textOf(first), first.x, textOf(last), endOf(last)];
}

describe('the pages of a bound book', () => {
  test('stand away from where it is bound, by the same on either side', () => {
    expect(places(plain).length).toBeGreaterThan(10);
    places(plain).forEach((x, index) => {
      expect(places(recto)[index]).toBeCloseTo(x + 18);
      expect(places(verso)[index]).toBeCloseTo(x - 18);
    });
  });

  test('have their number at the outer edge', () => {
    const [title, start, number, end] = footer(plain);
    expect(number).toMatch(/^Page /u);
    expect(footer(recto)).toEqual([title, start + 18, number, expect.closeTo(end + 18)]);
    expect(footer(verso)).toEqual([number, expect.closeTo(start - 18), title, expect.closeTo(end - 18)]);
  });

  test('are mirror images where lines start at the right', () => {
    const [left, right] = (['left', 'right'] as const).map((startsAt) =>
      layOutPart('title-page', startsAt, { side: 'recto' }),
    );
    const bars = [left, right].map((list) =>
      list?.pages.flatMap(({ placed }) =>
        placed.flatMap(({ marks }) => marks.filter((mark) => mark.type === 'rect')),
      ),
    );
    const [bar, other] = bars.map((found) => found?.[0]);
    expect(other?.x).toBeCloseTo(612 - (bar?.x ?? 0) - (bar?.widthPt ?? 0));
  });
});
