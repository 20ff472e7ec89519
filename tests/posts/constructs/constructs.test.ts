import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { walk } from '../../../src/document/walk.ts';
import { printMessages, readText } from '../read-text.ts';
import { printFormats } from './print-formats.ts';

const folder = new URL('./', import.meta.url);
const source = (name: string): string => readFileSync(new URL(`${name}.md`, folder), 'utf8');
const names = ['callouts', 'definitions', 'attributes', 'math', 'abbreviations', 'notes', 'wiki-links'];

test.each(names)(
  '%s become the tree, the tags, the XHTML and the messages of the golden file',
  async (name) => {
    const { value, messages } = readText(source(name));
    const printed = `${value ? printFormats(value) : ''}\n${printMessages(messages).join('\n')}\n`;
    await expect(printed).toMatchFileSnapshot(new URL(`${name}.txt`, folder).pathname);
  },
);

test.each(names)('every word of %s has its place in the source', (name) => {
  const text = source(name);
  let count = 0;
  for (const node of walk(readText(text).value?.body ?? [])) {
    if (node.type !== 'text' || node.place === undefined) continue;
    const first = /[\p{L}\p{N}]+/u.exec(node.value)?.[0] ?? '';
    expect(text.slice(node.place.start.offset, node.place.end.offset)).toContain(first);
    count += 1;
  }
  expect(count).toBeGreaterThan(12);
});
