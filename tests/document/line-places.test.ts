import { expect, test } from 'vitest';
import { linePlaces } from '../../src/document/line-places.ts';

test('lines end with either sign, or with both together', () => {
  const { lineStarts, pointAt, placeAt } = linePlaces('a\r\nbc\rd\n\ne');
  expect(lineStarts).toEqual([0, 3, 6, 8, 9]);
  const points = Array.from({ length: 11 }, (_, offset) => pointAt(offset));
  expect(points.map(({ line, column }) => `${line}:${column}`)).toEqual(
    '1:1 1:2 1:3 2:1 2:2 2:3 3:1 3:2 4:1 5:1 5:2'.split(' '),
  );
  expect(points.map(({ offset }) => offset)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(placeAt(3, 5)).toEqual({
    start: { line: 2, column: 1, offset: 3 },
    end: { line: 2, column: 3, offset: 5 },
  });
});

test('an empty text has one line', () => {
  expect(linePlaces('').pointAt(0)).toEqual({ line: 1, column: 1, offset: 0 });
});
