import { expect, test } from 'vitest';
import type { Page } from '../../../src/pdf/layout/display-list.ts';
import { placeIds } from '../../../src/pdf/layout/pages/place-ids.ts';
import { readDocument } from '../../posts/read-text.ts';

const document = readDocument('---\ntitle: T\nlang: en\n---\n\n## One\n\n## Two\n');
const page = (...ids: readonly string[]): Page => ({
  label: '1',
  header: [],
  footer: [],
  placed: ids.length === 0 ? [] : [{ top: 72, marks: ids.map((id) => ({ type: 'anchor', id, y: 9 })) }],
});

test('an id without a place of its own lies where the first page begins', () => {
  const pages = [page('title'), page('one')];
  const [first, second] = placeIds(pages, document, 'chapter');
  expect(first).toEqual({
    ...page('title'),
    placed: [
      {
        top: 0,
        marks: [
          { type: 'anchor', id: 'chapter', y: 0 },
          { type: 'anchor', id: 'two', y: 0 },
        ],
      },
      ...page('title').placed,
    ],
  });
  expect(second).toBe(pages[1]);
});

test('pages on which every id has its place stay as they are', () => {
  const pages = [page('title', 'one', 'two', 'chapter')];
  expect(placeIds(pages, document, 'chapter')).toBe(pages);
  expect(placeIds([], document, 'chapter')).toEqual([]);
});
