import type { Chance } from './chance.ts';
import { makeWords } from './make-words.ts';

/** The front matter of a post that is about something else. */
export const goodHead = '---\ntitle: T\nlang: en\n---\n\n';

const keys = [
  'title',
  'lang',
  'date',
  'released',
  'author',
  'authors',
  'agency',
  'summary',
  'source',
  'draft',
  'tags',
  'expiryDate',
  'retention',
  'x',
];

function makeValue(chance: Chance): string {
  return chance.one([
    makeWords(chance, 4, 0.1),
    '~',
    'null',
    'true',
    '2024-02-30',
    '2024-03-05',
    '2024-03-05T10:00:00+02:00',
    '"a\\uD800b"',
    "'&#8217;'",
    '[a, b]',
    '{a: b, a: c}',
    '*x',
    '&x y',
    '!!binary aGk=',
    '|\n  two\n  lines',
    '"open',
    '1e999',
    '0x1F',
    'en-US',
    'zz-ZZ',
    '- a',
    '@',
    '- [',
    '  ',
    '"\\u0007"',
    '!tag x',
    '<<: *x',
    'de\u0301',
  ]);
}

/** Front matter in YAML, TOML or JSON, as often wrong as right. */
export function makeFrontMatter(chance: Chance): string {
  const entries = (sign: string): string =>
    chance.several(0, 5, () => `${chance.one(keys)}${sign}${makeValue(chance)}\n`).join('');
  switch (chance.below(6)) {
    case 0:
      return `+++\ntitle = "${makeWords(chance, 3)}"\n${entries(' = ')}${chance.one(['+++\n', '---\n', ''])}`;
    case 1:
      return `{"title": "${makeWords(chance, 3)}", "lang": "en"${chance.one(['}', ',}', ''])}\n`;
    case 2:
      return `${chance.one(['\ufeff', '\n', ' '])}---\ntitle: T\n---\n`;
    default:
      return `---\ntitle: ${makeWords(chance, 4, 0.1)}\nlang: en\n${entries(': ')}${chance.one(['---\n', '---\n', '...\n', '--- \n', ''])}\n`;
  }
}
