import { expect, test } from 'vitest';
import { checkLanguage } from '../../src/lint/check-language.ts';
import { growth, mostGrowth } from '../growth.ts';
import { isLong } from '../how-long.ts';
import { printMessages, readDocument } from '../posts/read-text.ts';

const told = (words: string): readonly string[] =>
  printMessages(checkLanguage(readDocument(`---\ntitle: T\nlang: en\n---\n\n${words}\n`)));

const french =
  'La commission a publié hier son rapport sur la qualité des eaux de la région, que chacun peut lire. Les habitants sont invités à donner leur avis avant la fin de l’année.';

test.each([
  'https://example.gov/la/commission/a/publie/hier/son/rapport/sur/la/qualite/des/eaux/de/la/region',
  'example.gov/la/commission/a/publie/hier/son/rapport/sur/la/qualite/des/eaux/de/la/region/que/chacun',
  'www.la.commission.a.publie.hier.son.rapport.sur.la.qualite.des.eaux.de.la.region.que.chacun.peut',
])('addresses are in no language: %s', (address) => {
  expect(told(address)).toEqual([]);
  expect(told(french)).toEqual([
    '6:1 warning lang-undeclared-foreign Passage looks like “fr” in a text declared as “en”',
  ]);
});

test.runIf(isLong).each(['a.', 'a@', '12.5,/', 'www.'])(
  'time grows with words without spaces: %s',
  async (part) => {
    const words = readDocument('---\ntitle: T\nlang: en\n---\n\nWords.');
    const document = (size: number): ReturnType<typeof readDocument> => {
      const { body, ...rest } = words;
      const [paragraph] = body;
      if (paragraph?.type !== 'paragraph') throw new Error('The post is no paragraph');
      const text = { type: 'text', value: part.repeat(size), offset: 0 } as const;
      return { ...rest, body: [{ ...paragraph, children: [text] }] };
    };
    expect(await growth((size) => checkLanguage(document(size)), 100_000)).toBeLessThan(mostGrowth);
  },
);

test.each([
  'Duis aute irure dolor in reprehenderit in voluptate velit esse cillum dolore eu fugiat nulla pariatur. Excepteur sint occaecat cupidatat non proident.',
  'Maria Gonzalez, Jean-Pierre Dubois, Karl Heinz Müller, Giovanni Rossi, Anna Kowalska, Svetlana Petrova, José da Silva, Ingrid Johansson, Pieter van Dijk',
  'Files may include contracts, reports, presentations, documents, invoices, certificates, permits, minutes, agendas, transcripts, etc.',
])('what stands in no language is not told: %s', (words) => {
  expect(told(words)).toEqual([]);
});

test.each([
  [
    'it',
    'Tutti gli abitanti della città possono leggere il rapporto e dire che cosa ne pensano, prima che il consiglio prenda una decisione.',
  ],
  [
    'de',
    'Alle Einwohner der Stadt können den Bericht lesen und sagen, was sie davon halten, bevor der Rat über das Wasser entscheidet.',
  ],
])('a short sentence of one language is told: %s', (language, words) => {
  expect(told(words)).toEqual([
    `6:1 warning lang-undeclared-foreign Passage looks like “${language}” in a text declared as “en”`,
  ]);
});
