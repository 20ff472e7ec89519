import { expect, test } from 'vitest';
import { parsePlainDate } from '../../src/document/plain-date.ts';
import { modifiedDate } from '../../src/publish/edition.ts';
import { smallCollection, titled } from '../epub/small-collection.ts';

interface Days {
  readonly own?: string;
  readonly released?: string;
  readonly updated?: string;
}

/** The day in the files of a book with one post. */
function dayOf(days: Days): string | undefined {
  const dated = (key: string, day: string | undefined): object =>
    day === undefined ? {} : { [key]: parsePlainDate(day) };
  const { chapters, metadata } = smallCollection();
  const facts = { ...dated('released', days.released), ...dated('updated', days.updated) };
  const posts = chapters
    .filter(({ kind }) => kind === 'post')
    .slice(0, 1)
    .map((chapter) => ({ ...chapter, document: titled('a', 'A', { metadata: facts }) }));
  const { published: _, ...others } = metadata;
  const book = { chapters: posts, metadata: { ...others, ...dated('published', days.own) } };
  return modifiedDate(book, { sourceDate: undefined })?.toISOString().slice(0, 10);
}

test('the date in the files of a book is its own where no post has a later one', () => {
  const own = '2024-11-30';
  expect(dayOf({ own })).toBe(own);
  expect(dayOf({ own, released: '2020-01-02' })).toBe(own);
  expect(dayOf({ own, released: '2020-01-02', updated: '2025-03-04' })).toBe('2025-03-04');
  expect(dayOf({ released: '2020-01-02' })).toBe('2020-01-02');
  expect(dayOf({})).toBe(undefined);
});
