import { expect, test } from 'vitest';
import { printMessages, readText } from './read-text.ts';

const missing = (body: string): readonly string[] =>
  printMessages(readText(`---\ntitle: T\nlang: en\n---\n\n${body}\n`).messages).filter((line) =>
    line.includes('link-target-missing'),
  );

test.each([
  ['## Change it {% added "0.9.0" %}', '#change-it'],
  ['## Opt-out of `.x` {{ added }}', '#opt-out-of-x'],
])('a call in a heading is no part of the name that links have for it: %s', (heading, link) => {
  expect(missing(`See [it](${link}).\n\n${heading}`)).toEqual([]);
});

test('braces that are no call are, and a heading of that very name comes first', () => {
  expect(missing('See [it](#change).\n\n## Change {it}')).toHaveLength(1);
  const { value } = readText(
    '---\ntitle: T\nlang: en\n---\n\n[it](#a)\n\n## A {% x %}\n\nOne.\n\n## A\n\nTwo.\n',
  );
  expect(JSON.stringify(value)).toContain('"target":{"kind":"internal","id":"a"}');
});

test('a term of Goldmark has the name that links have for it, where nothing else has it', () => {
  const body = 'See [it](#step-two).\n\nStep two\n: Words.\n\nStep three\n: Words.';
  const read = (dialect: 'goldmark' | 'kramdown') =>
    readText(`---\ntitle: T\nlang: en\n---\n\n${body}\n`, { dialect });
  const { value, messages } = read('goldmark');
  expect(printMessages(messages)).toEqual([]);
  const written = JSON.stringify(value?.body);
  expect(written).toContain('"id":"step-two"');
  expect(written).not.toContain('"id":"step-three"');
  expect(printMessages(read('kramdown').messages)).toEqual([
    '6:5 error link-target-missing No target “#step-two”',
  ]);
});
