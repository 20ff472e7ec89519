import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageStarts } from '../../../src/pdf/layout/pages/page-starts.ts';

const page = fc.record(
  { label: fc.string({ maxLength: 3 }), offset: fc.nat({ max: 50 }) },
  { requiredKeys: ['label'] },
);

describe('pageStarts', () => {
  it('keeps every label, never goes back, and keeps each place that does not', () => {
    fc.assert(
      fc.property(fc.array(page), (pages) => {
        const starts = pageStarts(pages);
        expect(starts.map(({ label }) => label)).toEqual(pages.map(({ label }) => label));
        let reached = 0;
        starts.forEach(({ offset }, index) => {
          expect(offset).toBeGreaterThanOrEqual(starts[index - 1]?.offset ?? 0);
          const own = pages[index]?.offset;
          if (own === undefined || own < reached) return;
          expect(offset).toBe(own);
          reached = own;
        });
      }),
    );
  });

  it.each([
    ['a cover begins where the next page does', [undefined, undefined, 5], [5, 5, 5]],
    ['the end of a note where the next text does', [0, 100, 40, 300], [0, 100, 300, 300]],
    ['the last page where the one before it does', [0, 100, undefined, 40], [0, 100, 100, 100]],
    ['no page has a place', [undefined, undefined], [0, 0]],
  ])('%s', (_name, offsets, expected) => {
    const pages = offsets.map((offset, index) => ({
      label: `${index}`,
      ...(offset !== undefined && { offset }),
    }));
    expect(pageStarts(pages).map(({ offset }) => offset)).toEqual(expected);
  });
});
