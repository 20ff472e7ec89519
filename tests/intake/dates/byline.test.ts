import { expect, test } from 'vitest';
import { readByline } from '../../../src/intake/dates/byline.ts';

const parts = (words: string): unknown => {
  const read = readByline(words, undefined);
  return (
    read && [
      words.slice(read.name.start, read.name.end),
      read.date && words.slice(read.date.shown.start, read.date.shown.end),
      read.date?.kind,
    ]
  );
};

test.each([
  [
    'Posted by Ana Ruiz on Mon, 09/30/2013 - 20:10',
    'Posted by Ana Ruiz',
    'Mon, 09/30/2013 - 20:10',
    'released',
  ],
  [
    'Submitted by web master on September 30, 2013 - 18:00',
    'Submitted by web master',
    'September 30, 2013 - 18:00',
    'released',
  ],
  ['By Ana Ruiz | March 4, 2013', 'By Ana Ruiz', 'March 4, 2013', 'released'],
  ['By Ana Ruiz, updated March 4, 2013 at 9:00 p.m.', 'By Ana Ruiz', 'March 4, 2013 at 9:00 p.m.', 'updated'],
  ['Posted on March 4, 2013 by Ana Ruiz', 'by Ana Ruiz', 'Posted on March 4, 2013', 'released'],
  [
    'March 4, 2013 10:30am by Ana Ruiz and the Web Team',
    'by Ana Ruiz and the Web Team',
    'March 4, 2013 10:30am',
    'released',
  ],
  [
    'Publicado por Ana Ruiz el lunes, 4 de marzo de 2013',
    'Publicado por Ana Ruiz',
    'lunes, 4 de marzo de 2013',
    'released',
  ],
  ['By Ana Ruiz', 'By Ana Ruiz', undefined, undefined],
  ['Posted by Office of the Spokesperson', 'Posted by Office of the Spokesperson', undefined, undefined],
])('%s', (words, name, shown, kind) => {
  expect(parts(words)).toEqual([name, shown, kind]);
});

test.each([
  'By law, agencies report each year.',
  'By March 4, 2013',
  'By Ana Ruiz, who came on March 4, 2013 to the office',
  'The rule was signed by Ana Ruiz on March 4, 2013',
  'On March 4, 2013 by Order of the Court it closed.',
])('%s is no byline', (words) => {
  expect(parts(words)).toBeUndefined();
});
