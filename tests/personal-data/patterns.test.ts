import { describe, expect, test } from 'vitest';
import { findMatches } from '../../src/personal-data/find-matches.ts';
import { patternSetNames, type PatternSetName } from '../../src/personal-data/pattern-set-names.ts';
import { patternSets } from '../../src/personal-data/pattern-sets.ts';

const found = (set: PatternSetName, text: string): readonly string[] =>
  findMatches(text, patternSets[set]).map(({ text: match }) => match);

/** Numbers that states print in examples, each with the last sign that checks it, or a date, made wrong. */
const numbers: readonly (readonly [set: PatternSetName, before: string, number: string, wrong: string])[] = [
  ['us', 'Her ITIN is', '912-70-1234', '912-93-1234'],
  ['us', 'Passport No.', 'C12345678', 'C1234567'],
  ['us', 'Passport No.', '123456789', '1234567890'],
  ['ca', 'She wrote', '130-692-544', '130-692-545'],
  ['ca', 'SIN:', '130 692 544', '130 692 545'],
  ['ca', 'Numéro d’assurance sociale :', '130692544', '130692543'],
  ['ca', 'passport', 'AB123456', 'AB12345'],
  ['uk', 'She wrote', 'AB 12 34 56 C', 'AB 12 34 56 E'],
  ['uk', 'She wrote', 'AB123456C', 'QQ123456C'],
  ['uk', 'NHS number', '943 476 5919', '943 476 5918'],
  ['uk', 'NHS', '9434765919', '9434765910'],
  ['uk', 'British passport', '123456789', '12345678'],
  ['fr', 'Le numéro est', '2 55 08 14 168 025 38', '2 55 08 14 168 025 39'],
  ['fr', 'Le numéro est', '255081416802538', '255081416802537'],
  ['fr', 'Né en Corse :', '1 85 05 2A 006 048 71', '1 85 05 2B 006 048 71'],
  ['de', 'Steuer-ID:', '86 095 742 719', '86 095 742 718'],
  ['de', 'Identifikationsnummer', '86095742719', '86095742710'],
  ['es', 'Con DNI', '12345678Z', '12345678A'],
  ['es', 'Con NIE', 'X-1234567-L', 'X-1234567-M'],
  ['it', 'Codice fiscale', 'RSSMRA85T10A562S', 'RSSMRA85T10A562T'],
  ['nl', 'BSN', '111222333', '111222334'],
  ['nl', 'burgerservicenummer', '1234.56.782', '1234.56.783'],
  ['be', 'Het nummer is', '85.07.30-033.28', '85.07.30-033.29'],
  ['be', 'Rijksregisternummer', '85073003328', '85073003329'],
  ['pl', 'PESEL', '44051401359', '44051401358'],
  ['pl', 'PESEL', '02270812350', '02470812350'],
  ['pt', 'NIF', '123456789', '123456788'],
  ['se', 'Hon heter', '811218-9876', '811218-9875'],
  ['se', 'personnummer', '198112189876', '198113189876'],
  ['iban', 'Pay to', 'DE89 3704 0044 0532 0130 00', 'DE89 3704 0044 0532 0130 01'],
  ['iban', 'Pay to', 'GB29NWBK60161331926819', 'GB29NWBK60161331926818'],
  ['iban', 'Pay to', 'FR14 2004 1010 0505 0001 3M02 606', 'FR14 2004 1010 0505 0001 3M02 607'],
  ['iban', 'Pay to', 'NL91ABNA0417164300', 'NL91ABNA04171643'],
];

describe('a number is found, and one that its check does not fit is not', () => {
  test.each(numbers)('%s: %s %s', (set, before, number, wrong) => {
    expect(found(set, `${before} ${number}, he said.`)).toEqual([number]);
    expect(found(set, `${before} ${wrong}, he said.`)).toEqual([]);
  });
});

test('each set has a number above, and all of the states are in that of the union', () => {
  expect(new Set(numbers.map(([set]) => set))).toEqual(
    new Set(patternSetNames.filter((name) => name !== 'eu')),
  );
  for (const [set, before, number] of numbers)
    if (!['us', 'ca', 'uk'].includes(set)) expect(found('eu', `${before} ${number}.`)).toContain(number);
});

describe('figures that may be anything are numbers of persons only beside their names', () => {
  test.each<[PatternSetName, string]>([
    ['us', '123456789'],
    ['ca', '130 692 544'],
    ['uk', '943 476 5919'],
    ['de', '86095742719'],
    ['nl', '111222333'],
    ['be', '85073003328'],
    ['pl', '44051401359'],
    ['pt', '123456789'],
    ['se', '8112189876'],
  ])('%s: %s', (set, number) => {
    expect(found(set, `The dam holds ${number} litres.`)).toEqual([]);
  });

  test('a name counts within sixty characters before and thirty behind, as a word', () => {
    const number = '44051401359';
    expect(found('pl', `PESEL${' '.repeat(50)}${number}`)).toEqual([number]);
    expect(found('pl', `PESEL${' '.repeat(70)}${number}`)).toEqual([]);
    expect(found('pl', `${number} (PESEL)`)).toEqual([number]);
    expect(found('pl', `${number}${' '.repeat(40)}PESEL`)).toEqual([]);
    expect(found('ca', 'It is a sin: 130 692 544')).toEqual([]);
  });
});

describe('parts of longer things are none', () => {
  test.each<[PatternSetName, string]>([
    ['iban', 'XDE89370400440532013000'],
    ['iban', '/DE89370400440532013000'],
    ['fr', '9255081416802538'],
    ['fr', '255081416802538-1'],
    ['es', 'A12345678Z'],
    ['se', '2011-811218-9876'],
    ['it', 'RSSMRA85T10A562SX'],
    ['ca', 'https://a.example/130-692-544'],
  ])('%s: %s', (set, text) => {
    expect(found(set, text)).toEqual([]);
  });

  test('a word in capitals behind an account is not', () => {
    expect(found('iban', 'ES91 2100 0418 4502 0005 1332 BANK')).toHaveLength(1);
  });
});
