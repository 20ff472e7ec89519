import { expect, test } from 'vitest';
import { printMessages, readText } from './read-text.ts';

const told = (text: string): readonly string[] => printMessages(readText(text).messages);

const message = (line: number): string =>
  `${line}:1 warning post-redirects The post has no words of its own: its site leads readers to “https://example.org/new/” instead`;

test.each([
  ['YAML', '---\ntitle: T\nlang: en\nredirect_to: https://example.org/new/\n---\n', 4],
  ['YAML, as a list', '---\nredirect_to:\n  - https://example.org/new/\ntitle: T\nlang: en\n---\n\n\n', 2],
  ['TOML', '+++\ntitle = "T"\nlang = "en"\nredirect_to = "https://example.org/new/"\n+++\n', 4],
  [
    'YAML, over a comment',
    '---\ntitle: T\nlang: en\nredirect_to: https://example.org/new/\n---\n<!-- moved -->\n',
    4,
  ],
])('a post without words that leads elsewhere is told, in %s', (_, text, line) => {
  expect(told(text)).toEqual([message(line)]);
});

test.each([
  ['words', '---\ntitle: T\nlang: en\nredirect_to: https://example.org/new/\n---\nIt moved.\n'],
  ['no address', '---\ntitle: T\nlang: en\nredirect_to:\n---\n'],
  ['no such key', '---\ntitle: T\nlang: en\n---\n'],
])('one with %s is not', (_, text) => {
  expect(told(text)).toEqual([]);
});
