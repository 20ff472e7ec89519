import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { buildStructure } from '../../../src/pdf/structure/build-structure.ts';
import { printStructure } from '../../../src/pdf/structure/print-structure.ts';
import { setting } from '../layout/lay-out-post.ts';
import { readDocument } from '../../posts/read-text.ts';

test.each(['2011-12-02-strong-international-partnerships', 'feature-tour'])(
  'the tags of %s',
  async (name) => {
    const document = readDocument(await readFile(`posts/${name}.md`, 'utf8'));
    const printed = printStructure(buildStructure(document, setting).root);
    await expect(printed).toMatchFileSnapshot(`../golden/${name}.tags.txt`);
  },
);

test('a table has a head, a body and a foot, in this order', () => {
  const row = (cell: string): string => `<tr>${cell}</tr>`;
  const table = `<table><thead>${row('<th>Head</th>')}</thead><tbody>${row('<td>Body</td>')}</tbody><tfoot>${row('<td>Foot</td>')}</tfoot></table>`;
  const document = readDocument(`---\ntitle: T\nlang: en\n---\n\n${table}\n`);
  expect(printStructure(buildStructure(document, setting).root).split('\n').slice(2)).toEqual([
    '  Table',
    '    THead',
    '      TR',
    '        TH {Table Scope=Column}',
    '          P · 1',
    '    TBody',
    '      TR',
    '        TD',
    '          P · 1',
    '    TFoot',
    '      TR',
    '        TD',
    '          P · 1',
    '',
  ]);
});
