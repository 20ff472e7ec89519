import { expect, test } from 'vitest';
import type { Dialect } from '../../../src/document/dialect.ts';
import { printDocument } from '../print-document.ts';
import { printMessages, readText } from '../read-text.ts';

/** The blocks of a post and what was told of it; words one line each, without cells and rows. */
function read(body: string, dialect: Dialect = 'pandoc'): readonly string[] {
  const { value, messages } = readText(`---\ntitle: T\nlang: en\n---\n${body}`, { dialect });
  const tree = value === undefined ? '' : printDocument({ ...value, titleBlock: [] });
  const lines = tree.trimEnd().split('\n').filter(Boolean);
  const shown = lines.filter((line) => !/^ +(?:table-|paragraph$|text value="(?:a|b|1|2)")/u.test(line));
  return [...shown.map((line) => line.trim()), ...printMessages(messages)];
}

const table = '| a | b |\n|---|---|\n| 1 | 2 |';
const verse = 'verse kind="verse"';

test('each line that begins with a stroke is one of a poem', () => {
  expect(read('| The *tide*\n|   comes in,\n| and goes.')).toEqual([
    verse,
    'line',
    'text value="The "',
    'span kind="emphasis"',
    'text value="tide"',
    'line',
    'text value="comes in,"',
    'line',
    'text value="and goes."',
  ]);
});

test('a stroke alone parts stanzas, and a line without one goes on with that before it', () => {
  expect(read('| One\n  line\n|\n| Two')).toEqual([
    verse,
    'line',
    'text value="One line"',
    verse,
    'line',
    'text value="Two"',
  ]);
});

test.each([
  ['one line', '| Words', 'Words'],
  ['a line with the strokes of a row', '| Words | more', 'Words | more'],
  ['a quotation', '> | Words', 'Words'],
])('%s is read', (_, body, words) => {
  expect(read(body).slice(-3)).toEqual([verse, 'line', `text value="${words}"`]);
});

test.each([
  ['a stroke without a space', '|Words'],
  ['an escaped stroke', '\\| Words'],
  ['a stroke in words', 'Words | more'],
])('%s is none', (_, body) => {
  expect(read(body)).toEqual(['paragraph', `text value="${body.replace('\\', '')}"`]);
});

test.each([
  ['with other columns than its head', '| a | b\n|---|---|---|\n| 1 | 2 |'],
  ['whose rows are not indented as its list asks', '1. | a | b |\n  | :-: | - |\n  | 1 | 2 |'],
])('a table %s is no poem, and told', (_, body) => {
  expect(read(body).at(-1)).toMatch(/markup-visible Readers see the rule of a table/u);
});

test('a dash may begin a line of a poem', () => {
  expect(read('| a\n| - b | c\n| -').slice(-2)).toEqual(['line', 'text value="-"']);
});

test.each([
  ['behind it', `${table}\n\nTable: The *tide*`],
  ['before it', `Table: The *tide*\n\n${table}`],
  ['before it, with a colon alone', `: The *tide*\n\n${table}`],
])('a table has the caption %s', (_, body) => {
  expect(read(body)).toEqual([
    'table',
    'paragraph role="caption"',
    'text value="The "',
    'span kind="emphasis"',
    'text value="tide"',
  ]);
});

test('a caption names its table', () => {
  expect(read(`${table}\n\nTable: Tides {#tbl-tides}\n\nSee @tbl-tides.`)).toEqual([
    'table id="tbl-tides"',
    'paragraph role="caption"',
    'text value="Tides"',
    'paragraph',
    'text value="See "',
    'link target={"kind":"internal","id":"tbl-tides"}',
    'text value="Tides"',
    'text value="."',
  ]);
});

test('between two tables it is that of the first', () => {
  expect(read(`${table}\n\nTable: One\n\n${table}`)).toEqual([
    'table',
    'paragraph role="caption"',
    'text value="One"',
    'table',
  ]);
});

test.each([
  [
    'no table beside it',
    'Table: Words\n\nMore',
    ['paragraph', 'text value="Table: Words"', 'paragraph', 'text value="More"'],
  ],
  [
    'words between',
    `${table}\n\nMore\n\nTable: Words`,
    ['table', 'paragraph', 'text value="More"', 'paragraph', 'text value="Table: Words"'],
  ],
])('with %s it is a paragraph', (_, body, expected) => {
  expect(read(body)).toEqual(expected);
});

test.each(['auto', 'gfm', 'goldmark', 'kramdown', 'myst'] as const)('%s has neither', (dialect) => {
  expect(read(`| Words\n\n${table}\n\nTable: More`, dialect)).toEqual([
    'paragraph',
    'text value="| Words"',
    'table',
    'paragraph',
    'text value="Table: More"',
  ]);
});
