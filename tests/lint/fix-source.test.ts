import { expect, test } from 'vitest';
import type { Message } from '../../src/diagnostics/message.ts';
import { fixSource } from '../../src/lint/fix-source.ts';
import { lintDocument } from '../../src/lint/lint-document.ts';
import { plainText } from '../../src/document/plain-text.ts';
import { growth, mostGrowth } from '../growth.ts';
import { isLong } from '../how-long.ts';
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
  ['spaces after sentences', 'One.&nbsp; Two.\u00a0 Three.\n', 'One. Two. Three.\n'],
  ['runs at the edges of lines', 'One\u00a0\u00a0a.\u00a0\n\u00a0Two.\u00a0 \n> a\n', 'One a.\nTwo.\n> a\n'],
  ['indents made of spaces', '\u00a0 \u00a0(a) One.\n\n- \u00a0 \u00a0b\n', '(a) One.\n\n- b\n'],
  ['a run before a hard break', 'One\u00a0\u00a0two\u00a0  \nthree.\n', 'One two  \nthree.\n'],
  [
    'a run that keeps a list from beginning',
    '\u00a0\u00a0- a\n\n\u00a0\u00a04.1. b\n',
    '\u00a0\u00a0- a\n\n4.1. b\n',
  ],
  [
    'runs in code, tags and targets between runs',
    'a\u00a0\u00a0b <i title="a\u00a0\u00a0b">c\u00a0\u00a0d</i> [e\u00a0\u00a0f](#g) `h\u00a0\u00a0i`\n\n```\n\u00a0\u00a0j\n```\n\n    \u00a0\u00a0k\n',
    'a b <i title="a\u00a0\u00a0b">c d</i> [e f](#g) `h\u00a0\u00a0i`\n\n```\n\u00a0\u00a0j\n```\n\n    \u00a0\u00a0k\n',
  ],
  ['an empty paragraph right behind words', 'One.\n<p>&nbsp;</p>\n\nTwo.\n', 'One.\n\nTwo.\n'],
  [
    'an empty paragraph between lines of HTML',
    '<div>\n<p>&nbsp;</p>\nTwo.\n</div>\n',
    '<div>\n<p>&nbsp;</p>\nTwo.\n</div>\n',
  ],
  ['an empty paragraph at the end', 'One.\n\n&nbsp;\n', 'One.\n\n'],
  [
    'lines that end as on Windows',
    '# A title\r\n\r\nOne.&nbsp; Two\r\n\r\n&nbsp;\r\n\r\nThree\r\n',
    'One. Two\r\n\r\nThree\r\n',
  ],
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

test.runIf(isLong).each([
  ['paragraphs without a word', '<p>&nbsp;</p>\n\n'],
  ['paragraphs without a word on one line', '<p>&nbsp;</p>'],
  ['runs of no-break spaces', 'a\u00a0\u00a0'],
  ['backticks that nothing closes', '`\u00a0\u00a0``a'],
])('time grows with %s', async (_name, part) => {
  const prepare = (size: number): (() => unknown) => {
    const source = `${head}${part.repeat(size)}\n`;
    const places = part.startsWith('<')
      ? [...source.matchAll(/<p>&nbsp;<\/p>/gu)].map(({ 0: found, index }) => [index, index + found.length])
      : [[head.length, source.length - 1]];
    const messages = places.map(([start = 0, end = 0]): Message => {
      const [first, last] = [start, end].map((offset) => ({ line: 1, column: 1, offset }));
      const place = first && last ? { place: { start: first, end: last } } : {};
      const ruleId = part.startsWith('<') ? 'para-empty' : 'nbsp-run';
      return {
        ruleId,
        severity: 'warning',
        reason: '',
        file: 'post.md',
        note: '',
        withholds: [],
        ...place,
      };
    });
    return () => fixSource(source, messages);
  };
  const prepared = new Map([20_000, 40_000].map((size) => [size, prepare(size)]));
  expect(await growth((size) => (prepared.get(size) ?? prepare(size))(), 20_000)).toBeLessThan(mostGrowth);
});
