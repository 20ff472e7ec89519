import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { partition } from '../../../src/account/partition.ts';
import { plainText } from '../../../src/document/plain-text.ts';
import { printDocument } from '../print-document.ts';
import { printMessages, readText } from '../read-text.ts';

const folder = new URL('./', import.meta.url);

test.each(['directives', 'references'])(
  '%s becomes the tree and the messages of its golden file',
  async (name) => {
    const source = readFileSync(new URL(`${name}.md`, folder), 'utf8');
    const { value, messages } = readText(source, { dialect: 'myst' });
    const printed = `${value ? printDocument(value) : ''}\n${printMessages(messages).join('\n')}\n`;
    await expect(printed).toMatchFileSnapshot(new URL(`${name}.txt`, folder).pathname);
  },
);

test.each(['directives', 'references'])('every word of %s is printed, told, or markup', (name) => {
  const source = readFileSync(new URL(`${name}.md`, folder), 'utf8');
  const { value, messages } = readText(source, { dialect: 'myst' });
  if (value === undefined) throw new Error('not read');
  const { residue } = partition(source, value, messages);
  expect(residue.map(({ start, end }) => source.slice(start, end))).toEqual([]);
});

const head = '---\ntitle: T\nlang: en\n---\n';

test.each([
  ['% a remark\nWords', 'myst', 'Words'],
  ['% a remark\nWords', 'auto', '% a remark Words'],
  ['Words\n% a remark\nmore', 'myst', 'Words\nmore'],
  ['\\% no remark', 'myst', '% no remark'],
  ['```\n% code\n```', 'myst', '% code'],
  ['One\n\n+++\n\ntwo', 'myst', 'One\ntwo'],
  ['One\n\n+++\n\ntwo', 'auto', 'One\n+++\ntwo'],
  ['One\n\n+++ {"a": 1}\n\ntwo', 'auto', 'One\ntwo'],
  ['One\n\n+++ {"a": 1}\n\ntwo', 'gfm', 'One\n+++ {"a": 1}\ntwo'],
] as const)('%j in %s says %j', (markdown, dialect, words) => {
  const { value } = readText(`${head}\n${markdown}\n`, { dialect });
  expect(value && plainText(value).replace(/ *\n(?=[Ww]ords)/u, ' ')).toBe(
    `T\n${words}\n`.replace('T\nWords', 'T Words'),
  );
});

test('colons and backticks hold the same', () => {
  const trees = ['```', ':::', '~~~'].map((fence) => {
    const { value } = readText(`${head}\n${fence}{note} Label\n:name: n\nBody *of* it.\n${fence}\n`);
    return value && printDocument(value);
  });
  expect(trees[0]).toContain('callout id="n" kind="note"');
  expect(new Set(trees).size).toBe(1);
});

test('a directive at the end of a list item holds its words', () => {
  const { value } = readText(`${head}\n- a\n\n  :::{note} Label\n  Body.\n  :::\n`);
  expect(value && plainText(value)).toBe('T\na\nLabel\nBody.\n');
});

test('lines of a file are included from inside the root alone', () => {
  const files: Readonly<Record<string, string>> = {
    'code/a.py': 'one\ntwo\nthree\nfour\n',
    'part.md': '---\ntitle: P\n---\nA *part*.\n',
  };
  const nearby = { has: (path: string) => path in files, read: (path: string) => files[path] };
  const read = (markdown: string): readonly (string | undefined)[] => {
    const { value, messages } = readText(`${head}\n${markdown}\n`, { nearby, path: 'docs/post.md' });
    return [value && plainText(value), ...printMessages(messages)];
  };
  expect(read('```{literalinclude} ../code/a.py\n:lines: 1,3-\n```')).toEqual([
    'T\n../code/a.py\none\nthree\nfour\n',
  ]);
  expect(read('```{literalinclude} /code/a.py\n:start-after: one\n:end-before: four\n```')).toEqual([
    'T\n/code/a.py\ntwo\nthree\n',
  ]);
  expect(read('```{include} ../part.md\n```')).toEqual(['T\nA part.\n']);
  expect(read('```{include} ../../part.md\n```')).toEqual([
    'T\n',
    '6:4 error include-missing File “../../part.md” of {include} left out: it is not in the folder of the posts, is not text, has no such lines, or includes itself',
  ]);
  expect(read('```{literalinclude} ../code/a.py\n:start-at: nine\n```')).toEqual([
    'T\n../code/a.py\n\n',
    '6:4 error include-missing File “../code/a.py” of {literalinclude} left out: it is not in the folder of the posts, is not text, has no such lines, or includes itself',
  ]);
});
