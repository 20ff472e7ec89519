import { expect, test } from 'vitest';
import { inlineText } from '../../src/document/plain-text.ts';
import { walkDocument } from '../../src/document/walk.ts';
import { printMessages, readText } from './read-text.ts';

const head = '---\ntitle: T\nlang: en\n---\n\n';

function read(text: string): { readonly links: readonly string[]; readonly told: readonly string[] } {
  const { value, messages } = readText(head + text);
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
