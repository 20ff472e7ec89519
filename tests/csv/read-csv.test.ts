import { expect, test } from 'vitest';
import { readCsv } from '../../src/csv/read-csv.ts';
import { growth, mostGrowth } from '../growth.ts';
import { isLong } from '../how-long.ts';

test.each([
  [
    'a,b\nc,d\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['"a ""b"", c",d\r\n', [['a "b", c', 'd']]],
  ['"a\nb",\n', [['a\nb', '']]],
  ['a,"b"c,d\n', [['a', 'c', 'd']]],
  ['a,b', []],
])('the cells of %j', (text, rows) => {
  expect(readCsv(text)).toEqual(rows);
});

test('cells that strokes part', () => {
  expect(readCsv('a,b|"c|d"\n', { delimiter: '|' })).toEqual([['a,b', 'c|d']]);
});

test.runIf(isLong).each(['"', '""a', '"a"b', 'a', '\r', '"a""'])(
  'reading takes time that grows with %j',
  async (part) => {
    expect(await growth((size) => readCsv(part.repeat(size)), 100_000)).toBeLessThan(mostGrowth);
  },
);
