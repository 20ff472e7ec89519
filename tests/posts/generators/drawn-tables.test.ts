import { describe, expect, test } from 'vitest';
import { accountWords } from '../../../src/account/account-words.ts';
import type { Table, TableRow } from '../../../src/document/document.ts';
import type { Dialect } from '../../../src/document/dialect.ts';
import { type Node, walk } from '../../../src/document/walk.ts';
import { findMarkup } from '../../../src/posts/generators/find-markup.ts';
import { growth, mostGrowth } from '../../growth.ts';
import { isLong } from '../../how-long.ts';
import { printMessages, readText } from '../read-text.ts';
import { printFormats } from '../constructs/print-formats.ts';

const words = (nodes: readonly Node[]): string =>
  [...walk(nodes)].map((node) => (node.type === 'text' ? node.value : '')).join('');

/** A row: words, with their alignment and how many columns they go over; header cells stand in brackets. */
function rowText({ cells }: TableRow): string {
  return cells
    .map((cell) => {
      const said = `${words(cell.children)}${cell.align ? `:${cell.align}` : ''}${cell.colSpan > 1 ? `×${cell.colSpan}` : ''}`;
      return cell.header ? `[${said}]` : said;
    })
    .join(' | ');
}

function tableText(table: Table): readonly string[] {
  const caption = table.caption ? [`caption: ${words(table.caption.children)}`] : [];
  return [...caption, ...[...table.head, ...table.body].map(rowText)];
}

/** The tables of a post, a line for each row, and what is told. */
function read(body: string, dialect: Dialect = 'pandoc'): readonly string[] {
  const post = readText(`---\ntitle: T\nlang: en\n---\n${body}`, { dialect });
  const { value, messages } = accountWords(post, { hasPlugins: false });
  const tables = [...walk(value?.body ?? [])].flatMap((node) =>
    node.type === 'table' ? tableText(node) : [],
  );
  return [...tables, ...printMessages(messages)];
}

const grid = `+---------+:-----:+--------+
| Port    | Depth | Note   |
+=========+=======+========+
| Boston  | 12    | *Deep* |
|         |       | water  |
+---------+-------+--------+
| Both together   | 3      |
+-----------------+--------+
`;

describe('a table that is drawn', () => {
  test('has its head, its alignment and its spans', () => {
    expect(
      read(grid.replace(':-----:', '-------').replace('+=========+=======+', '+:========+:=====:+')),
    ).toEqual([
      '[Port:start] | [Depth:center] | [Note]',
      'Boston:start | 12:center | Deep water',
      'Both together:start×2 | 3',
    ]);
  });

  test('has a caption and a name', () => {
    expect(read(`${grid}\n: Depths of\n  ports {#tbl-ports}\n\nSee @tbl-ports.\n`)).toEqual([
      'caption: Depths of ports',
      '[Port] | [Depth] | [Note]',
      'Boston | 12 | Deep water',
      'Both together×2 | 3',
    ]);
  });

  test('has no head where no double rule says so, and may have a foot', () => {
    expect(read('+-----+-----+\n| a   | b   |\n+-----+-----+\n').slice(0, 1)).toEqual(['a | b']);
    expect(
      read(
        '+-----+-----+\n| a   | b   |\n+:===:+=====+\n| c   | d   |\n+=====+=====+\n| e   | f   |\n+=====+=====+\n',
      ),
    ).toEqual(['[a:center] | [b]', 'c:center | d', 'e:center | f']);
  });

  test.each([
    ['a cell over rows', '+---+---+\n| a | b |\n|   +---+\n|   | c |\n+---+---+\n'],
    ['a list in a cell', '+-----+-----+\n| - a | b   |\n| - c |     |\n+-----+-----+\n'],
    [
      'two paragraphs in a cell',
      '+-----+-----+\n| a   | b   |\n|     |     |\n| c   |     |\n+-----+-----+\n',
    ],
    ['a row that is too short', '+-----+-----+\n| a   | b |\n+-----+-----+\n'],
    ['wide letters', '+-----+-----+\n| 水  | b   |\n+-----+-----+\n'],
    ['a note', '+-----+-----+\n| a[^1] | b |\n+-----+-----+\n\n[^1]: c\n'],
    ['words right below', '+-----+-----+\n| a   | b   |\n+-----+-----+\nwords\n'],
    ['words right above', 'words\n+-----+-----+\n| a   | b   |\n+-----+-----+\n'],
    ['a caption above', 'Table: words\n\n+-----+-----+\n| a   | b   |\n+-----+-----+\n'],
    ['one in a list', '- x\n\n  +-----+-----+\n  | a   | b   |\n  +-----+-----+\n'],
  ])('with %s is told', (name, body) => {
    if (name === 'one in a list') expect(read(body)[0]).toBe('a | b');
    else expect(read(body).filter((line) => line.includes('markup-visible')).length).toBeGreaterThan(0);
  });
});

const simple = `  Right     Left     Center     Default
-------     ------ ----------   -------
     12     12        *12*           12
    123     123       123           123

`;

