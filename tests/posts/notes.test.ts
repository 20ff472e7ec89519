import { expect, test } from 'vitest';
import { printMessages, readDocument, readText } from './read-text.ts';
import { printDocument } from './print-document.ts';

const head = '---\ntitle: T\nlang: en\n---\n\n';
const told = (body: string): readonly string[] => printMessages(readText(head + body).messages);
const printed = (body: string): string =>
  printDocument(readDocument(head + body))
    .split('\n')
    .slice(2)
    .join('\n');

test('a note that it alone refers to stands once, without a mark', () => {
  const body = 'Text.\n\n[^a]: Alone, see [^a]';
  expect(printed(body)).toBe(
    'paragraph\n  text value="Text."\ngroup\n  paragraph\n    text value="Alone, see"\n',
  );
  expect(told(body)).toEqual([
    '8:18 warning footnote-self The note “a” stands without a number, for it refers to itself alone: the mark “[^a]” left out',
  ]);
});

test('so does each of two that nothing else refers to', () => {
  const body = 'Text.\n\n[^a]: See [^b]\n\n[^b]: Back to [^a]\n\n[^c]: On to [^a]';
  const text = printed(body);
  for (const words of ['See', 'Back to', 'On to']) expect(text.split(`"${words}`)).toHaveLength(2);
  expect(told(body)).toEqual([
    '10:15 warning footnote-self The note “a” stands without a number, for it refers to itself alone: the mark “[^a]” left out',
    '12:13 warning footnote-self The note “a” stands without a number, for only notes that nothing refers to lead to it: the mark “[^a]” left out',
    '12:1 warning footnote-unused Nothing refers to the note “c”',
  ]);
});

test('a note that the text refers to may refer to itself', () => {
  const body = 'Text.[^a]\n\n[^a]: Here [^a]';
  expect(printed(body)).toContain('references=["fnref-1","fnref-1-2"]');
  expect(told(body)).toEqual(['8:1 warning footnote-nested Note refers to a note']);
});

test('a link leads to a note that holds a reference or a picture, and to none without anything to see', () => {
  const lost = (note: string): readonly string[] =>
    told(`See [the note below](#fn-a).\n\n[^a]: ${note}\n\n[^b]: Words[^b]`).filter((line) =>
      line.includes('link-target-missing'),
    );
  for (const note of ['[^b]', '![A map](map.png)', 'x', '^[a note in it]', '*x*'])
    expect([note, lost(note)]).toEqual([note, []]);
  for (const note of ['&#8203;', '&nbsp;', '*&#8203;*'])
    expect([note, lost(note)]).toEqual([note, ['6:5 error link-target-missing No target “#fn-a”']]);
});
