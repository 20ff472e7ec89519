import { describe, expect, test } from 'vitest';
import type { DefinitionList, Table } from '../../src/document/document.ts';
import { walk, walkDocument } from '../../src/document/walk.ts';
import { gaps, irregularities } from './check-grid.ts';
import { chances, randomDefinitions, randomTable } from './random-tables.ts';
import { printMessages, readDocument, readText } from './read-text.ts';

/** A post is read as fast with some of them as with one. */
const perPost = 20;
const head = '---\ntitle: T\nlang: en\n---\n\n';

function tablesOf(html: string): readonly Table[] {
  return [...walkDocument(readDocument(`${head}${html}`))].filter((node) => node.type === 'table');
}

function listsOf(html: string): readonly DefinitionList[] {
  return [...walkDocument(readDocument(`${head}${html}`))].filter((node) => node.type === 'definition-list');
}

/** A table as a line for each row: cells by column, with what they span. */
function print({ head: top, body, foot }: Table): readonly string[] {
  const parts = { head: top, body, foot };
  return Object.entries(parts).flatMap(([name, rows]) =>
    rows.map(({ cells }) => {
      const shown = cells.map(({ column, colSpan, rowSpan, children }) => {
        const words = [...walk(children)].map((node) => (node.type === 'text' ? node.value : '')).join('');
        return `${column}${colSpan > 1 ? `+${colSpan - 1}` : ''}${rowSpan > 1 ? `/${rowSpan}` : ''}:${words}`;
      });
      return `${name} ${shown.join(' ')}`;
    }),
  );
}

describe('tables', () => {
  test('of all kinds are regular, and lose no word', () => {
    const chance = chances(12);
    const wrong: unknown[] = [];
    let tables = 0;
    for (let count = 0; count < 500 / perPost; count += 1) {
      const html = Array.from({ length: perPost }, () => randomTable(chance)).join('\n\n');
      const found = tablesOf(html);
      tables += found.length;
      const words =
        found
          .flatMap(print)
          .join(' ')
          .match(/:[abc]/gu)?.length ?? 0;
      if (words !== (html.match(/>[abc]</gu)?.length ?? 0)) wrong.push([html, 'words']);
      for (const table of found)
        if (irregularities(table).length > 0) wrong.push([html, irregularities(table)]);
    }
    expect(wrong).toEqual([]);
    expect(tables).toBeGreaterThan(300);
  });

  test('that are irregular are seen to be so', () => {
    const [table] = tablesOf('<table><tr><td>a</td><td>b</td></tr></table>');
    if (table === undefined) throw new Error('No table');
    const [row] = table.body;
    const cells = row?.cells ?? [];
    const bad = (body: Table['body']): readonly string[] => irregularities({ ...table, body });
    expect(irregularities(table)).toEqual([]);
    expect(irregularities({ ...table, body: [], foot: table.body })).toEqual(['a foot without a body']);
    expect(bad([{ type: 'table-row', cells: [] }])).toEqual([
      'body: row 0 has no cells',
      'body: square 0/0 has 0 cells',
      'body: square 0/1 has 0 cells',
    ]);
    expect(bad([{ type: 'table-row', cells: cells.slice(1) }])).toEqual(['body: square 0/0 has 0 cells']);
    expect(bad([{ type: 'table-row', cells: cells.map((cell) => ({ ...cell, rowSpan: 2 })) }])).toEqual([
      'body: a cell of row 0 reaches out of the table',
      'body: a cell of row 0 reaches out of the table',
    ]);
    expect(
      bad([{ type: 'table-row', cells: cells.map((cell) => ({ ...cell, colSpan: 2 - cell.column })) }]),
    ).toEqual(['body: square 0/1 has 2 cells']);
  });

  test.each<readonly [string, string, readonly string[], readonly string[]]>([
    [
      'rows without cells are left out, and spans over them are shorter',
      '<table><tr><td rowspan=2>a</td></tr><tr></tr><tr></tr></table>',
      ['body 0:a'],
      [
        '6:37 warning table-row-empty Row without cells left out',
        '6:46 warning table-row-empty Row without cells left out',
      ],
    ],
    [
      'a span goes on behind a row without cells',
      '<table><tr><td rowspan=3>a</td><td>b</td></tr><tr></tr><tr><td>c</td></tr><tr><td>d</td><td>e</td></tr></table>',
      ['body 0/2:a 1:b', 'body 1:c', 'body 0:d 1:e'],
      ['6:47 warning table-row-empty Row without cells left out'],
    ],
    [
      'a foot without a body is the body',
      '<table><thead><tr><th>Year</th><th>Sum</th></tr></thead><tfoot><tr><td>All</td><td>9</td></tr></tfoot></table>',
      ['head 0:Year 1:Sum', 'body 0:All 1:9'],
      ['6:1 warning table-body-missing Table has a foot and no rows above it'],
    ],
    [
      'a foot behind a body is a foot',
      '<table><tr><th>Year</th></tr><tfoot><tr><td>All</td></tr></tfoot><tr><td>1</td></tr></table>',
      ['head 0:Year', 'body 0:1', 'foot 0:All'],
      [],
    ],
    [
      'a span ends with the rows of its part',
      '<table><thead><tr><th rowspan=3>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>',
      ['head 0:a', 'body 0:b'],
      ['6:19 error table-span-irregular Cell spans more than the rows and columns there are'],
    ],
    [
      'a table of rows without cells is none',
      '<table><caption>Words</caption><tr></tr></table>',
      [],
      ['6:32 warning table-row-empty Row without cells left out'],
    ],
  ])('%s', (_, html, rows, messages) => {
    expect(tablesOf(html).flatMap(print)).toEqual(rows);
    expect(printMessages(readText(`${head}${html}`).messages)).toEqual(messages);
  });
});

