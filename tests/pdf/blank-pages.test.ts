import { describe, expect, test } from 'vitest';
import type { ChapterKind } from '../../src/document/publication.ts';
import { blankPages } from '../../src/pdf/blank-pages.ts';
import { standardMetrics } from '../../src/pdf/theme/metrics.ts';

describe('blankPages', () => {
  test.each<readonly [ChapterKind, number, number, number, number]>([
    // kind, number of its first page, its pages, blank ones before and after
    ['title-page', 1, 1, 0, 0],
    ['imprint', 2, 1, 0, 0],
    ['front', 2, 1, 1, 0],
    ['front', 3, 2, 0, 0],
    ['contents', 6, 2, 1, 0],
    ['division', 1, 1, 0, 1],
    ['division', 4, 1, 1, 1],
    ['division', 4, 2, 1, 0],
    ['post', 3, 1, 0, 0],
    ['post', 4, 3, 0, 0],
    ['post', 4, 4, 1, 0],
    ['post', 5, 4, 0, 0],
    ['colophon', 6, 1, 0, 0],
  ])('of %s on page %i with %i pages: %i before, %i after', (kind, first, pages, before, after) => {
    const place = { first, pages, headsPart: false, endsFront: false };
    expect(blankPages(kind, place, standardMetrics)).toEqual({ before, after });
  });

  test('of a post below a division: it begins on a recto page', () => {
    const place = { pages: 1, headsPart: true, endsFront: false };
    expect(blankPages('post', { ...place, first: 4 }, standardMetrics)).toEqual({ before: 1, after: 0 });
    expect(blankPages('post', { ...place, first: 5 }, standardMetrics)).toEqual({ before: 0, after: 0 });
  });

  test.each<readonly [ChapterKind, number, number, number, number]>([
    ['title-page', 1, 1, 0, 1],
    ['imprint', 2, 1, 0, 0],
    ['contents', 3, 3, 0, 1],
    ['contents', 4, 1, 1, 1],
    ['contents', 4, 2, 1, 0],
  ])('of %s on page %i with %i pages, the last of the front: %i before, %i after', (kind, ...at) => {
    const [first, pages, before, after] = at;
    const place = { first, pages, headsPart: false, endsFront: true };
    expect(blankPages(kind, place, standardMetrics)).toEqual({ before, after });
  });
});
