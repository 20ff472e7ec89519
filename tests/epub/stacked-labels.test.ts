import { expect, test } from 'vitest';
import type { Table, TableCell } from '../../src/document/document.ts';
import { publicationOfPost } from '../../src/document/publication.ts';
import { walkDocument } from '../../src/document/walk.ts';
import { makeBook } from '../../src/epub/package/make-book.ts';
import { stackedLabels } from '../../src/epub/xhtml/stacked-labels.ts';
import { isLong } from '../how-long.ts';
import { growth, mostGrowth } from '../growth.ts';
import { readDocument } from '../posts/read-text.ts';
import { paragraph, readEnglish } from './build-document.ts';

const wide = `| Agency | Responsibility | Deadline | Contact |
|---|---|--:|---|
| Administration | Publishes | 2024-11-02 | directives@example.org |
`;

function tableOf(body: string): Table {
  const document = readDocument(`---\ntitle: T\nlang: en\n---\n\n${body}\n`);
  const [table] = [...walkDocument(document)].filter((node) => node.type === 'table');
  if (!table) throw new Error('there is no table');
  return table;
}

const labels = (body: string): readonly string[] | undefined => stackedLabels(tableOf(body));

test('a table whose words would break on a telephone says the names of its columns before its cells', () => {
  expect(labels(wide)).toEqual(['Agency', 'Responsibility', 'Deadline', 'Contact']);
  expect(labels(wide.replace('Agency', '*Agency*  of `all`').replace('Contact', ''))).toEqual([
    'Agency of all',
    'Responsibility',
    'Deadline',
    '',
  ]);
});

test.each([
  ['fits', '| A | B |\n|---|---|\n| a | A sentence of many words that are short, but do not fit on a line |'],
  ['has a link in its head', wide.replace('Contact', '[Contact](https://example.org/)')],
  ['has a note in its head', `${wide.replace('Contact', 'Contact[^1]')}\n[^1]: A note.`],
  ['has a place in its head that others lead to', wide.replace('Contact', '<span id="c">Contact</span>')],
  ['has a long name', wide.replace('Contact', 'Contact '.repeat(8))],
  [
    'joins cells',
    '<table><tr><th>Agency</th><th>Responsibility</th><th>Deadline</th></tr><tr><td colspan="2">Administration</td><td>2024-11-02, directives@example.org</td></tr></table>',
  ],
  [
    'has a head of two rows',
    '<table><thead><tr><th>Agency</th><th>Responsibility</th><th>Deadline</th></tr><tr><th>Agency</th><th>Responsibility</th><th>Deadline</th></tr></thead><tr><td>Administration</td><td>2024</td><td>directives@example.org</td></tr></table>',
  ],
  [
    'has no head',
    '<table><tr><td>Administration</td><td>Administration</td><td>Administration</td></tr></table>',
  ],
])('a table that %s stays one', (_, body) => {
  expect(labels(body)).toBeUndefined();
});

test('a table that may be stacked has its roles in words, and no other', () => {
  const body = `${wide}\n| A | B |\n|---|---|\n| a | b |`;
  const document = readDocument(`---\ntitle: T\nlang: en\n---\n\n${body}\n`);
  const { files } = makeBook(publicationOfPost(document, readEnglish()), {}).value;
  expect(files[0]?.xhtml.match(/<table.*<\/table>/gsu)?.[0]).toMatchInlineSnapshot(`
    "<table role="table" class="shared stacked"><colgroup><col style="width: 26.4%"/><col style="width: 26.4%"/><col style="width: 20.8%"/><col style="width: 26.4%"/></colgroup><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Agency</th><th role="columnheader" scope="col">Responsibility</th><th role="columnheader" class="align-end" scope="col">Deadline</th><th role="columnheader" scope="col">Contact</th></tr></thead><tbody role="rowgroup"><tr role="row"><td role="cell" data-label="Agency">Administration</td><td role="cell" data-label="Responsibility">Publishes</td><td role="cell" class="align-end" data-label="Deadline">2024-11-02</td><td role="cell" data-label="Contact"><a href="mailto:directives@example.org">directives@example.org</a></td></tr></tbody></table>
    <table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody><tr><td>a</td><td>b</td></tr></tbody></table>"
  `);
});

test.runIf(isLong)('the names of columns take time that grows with the cells', async () => {
  const named = 'Responsibilities '.repeat(3);
  const tableWith = (size: number): Table => {
    const cells = Array.from({ length: size }, (_, column): TableCell => ({
      type: 'table-cell',
      column,
      colSpan: 1,
      rowSpan: 1,
      children: [paragraph(named)],
    }));
    const row = { type: 'table-row' as const, cells };
    return { type: 'table', columns: cells.map(() => ({})), head: [row], body: [row], foot: [] };
  };
  expect(stackedLabels(tableWith(3))).toEqual([named.trim(), named.trim(), named.trim()]);
  expect(await growth((size) => stackedLabels(tableWith(size)), 10_000)).toBeLessThan(mostGrowth);
});