describe('definition lists', () => {
  test('of all kinds are complete, and lose no word', () => {
    const chance = chances(21);
    const wrong: unknown[] = [];
    for (let count = 0; count < 500 / perPost; count += 1) {
      const lists = Array.from({ length: perPost }, () => randomDefinitions(chance));
      const html = lists.map((list, index) => list.replace('id="list"', `id="list-${index}"`)).join('\n\n');
      const nodes = [...walkDocument(readDocument(`${head}${html}`))];
      const found = nodes.filter((node) => node.type === 'definition-list');
      for (const list of found) if (gaps(list).length > 0) wrong.push([html, gaps(list)]);
      const words = nodes.map((node) => (node.type === 'text' ? node.value : '')).join('');
      const written = html.replace(/<[^>]*>/gu, '');
      if (words.replace(/\s/gu, '') !== `T${written}`.replace(/\s/gu, '')) wrong.push([html, words]);
      for (const [, id] of html.matchAll(/<dl id="([^"]+)">/gu)) {
        const list = lists[Number(id?.slice(5))] ?? '';
        if (list.replace(/<[^>]*>/gu, '') !== '' && !nodes.some((node) => node.id === id))
          wrong.push([html, id]);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('that are incomplete are seen to be so', () => {
    const [list] = listsOf('<dl><dt>a</dt><dd>b</dd></dl>');
    if (list === undefined) throw new Error('No list');
    expect(gaps(list)).toEqual([]);
    expect(gaps({ ...list, items: [] })).toEqual(['no items']);
    const changed = list.items.map((item) => ({ ...item, terms: [], definitions: [[]] }));
    expect(gaps({ ...list, items: changed })).toEqual(['no term', 'an empty definition']);
  });

  test.each<readonly [string, string, readonly string[], readonly string[]]>([
    [
      'a term alone',
      '<dl><dt>a</dt></dl>',
      ['paragraph'],
      ['6:5 warning definition-incomplete Term “a” without a definition'],
    ],
    [
      'a definition first',
      '<dl><dd>a</dd><dt>b</dt><dd>c</dd></dl>',
      ['paragraph', 'definition-list'],
      ['6:9 warning definition-incomplete Definition without a term'],
    ],
    [
      'an empty definition between',
      '<dl id="l"><dt>a</dt><dd></dd><dt>b</dt><dt>c</dt><dd>d</dd></dl>',
      ['group'],
      ['6:12 warning definition-incomplete Term “a” without a definition'],
    ],
    ['a whole one', '<dl><dt>a</dt><dt>b</dt><dd>c</dd><dd>d</dd></dl>', ['definition-list'], []],
    [
      'a defined term in another',
      '<dl><dt><dfn>a <em><dfn>b</dfn></em></dfn></dt><dd>c</dd></dl>',
      ['definition-list'],
      ['6:20 warning html-unwrapped <dfn> taken away, its content kept'],
    ],
  ])('%s', (_, html, blocks, messages) => {
    expect(readDocument(`${head}${html}`).body.map(({ type }) => type)).toEqual(blocks);
    expect(printMessages(readText(`${head}${html}`).messages)).toEqual(messages);
  });
});
