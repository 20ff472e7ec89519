import { expect, test } from 'vitest';
import { accountWords } from '../../../src/account/account-words.ts';
import { walkDocument } from '../../../src/document/walk.ts';
import { plainText } from '../../../src/document/plain-text.ts';
import { printMessages, readText } from '../read-text.ts';

const front = '---\ntitle: T\nlang: en\n---\n\n';

/** The words of a post, the kinds of its blocks in their order, and what is told. */
function read(markdown: string): { words: string; kinds: string; told: readonly string[] } {
  const { value, messages } = accountWords(readText(front + markdown), { hasPlugins: false });
  if (!value) throw new Error('the post was not read');
  const kinds = [...walkDocument(value)].map(({ type }) => type).filter((type) => type !== 'text');
  return {
    words: plainText(value)
      .trim()
      .slice('T'.length)
      .trim()
      .replaceAll(/\s*\n+/gu, ' | '),
    kinds: kinds.slice(kinds.indexOf('list')).join(' '),
    told: printMessages(messages).filter((message) => message.includes('words-unaccounted')),
  };
}

const group = 'list list-item paragraph group paragraph paragraph';

test.each([
  ['a body that belongs to the item', '* x\n{{< expand "Read" >}}\n    One.\n{{< /expand >}}\n', group],
  ['marks and body in the item', '* x\n\n  {{< expand "Read" >}}\n  One.\n\n  {{< /expand >}}\n', group],
  ['a known call', '* x\n{{< details title="Read" >}}\n    One.\n{{< /details >}}\n', group],
  [
    'one in another',
    '* x\n{{< expand "Read" >}}\n\n    {{< note "See" >}}\n    One.\n    {{< /note >}}\n{{< /expand >}}\n',
    'list list-item paragraph group paragraph callout paragraph paragraph',
  ],
])('the title of a call behind a list stands above what it holds: %s', (_name, markdown, kinds) => {
  const found = read(`${markdown}\nAfter.\n`);
  expect(found.words).toMatch(/^x \| Read \| (?:See \| )?One\. \| After\.$/u);
  expect(found.kinds.startsWith(kinds)).toBe(true);
  expect(found.told).toEqual([]);
});

test.each([
  ['{{< expand "Only this" >}}\n{{< /expand >}}\n', 'Only this'],
  ['- x\n- {{< expand "In item" >}}{{< /expand >}}\n', 'x | In item'],
  ['{{< note "Of a note" >}}\n{{< /note >}}\n', 'Of a note'],
])('a call that holds nothing is there for its title: %j', (markdown, words) => {
  expect(read(markdown)).toMatchObject({ words, told: [] });
});

test('a call that begins in a list and ends behind what stands after it is no group', () => {
  const { words, kinds } = read('* x\n{{< expand "Read" >}}\n\n    One.\n\nOutside.\n{{< /expand >}}\n');
  expect(words).toContain('One.');
  expect(kinds.startsWith('list list-item paragraph paragraph')).toBe(true);
});
