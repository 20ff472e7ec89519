import type { Chance } from './chance.ts';

const plain = [
  'harbour',
  'quay',
  'boat',
  'ropes',
  'an',
  'of',
  'the',
  '12',
  '3.5',
  'U.S.',
  'A',
  'café',
  'naïve',
  'Łódź',
];
const others = ['Ἀθῆναι', 'Москва', 'ọ́jọ́', 'Đặng', 'ﬁne', 'e\u0301', '½', '→', '€5', '—', '…', '№', 'ß', 'İ'];
const odd = [
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u200d',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\ufffe',
  '\ufffd',
  '\u0007',
  '\u{1f3f3}\ufe0f',
  'שלום',
  'عربي',
  'ऐसे',
  '漢字',
  'ไทย',
  '\u{e000}',
  '\u{10ffff}',
  'x\u0335\u0336\u0337',
  '🙂',
  '&#0;',
  '&nbsp;',
  '&zwj;',
];

/** Some words of scripts that every machine can set, now and then one that is none. */
export function makeWords(chance: Chance, most = 8, oddity = 0): string {
  return chance
    .several(1, most, () => chance.one(chance.is(oddity) ? odd : chance.is(0.2) ? others : plain))
    .join(' ');
}
