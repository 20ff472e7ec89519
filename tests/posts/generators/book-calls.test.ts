import { expect, test } from 'vitest';
import { accountWords } from '../../../src/account/account-words.ts';
import type { Dialect } from '../../../src/document/dialect.ts';
import { plainText } from '../../../src/document/plain-text.ts';
import { printMessages, readText } from '../read-text.ts';

const files: Readonly<Record<string, string>> = {
  'src/part.md': 'A *part*.\n',
  'src/main.rs': '// ANCHOR: body\nlet one = 1;\nlet two = 2;\n// ANCHOR_END: body\nlet three = 3;\n',
  'src/a.md': 'This post.\n',
};
const nearby = {
  has: (path: string): boolean => Object.hasOwn(files, path),
  read: (path: string): string | undefined => (Object.hasOwn(files, path) ? files[path] : undefined),
};

/** The words of a post, the files that are part of it, and what is told. */
function read(markdown: string, dialect: Dialect = 'auto'): readonly (string | undefined)[] {
  const post = readText(`---\ntitle: T\nlang: en\n---\n${markdown}\n`, { nearby, dialect, path: 'src/a.md' });
  const { value, messages } = accountWords(post, { hasPlugins: false });
  const words = value && plainText(value).trimEnd().slice('T\n'.length).replaceAll('\n', ' | ');
  return [words, value?.included?.map(({ path }) => path).join(' '), ...printMessages(messages)];
}

const fence = (call: string, info = 'rust'): string => `\`\`\`${info}\n${call}\n\`\`\``;

test.each([
  ['{{#include part.md}}', 'A part.', 'src/part.md'],
  ['> Quoted:\n>\n> {{#include ./part.md}}', 'Quoted: | A part.', 'src/part.md'],
  [fence('{{#include main.rs}}'), 'let one = 1; | let two = 2; | let three = 3;', 'src/main.rs'],
  [fence('{{#include main.rs:2}}', 'rust,editable'), 'let one = 1;', 'src/main.rs'],
  [fence('{{#include main.rs:3:5}}'), 'let two = 2; | // ANCHOR_END: body | let three = 3;', 'src/main.rs'],
  [fence('{{#rustdoc_include main.rs:5:}}', ''), 'let three = 3;', 'src/main.rs'],
  [fence('{{#include main.rs::2}}'), '// ANCHOR: body | let one = 1;', 'src/main.rs'],
  [fence('{{#include main.rs:body}}'), 'let one = 1; | let two = 2;', 'src/main.rs'],
  ['{{#playground main.rs:body editable}}', 'let one = 1; | let two = 2;', 'src/main.rs'],
  [
    `- Item\n\n  ${fence('{{#include main.rs:2}}').replaceAll('\n', '\n  ')}`,
    'Item | let one = 1;',
    'src/main.rs',
  ],
])('%j is read', (markdown, words, included) => {
  expect(read(markdown)).toEqual([words, included]);
});

const missing = (at: string, file: string, name: string): string =>
  `${at} error include-missing File “${file}” of {{#${name}}} left out: it is not in the folder of the posts, is not text, has no such lines, or includes itself`;

test.each([
  ['One\n\n{{#include none.md}}', 'One', missing('7:1', 'none.md', 'include')],
  ['{{#include ../../etc/passwd}}\n\nOne', 'One', missing('5:1', '../../etc/passwd', 'include')],
  [`${fence('{{#include main.rs:none}}')}\n\nOne`, 'One', missing('5:1', 'main.rs:none', 'include')],
  [`${fence('{{#playground none.rs}}')}\n\nOne`, 'One', missing('5:1', 'none.rs', 'playground')],
  [
    '{{#title A page}}\n\nOne',
    'One',
    '5:1 info html-attr-dropped “{{#title A page}}” left out: it names the page of a site',
  ],
])('%j is left out and told', (markdown, words, told) => {
  expect(read(markdown).filter((part) => part !== undefined && part !== 'src/main.rs')).toEqual([
    words,
    told,
  ]);
});

test('what is code, escaped, or another call stays, and other dialects have none', () => {
  expect(read('Write `{{#include part.md}}`.')[0]).toBe('Write {{#include part.md}}.');
  expect(read(fence('a();\n{{#include main.rs}}'))[0]).toBe('a(); | {{#include main.rs}}');
  expect(read('{{#if part.md}}')[0]).toBe('{{#if part.md}}');
  expect(read('{{#include part.md}}', 'kramdown')[0]).toBe('{{#include part.md}}');
});
