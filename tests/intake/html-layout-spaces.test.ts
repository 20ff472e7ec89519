import { expect, test } from 'vitest';
import { readHtml } from '../../src/intake/html/read-html.ts';
import { writeMarkdown } from '../../src/intake/write-markdown.ts';
import { partitionFlaw, wordsOfPost, wordsOfSpans } from './html-words.ts';

test.each<[string, string, boolean]>([
  ['<p>U.S.&nbsp;A.</p>', 'U.S.\u{a0}A.\n', false],
  [
    '<p>at&nbsp;<a href="https://a.gov/">here</a>&nbsp;!</p>',
    'at\u{a0}[here](https://a.gov/)\u{a0}!\n',
    false,
  ],
  ['<p>&nbsp;&nbsp; Indented</p>', 'Indented\n', true],
  ['<p>End.&nbsp;</p><p>&nbsp;</p><p>Next</p>', 'End.\n\nNext\n', true],
  ['<p>one&nbsp; two &nbsp; three</p>', 'one two three\n', true],
  ['<p>one <b>&nbsp;two</b>&nbsp;<br>&nbsp;three</p>', 'one **two**\\\nthree\n', true],
  ['<p><code>a&nbsp; b</code>&nbsp;c</p>', '`a\u{a0} b`\u{a0}c\n', false],
  ['<pre>a&nbsp;&nbsp;b</pre>', '```\na\u{a0}\u{a0}b\n```\n', false],
  ['<ul><li>&nbsp;a</li></ul>', '- a\n', true],
])('%s', (html, markdown, isRepaired) => {
  const record = readHtml(`<main><p>First</p>\n${html}</main>`, { file: 'a' });
  expect(writeMarkdown(record.body)).toBe(`First\n\n${markdown}`);
  expect(partitionFlaw(record)).toBeUndefined();
  expect(wordsOfPost(record.body)).toEqual(wordsOfSpans(record));
  const told = record.messages.map(({ ruleId, reason, place }) => `${place?.start.line} ${ruleId} ${reason}`);
  const reason = 'No-break spaces that only lay out taken away';
  expect(told).toEqual(isRepaired ? [`2 intake-repaired ${reason}`] : []);
});
