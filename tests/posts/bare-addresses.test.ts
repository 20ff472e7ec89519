import { expect, test } from 'vitest';
import { plainText } from '../../src/document/plain-text.ts';
import { walk } from '../../src/document/walk.ts';
import { printMessages, readText } from './read-text.ts';

/** The words of a post, where its links lead, and what is told of it but at info level. */
function read(markdown: string): readonly string[] {
  const { value, messages } = readText(`---\ntitle: T\nlang: en\n---\n${markdown}\n`);
  if (value === undefined) throw new Error('The post was not built');
  const links = [...walk(value.body)].flatMap((node) =>
    node.type === 'link' && node.target.kind === 'external' ? [node.target.url] : [],
  );
  const told = messages.filter(({ severity }) => severity !== 'info');
  return [plainText(value).trimEnd().slice('T\n'.length), ...links, ...printMessages(told)];
}

test('an address within a link of HTML is its words', () => {
  expect(read('See <a href="https://a.example/x">https://a.example/y</a> and https://a.example/z')).toEqual([
    'See https://a.example/y and https://a.example/z',
    'https://a.example/x',
    'https://a.example/z',
  ]);
});

test('an address ends before the sign of a note', () => {
  const [words, ...rest] = read(
    'See https://a.example/x[^n], and https://a.example/y[^n]\n\n[^n]: The note.',
  );
  expect(words).not.toContain('[^n');
  expect(words).toMatch(/^See https:\/\/a\.example\/x\S*, and https:\/\/a\.example\/y/u);
  expect(rest).toEqual(['https://a.example/x', 'https://a.example/y']);
});

test('what names no note is part of an address', () => {
  expect(read('See https://a.example/x[^n] there')).toEqual([
    'See https://a.example/x[^n] there',
    'https://a.example/x%5B%5En',
  ]);
});
