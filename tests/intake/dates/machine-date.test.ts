import { expect, test } from 'vitest';
import { captureInstant } from '../../../src/intake/dates/capture-instant.ts';
import { canBeDay, otherDayOf, readMachineDate } from '../../../src/intake/dates/machine-date.ts';

const day = (text: string): { year: number; month: number; day: number } => {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
  return { year, month, day: date };
};

test.each([
  ['2013-10-01T01:30:00Z', '2013-09-30', true],
  ['2013-10-01T01:30:00Z', '2013-10-01', true],
  ['2013-10-01T01:30:00Z', '2013-09-29', false],
  ['2013-10-01T01:30:00Z', '2013-10-02', false],
  ['2013-09-30T21:30:00-04:00', '2013-10-01', true],
  ['2013-10-01', '2013-09-30', false],
  ['Tue, 01 Oct 2013 01:30:00 +0000', '2013-09-30', true],
])('%s can be %s: %s', (value, other, expected) => {
  const read = readMachineDate(value);
  expect(read && canBeDay(read, day(other))).toBe(expected);
});

test.each([
  ['2013-10-01T01:30:00Z', '2013-09-30'],
  ['2013-10-01T22:30:00+00:00', '2013-10-02'],
  ['2013-10-01T00:00:00Z', undefined],
  ['2013-10-01T12:00:00Z', undefined],
  ['2013-10-01T01:30:00-04:00', undefined],
  ['2013-10-01', undefined],
])('where a page says %s alone, its day may be %s', (value, other) => {
  const read = readMachineDate(value);
  expect(read && otherDayOf(read)).toBe(other);
});

test.each(['2013-13-01', '2013-02-30T10:00:00Z', 'yesterday', '', 'Mon, 31 Feb 2013 10:00:00 GMT'])(
  '“%s” is no date',
  (value) => expect(readMachineDate(value)).toBeUndefined(),
);

test.each([
  ['Mon Mar 04 2013 10:00:00 GMT-0500 (Eastern Standard Time)', '2013-03-04T15:00:00Z'],
  ['Mon, 04 Mar 2013 15:00:00 GMT', '2013-03-04T15:00:00Z'],
  ['2013-03-04T15:00:00.123Z', '2013-03-04T15:00:00.123Z'],
  ['2013-03-04T10:00:00-05:00', '2013-03-04T15:00:00Z'],
  ['Mon, 04 Mar 2013 15:00:00', 'Mon, 04 Mar 2013 15:00:00'],
  ['last spring', 'last spring'],
])('captured on %s', (said, written) => expect(captureInstant(said)).toBe(written));
