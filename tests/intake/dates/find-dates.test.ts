import { expect, test } from 'vitest';
import { findDates } from '../../../src/intake/dates/find-dates.ts';

const fourth = { year: 2013, month: 3, day: 4 };

test.each([
  'March 4, 2013',
  'Mar. 4, 2013',
  'MARCH 4TH 2013',
  '4 March 2013',
  '4th March 2013',
  '4th of March, 2013',
  '04-Mar-2013',
  '4 de marzo de 2013',
  '4 marzo, 2013',
  'Marzo 4, 2013',
  '4 mars 2013',
  '4. März 2013',
  '4. März 2013'.normalize('NFD'),
  '4 de março de 2013',
  '2013-03-04',
  '2013-03-04T23:10:00-05:00',
])('%s is a day', (text) => {
  expect(findDates(`In ${text}, or`, undefined)).toEqual([
    { start: 3, end: 3 + text.length, reading: fourth },
  ]);
});

test.each([
  ['1er août 2013', { year: 2013, month: 8, day: 1 }],
  ['Sept. 4, 2013', { year: 2013, month: 9, day: 4 }],
  ['7 de febrero de 2022', { year: 2022, month: 2, day: 7 }],
  ['12 de out. de 2013', { year: 2013, month: 10, day: 12 }],
  ['31. Dezember 2013', { year: 2013, month: 12, day: 31 }],
  ['3 déc. 2013', { year: 2013, month: 12, day: 3 }],
  ['09/30/2013', { year: 2013, month: 9, day: 30 }],
  ['February 30, 2013', 'invalid'],
  ['03/04/2013', 'ambiguous'],
])('%s is read as %o', (text, reading) => {
  expect(findDates(text, undefined).map((found) => found.reading)).toEqual([reading]);
});

test.each([
  'Section 4, 2013 words',
  'carry out 12, 2013 of them',
  'set 4, 2013',
  'March 4',
  'Marching 4, 2013',
  '10.2.3.4/24',
  'May 2013',
])('%s is no date', (text) => {
  expect(findDates(text, 'mdy')).toEqual([]);
});
