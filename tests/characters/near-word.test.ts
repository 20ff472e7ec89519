import { expect, test } from 'vitest';
import { nearWord } from '../../src/characters/near-word.ts';

const known = [
  'lang',
  'slug',
  'date',
  'title',
  'author',
  'authors',
  'released',
  'updated',
  'last_modified_at',
  'url',
];

test.each([
  ['relased', 'released'],
  ['reelased', 'released'],
  ['releesad', 'released'],
  ['tilte', 'title'],
  ['titel', 'title'],
  ['titlee', 'title'],
  ['lnag', 'lang'],
  ['Lang', 'lang'],
  ['lastModifiedAt', 'last_modified_at'],
  ['last-modified-at', 'last_modified_at'],
  // As near to `author` as to `authors`, but for the order of letters.
  ['autohrs', 'authors'],
  ['auther', 'author'],
  ['URL', 'url'],
])('%s is near %s', (word, meant) => {
  expect(nearWord(word, known)).toBe(meant);
});

const long = 'r'.repeat(100_000);

test.each(['ur', 'uri', 'slog2', 'la', 'lane2', 'tilet2', 'weight', 'rlsd', '', 'related-to', long])(
  '%.20s is near none',
  (word) => {
    expect(nearWord(word, known)).toBeUndefined();
  },
);

test('of two as near the first counts, and none is near nothing', () => {
  expect(nearWord('dote', ['date', 'note'])).toBe('date');
  expect(nearWord('dote', ['note', 'date'])).toBe('note');
  expect(nearWord('dote', [])).toBeUndefined();
});
