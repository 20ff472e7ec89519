import { expect, test } from 'vitest';
import { readMatter } from '../../src/posts/front-matter/read-matter.ts';
import { printMessages, readDocument, readText } from './read-text.ts';

test.each([
  ['YAML', '---\nTitle: Tide\nDATE: 2024-01-02\nTags: [a]\nlang: en\n---\nWords.'],
  ['TOML', '+++\nTitle = "Tide"\nDate = "2024-01-02"\nTAGS = ["a"]\nlang = "en"\n+++\nWords.'],
  ['JSON', '{\n"TITLE": "Tide", "Date": "2024-01-02", "tags": ["a"], "lang": "en"\n}\n\nWords.'],
])('keys of Hugo are read in whatever case: %s', (_, text) => {
  expect(readText(text).messages).toEqual([]);
  expect(readDocument(text).metadata).toMatchObject({
    title: 'Tide',
    released: { year: 2024, month: 1, day: 2 },
    subjects: ['a'],
  });
});

test('a draft is one in whatever case, and what is wrong is told at its place', () => {
  expect(readMatter('---\nDraft: true\n---\n')?.values).toEqual({ draft: 'true' });
  expect(printMessages(readText('---\ntitle: T\nlang: en\nDate: 2024-02-30\n---\nWords.').messages)).toEqual([
    '4:1 error date-invalid “2024-02-30” is not a date',
  ]);
});

test('a key of another case beside the key itself, and one that Hugo has not, stay what they are', () => {
  const text = '---\ntitle: T\nTitle: Other\nlang: en\nSidebar: x\n---\nWords.';
  expect(readDocument(text).metadata.title).toBe('T');
  expect(printMessages(readText(text).messages)).toEqual([
    '3:1 info frontmatter-unknown-key Unknown keys “Title”, “Sidebar”',
  ]);
});

test.each(['linkTitle', 'LinkTitle', 'linktitle'])('%s, the name of a page in lists, is known', (key) => {
  const { messages } = readText(`---\ntitle: T\n${key}: Short\nlang: en\n---\nWords.`);
  expect(printMessages(messages)).toEqual([]);
});

test('a title of links that nobody has is unknown', () => {
  const { messages } = readText('---\ntitle: T\nlinksTitle: Short\nlang: en\n---\nWords.');
  expect(printMessages(messages)).toEqual([
    '3:1 warning frontmatter-key-misspelt Unknown key “linksTitle”: did you mean “linkTitle”?',
  ]);
});
