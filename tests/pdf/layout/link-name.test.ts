import { describe, expect, test } from 'vitest';
import type { Inline } from '../../../src/document/inline.ts';
import { linkName, linkWords } from '../../../src/pdf/layout/inline/link-name.ts';
import { readStrings } from '../../../src/project/read-strings.ts';

const strings = (await readStrings(undefined))('en');
const to = (url: string, words: string, title?: string): string =>
  linkName({ target: { kind: 'external', url }, ...(title !== undefined && { title }) }, words, { strings });

describe('the name of a link', () => {
  test('is its words and its host', () => {
    expect(to('https://example.org/a', ' The\n plan ')).toBe('The plan (example.org)');
    expect(to('https://example.org/a', 'example.org/a')).toBe('example.org/a');
  });

  test('holds its words though it has a title, which follows them', () => {
    expect(to('https://example.org/', 'Plan', 'As of May')).toBe('Plan (As of May) (example.org)');
    expect(to('https://example.org/', 'The plan', 'the Plan')).toBe('The plan (example.org)');
    expect(to('https://example.org/', '', 'As of May')).toBe('As of May (example.org)');
  });

  test('tells where mail goes, once', () => {
    expect(to('mailto:a@example.org?subject=x', 'a@example.org')).toBe('Send e-mail to a@example.org');
    expect(to('mailto:a@example.org', 'Write to us')).toBe('Write to us (Send e-mail to a@example.org)');
    expect(to('mailto:a@example.org', '')).toBe('Send e-mail to a@example.org');
  });

  test('is the address where there is nothing else, and no host within the file', () => {
    expect(to('https://example.org/a', '')).toBe('https://example.org/a');
    expect(linkName({ target: { kind: 'internal', id: 'x' } }, 'See there', { strings })).toBe('See there');
  });
});

test('words are read aloud with the alternatives of pictures, without numbers of notes', () => {
  const text = (value: string): Inline => ({ type: 'text', value, offset: 0 });
  const inlines: readonly Inline[] = [
    text('See'),
    { type: 'image', imageId: 'i', alt: 'a boat', decorative: false, source: 'boat.png' },
    { type: 'break' },
    { type: 'ruby', base: [text('base')], annotation: [text('above')] },
    { type: 'note-reference', id: 'fnref-1', noteId: 'fn-1', label: '1' },
  ];
  expect(linkWords(inlines).replace(/\s+/gu, ' ')).toBe('See a boat base');
});
