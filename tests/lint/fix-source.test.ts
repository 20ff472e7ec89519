import { expect, test } from 'vitest';
import { fixSource } from '../../src/lint/fix-source.ts';
import { lintDocument } from '../../src/lint/lint-document.ts';
import { plainText } from '../../src/document/plain-text.ts';
import { readDocument, readText } from '../posts/read-text.ts';

const head = '---\ntitle: A title\nlang: en\n---\n';

function fixed(text: string): string {
  const { value, messages } = readText(head + text);
  return fixSource(head + text, [...messages, ...(value ? lintDocument(value) : [])]).slice(head.length);
}

test.each([
  ['a heading that repeats the title', '# A title\n\nWords.\n', 'Words.\n'],
  ['such a heading with a line below it', '\nA title\n=======\n\nWords.\n', '\nWords.\n'],
  ['paragraphs without a word', 'One.\n\n&nbsp;\n\n<p>&nbsp;</p>\n\nTwo.\n', 'One.\n\nTwo.\n'],
  ['runs of no-break spaces', 'Name:&nbsp;&nbsp; Jane\u00a0\u00a0Doe.\n', 'Name: Jane Doe.\n'],
  ['runs beside code', '`a\u00a0\u00a0b` c &nbsp;d\n', '`a\u00a0\u00a0b` c d\n'],
  ['an empty paragraph that shares its line', '<p>&nbsp;</p><p>Words.</p>\n', '<p>&nbsp;</p><p>Words.</p>\n'],
  ['nothing wrong', 'Page&nbsp;5 of « mot ».\n', 'Page&nbsp;5 of « mot ».\n'],
])('%s', (_, text, expected) => {
  expect(fixed(text)).toBe(expected);
  expect(fixed(expected)).toBe(expected);
});

test('no word of the post is changed', () => {
  const text = `# A title\n\nOne.&nbsp;&nbsp;Two **three&nbsp; four**.\n\n&nbsp;\n\n- a\u00a0\u00a0b\n`;
  const words = (source: string): string => plainText(readDocument(source)).replace(/[\s\u00a0]+/gu, ' ');
  expect(words(head + fixed(text))).toBe(words(head + text));
});

test('what a person overruled is left alone', () => {
  const text = '<!-- a11y-ignore nbsp-run: a form -->\n\nName:&nbsp;&nbsp;Jane\n';
  const { value } = readText(head + text);
  const messages = lintDocument(value ?? expect.fail()).map((message) => ({
    ...message,
    suppressed: 'a form',
  }));
  expect(fixSource(head + text, messages)).toBe(head + text);
});
