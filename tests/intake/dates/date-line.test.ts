import { expect, test } from 'vitest';
import { readDateLine } from '../../../src/intake/dates/date-line.ts';

const kinds = (words: string): unknown => {
  const line = readDateLine(words, undefined);
  return line && [line.kind, line.date.reading];
};
const fourth = { year: 2013, month: 3, day: 4 };

test.each([
  ['Release Date: March 4, 2013', 'released'],
  ['Posted in News: Mar. 4, 2013', 'released'],
  ['Monday, March 4, 2013 - 10:30am', undefined],
  ['Mon, 4 Mar 2013 at 10:30 a.m. EST', undefined],
  ['Published on Monday, 4th March 2013', 'released'],
  ['10:30 AM EST, March 4, 2013', undefined],
  ['Última actualización: lunes, 4 de marzo de 2013', 'updated'],
  ['Publié le lundi 4 mars 2013 à 10h30', 'released'],
  ['Stand: 4. März 2013', 'updated'],
  ['Veröffentlicht am Montag, 4. März 2013 um 10:30 Uhr', 'released'],
  ['Publicado em segunda-feira, 4 de março de 2013', 'released'],
  ['Date Last Updated: 4 March 2013', 'updated'],
  ['Page last reviewed on March 4, 2013.', 'updated'],
])('%s says a date and nothing else', (words, kind) => {
  expect(kinds(words)).toEqual([kind, fourth]);
});

test.each([
  'The office was closed on March 4, 2013',
  'March 4, 2013 is the day',
  'March 4, 2013 – March 8, 2013',
  'Comments are due: March 4, 2013',
  'Updated rules were published by March 4, 2013',
  'Fall 2013',
])('%s says more or less', (words) => {
  expect(kinds(words)).toBeUndefined();
});