describe('a table whose columns dashes mark', () => {
  test('has its head, and is aligned as its head stands over the dashes', () => {
    expect(read(simple)).toEqual([
      '[Right:end] | [Left:start] | [Center:center] | [Default]',
      '12:end | 12:start | 12:center | 12',
      '123:end | 123:start | 123:center | 123',
    ]);
  });

  test('has a caption', () => {
    expect(read(`${simple}Table: Some numbers\n\nWords.\n`)[0]).toBe('caption: Some numbers');
  });

  test('has no head where it begins and ends with dashes', () => {
    expect(read('----   ----\nHigh   Six\nLow    One\n----   ----\n\nWords.\n').slice(0, 2)).toEqual([
      'High | Six:start',
      'Low | One:start',
    ]);
  });

  test('has rows of several lines between empty lines', () => {
    expect(
      read(
        '------------------\n Tide     Height\n of day\n--------- --------\n High     Six\n          metres\n\n Low      One\n------------------\n\n: Tides {#tbl-tides tbl-colwidths="[50,50]"}\n',
      ),
    ).toEqual([
      'caption: Tides',
      '[Tide of day:center] | [Height:start]',
      'High:center | Six metres:start',
      'Low:center | One:start',
    ]);
  });

  test.each([
    ['a word across two columns', 'Port  Depth\n---- -----\nBoston 12\n\nWords.\n'],
    ['no end', '--- ---\na   b\n\nwords\n'],
    ['a head of a paragraph', 'words\na   b\n--- ---\nc   d\n\nWords.\n'],
    ['a formula', 'a   b\n--- ---\n$x$ y\n\nWords.\n'],
    ['a reference', 'a   b\n--- ---\n[c] y\n\nWords.\n'],
    ['a rule above and no empty line', '-------\na   b\n--- ---\nc   d\ne   f\n-------\n\nWords\n'],
  ])('with %s is told', (_, body) => {
    expect(read(body).filter((line) => line.includes('markup-visible'))).toHaveLength(1);
  });

  test.each([
    ['a break', 'Words\n\n-----\n\nMore\n'],
    ['a heading', 'Words\n-----\nMore\n'],
    ['a table with strokes', '| a | b |\n|---|---|\n| 1 | 2 |\n'],
    ['code', '```\n a  b\n-- --\n 1  2\n```\n\n    +---+\n    | a |\n    +---+\n'],
  ])('%s is none', (name, body) => {
    expect(read(body).filter((line) => !line.includes(' | '))).toEqual([]);
    expect(read(body)).toHaveLength(name === 'a table with strokes' ? 2 : 0);
  });
});

test('other dialects have none of these', () => {
  expect(read(simple, 'auto').some((line) => line.startsWith('['))).toBe(false);
  expect(read(grid, 'gfm').some((line) => line.startsWith('['))).toBe(false);
});

test('both formats hold one, with its caption and its header cells', () => {
  const { value, messages } = readText(
    '---\ntitle: T\nlang: en\n---\n\nPort    Depth\n------ ------\nBoston     12\n\n: Depths\n',
    { dialect: 'pandoc' },
  );
  expect(printMessages(messages)).toEqual([]);
  expect(value && printFormats(value)).toMatchInlineSnapshot(`
    "heading id="title" level=1
      text value="T"
    table
      paragraph role="caption"
        text value="Depths"
      table-row
        table-cell header="column" column=0 colSpan=1 rowSpan=1 align="start"
          paragraph
            text value="Port"
        table-cell header="column" column=1 colSpan=1 rowSpan=1 align="end"
          paragraph
            text value="Depth"
      table-row
        table-cell column=0 colSpan=1 rowSpan=1 align="start"
          paragraph
            text value="Boston"
        table-cell column=1 colSpan=1 rowSpan=1 align="end"
          paragraph
            text value="12"

    Document Lang=en
      H1 · 1
      Table
        Caption
          P · 1
        THead
          TR
            TH {Table Scope=Column} {Layout TextAlign=Start}
              P · 1
            TH {Table Scope=Column} {Layout TextAlign=End}
              P · 1
        TBody
          TR
            TD {Layout TextAlign=Start}
              P · 1
            TD {Layout TextAlign=End}
              P · 1

    <table><caption>Depths</caption><thead><tr><th class="align-start" scope="col">Port</th><th class="align-end" scope="col">Depth</th></tr></thead><tbody><tr><td class="align-start">Boston</td><td class="align-end">12</td></tr></tbody></table>
    "
  `);
});

const hostile: readonly (readonly [name: string, source: (count: number) => string])[] = [
  ['rules', (count) => '---\n\n'.repeat(count)],
  ['rules above words', (count) => '---\nwords\n\n'.repeat(count)],
  ['tables that nothing ends', (count) => '-- --\na  b\n\n'.repeat(count).replace(/-- --/u, '---\nh\n-- --')],
  ['heads that nothing ends', (count) => '---\nh\n-- --\na\n\n'.repeat(count)],
  ['dashes', (count) => `${'-- '.repeat(count)}x\n`],
  ['columns', (count) => `a\n${'-- '.repeat(count)}\n${'b\n'.repeat(count)}\n`],
  ['frames', (count) => '+--+\n'.repeat(count)],
  ['frames apart', (count) => '+--+\n|a |\n\n'.repeat(count)],
  ['edges', (count) => `+${'-+'.repeat(count)}\n|${'a|'.repeat(count)}\n+${'-+'.repeat(count)}\n`],
  ['captions', (count) => `a\n-- --\nb\n\n: ${'{ '.repeat(count)}}\n`],
  ['lines of a caption', (count) => `a\n-- --\nb\n\n: ${'c\n'.repeat(count)}`],
  ['a line above', (count) => `${'a '.repeat(count)}\n-- --\nb\n`],
  ['tables with a long line above', (count) => `${'a'.repeat(count)}\n-- --\nb\n\n`.repeat(30)],
];

test.runIf(isLong).each(hostile)('the time of looking for %s grows with them', async (_, source) => {
  const options = { dialect: 'pandoc', handlers: {}, base: undefined, params: {}, from: 0 } as const;
  expect(await growth((count) => findMarkup(source(count), options), 20_000)).toBeLessThan(mostGrowth);
});
