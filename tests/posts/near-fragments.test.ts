import { expect, test } from 'vitest';
import type { Dialect } from '../../src/document/dialect.ts';
import { inlineText } from '../../src/document/plain-text.ts';
import { walkDocument } from '../../src/document/walk.ts';
import { printMessages, readText } from './read-text.ts';

const head = '---\ntitle: T\nlang: en\n---\n\n';

function read(
  text: string,
  dialect: Dialect = 'auto',
): { readonly links: readonly string[]; readonly told: readonly string[] } {
  const { value, messages } = readText(head + text, { dialect });
  const links = [...walkDocument(value ?? expect.fail())].flatMap((node) =>
    node.type === 'link' && node.target.kind === 'internal'
      ? [`${inlineText(node.children)} → ${node.target.id}`]
      : [],
  );
  return { links, told: printMessages(messages) };
}

test('a fragment that a generator writes in its own way leads to the heading', () => {
  const text =
    '## Which Node.js version\n\n## `list_tags`\n\n[a](#Which-Node-js-version) [b](#list-tags) [c](#which_nodejs_version) [d](#list%5Ftags)\n';
  expect(read(text)).toEqual({
    links: ['a → which-nodejs-version', 'b → list_tags', 'c → which-nodejs-version', 'd → list_tags'],
    told: [],
  });
});

test('accents may be lacking, and marks of other scripts may not', () => {
  expect(read('## Configuração\n\n## कि\n\n[a](#Configuracao) [b](#क)\n')).toEqual({
    links: ['a → configuração'],
    told: ['10:20 error link-target-missing No target “#%E0%A4%95”'],
  });
});

test('its own name comes first, and one that several places could have leads nowhere', () => {
  const text =
    '## A b\n\n<a id="A.b"></a>Words.\n\n## C++\n\n## D\n\n[own](#a-b) [other](#A_b) [sign](#d++) [bare](#--)\n';
  expect(read(text)).toEqual({
    links: ['own → a-b'],
    told: [
      '14:13 error link-target-missing No target “#A_b”',
      '14:27 error link-target-missing No target “#d++”',
      '14:40 error link-target-missing No target “#--”',
    ],
  });
});

test('a block that is there for its name alone names what follows it, and nothing where nothing does', () => {
  const text =
    '<div id="a"></div>\n\n<div id="b"><!-- for others --></div>\n\nWords.\n\n<div id="d"></div>\n\n## D\n\n> <div id="e"></div>\n\n[a](#a) [b](#b) [d](#d) [e](#e)\n';
  expect(read(text)).toEqual({
    links: ['a → a', 'b → a', 'd → d'],
    told: ['18:25 error link-target-missing Link target “#e” shows nothing and was left out'],
  });
});

test('anchors alone in a paragraph, or right before a block, name what follows it', () => {
  const text =
    '<a id="a"></a>\n\n## D\n\n<a name="b"></a><a id="c"></a>\n\nWords <a id="e"></a>here.\n\n<a id="f"></a>\n### G\n\n<a id="h"></a>\n\n[a](#a) [b](#b) [c](#c) [e](#e) [f](#f)\n';
  expect(read(text)).toEqual({ links: ['a → d', 'b → b', 'c → b', 'e → e', 'f → g'], told: [] });
  expect(read('Words.\n\n[z](#z)\n\n<a id="z"></a>\n')).toEqual({ links: ['z → z'], told: [] });
});

test.each<[string, readonly string[]]>([
  ['`order`\n: One.\n\n## Order\n\n[h](#order-1) [t](#order-2)', ['h → order']],
  ['## Order\n\n`order`\n: One.\n\n[t](#order-1) [h](#order)', ['t → order-1', 'h → order']],
  [
    '`name`\n: One.\n\n`other`\n: Two.\n\n## A\n\n`name`\n: Three.\n\n[x](#name) [y](#name-1)',
    ['x → name', 'y → name-1'],
  ],
])('headings and terms that are called alike are counted together in Goldmark: %j', (text, links) => {
  expect(read(text, 'goldmark').links).toEqual(links);
});
