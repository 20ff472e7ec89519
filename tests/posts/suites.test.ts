import { existsSync, readFileSync } from 'node:fs';
import type { Nodes } from 'hast';
import { raw } from 'hast-util-raw';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/document/plain-text.ts';
import { isLong } from '../how-long.ts';
import { readDocument } from './read-text.ts';

const suites = ['commonmark', 'gfm'].map((name) => ({
  name,
  url: new URL(`../../../shared/corpora/suites/${name}/spec.txt`, import.meta.url),
}));

interface Example {
  readonly markdown: string;
  readonly html: string;
}

function readExamples(url: URL): readonly Example[] {
  const fence = '`'.repeat(32);
  const pattern = new RegExp(`^${fence} example[^\\n]*\\n([\\s\\S]*?)^\\.\\n([\\s\\S]*?)^${fence}$`, 'gmu');
  return [...readFileSync(url, 'utf8').matchAll(pattern)].map((match) => ({
    markdown: (match[1] ?? '').replaceAll('→', '\t'),
    html: (match[2] ?? '').replaceAll('→', '\t'),
  }));
}

// The suite's HTML escapes these (GFM §6.11), and comments with two hyphens; here they are what HTML says they are.
const filtered = /&lt;(?=\/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)\b)/giu;

/** The words that the suite's own HTML shows: an HTML parser's text without the elements that a post may not hold. */
function wordsOfHtml(html: string): readonly string[] {
  const value = html.replace(filtered, '<').replaceAll('&lt;!--', '<!--');
  return textOf(raw({ type: 'root', children: [{ type: 'raw', value }] })).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && ['script', 'style', 'textarea', 'iframe'].includes(node.tagName)) return '';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

for (const { name, url } of suites) {
  const present = existsSync(url);
  if (!present) console.warn(`skipped: the ${name} suite is not beside the project`);
  describe.skipIf(!present)(`${name} examples`, () => {
    const examples = present ? readExamples(url) : [];
    const numbered = examples.map((example, index) => [index + 1, example] as const);
    const asked = numbered.filter(([number]) => isLong || number % 5 === 0);
    test('the suite was understood', () => {
      expect(examples.length).toBeGreaterThan(600);
    });
    test.each(asked)('example %i keeps its words', (_, { markdown, html }) => {
      // A post of a heading and the example: an empty example is still a post.
      const text = plainText(readDocument(`---\ntitle: Example\nlang: en\n---\n\n${markdown}`));
      expect(wordsOfHtml(html).filter((word) => !text.includes(word))).toEqual([]);
    });
  });
}
