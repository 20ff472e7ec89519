import { expect, test } from 'vitest';
import { plainText } from '../../src/document/plain-text.ts';
import { chances } from './random-tables.ts';
import { printMessages, readDocument, readText } from './read-text.ts';
import { isLong } from '../how-long.ts';

const head = '---\ntitle: T\nlang: en\n---\n\n';

test.each<readonly [string, string, readonly string[]]>([
  [
    '- one <!-- draft\n- two <br>',
    'T\none <!-- draft\ntwo\n',
    [
      '6:7 error markup-visible Readers see a comment that is never closed, “<!-- draft”: close it with `-->` before the end of its paragraph, or take it away',
    ],
  ],
  [
    '- <!--\n- <o>',
    'T\n',
    [
      '6:3 error html-unclosed Comment “<!--” is never closed: removed with all that follows it',
      '6:1 warning list-item-empty List item without content',
      '7:3 warning html-unwrapped <o> taken away, its content kept',
      '7:1 warning list-item-empty List item without content',
    ],
  ],
  [
    '- <!-- keep\n- <kbd>x</kbd> y',
    'T\nx y\n',
    [
      '6:3 error html-unclosed Comment “<!-- keep” is never closed: removed with all that follows it',
      '6:1 warning list-item-empty List item without content',
    ],
  ],
  [
    '> <!-- in\n\nbehind <b>it</b>',
    'T\nbehind it\n',
    ['6:3 error html-unclosed Comment “<!-- in” is never closed: removed with all that follows it'],
  ],
  [
    '<!-- all\n\nof it <b>is</b>',
    'T\n',
    [
      '6:1 error html-unclosed Comment “<!-- all of it <b>is</b>” is never closed: removed with all that follows it',
    ],
  ],
  ['<!--> is whole <b>x</b>', 'T\nis whole x\n', []],
  ['<!-- is --!> ended <b>x</b>', 'T\nended x\n', []],
])('a comment ends with its block: %j', (text, words, messages) => {
  expect(plainText(readDocument(`${head}${text}`))).toBe(words);
  expect(printMessages(readText(`${head}${text}`).messages)).toEqual(messages);
});

const pieces = [
  '<!--',
  '-->',
  '--!>',
  '<!-',
  '<b>',
  '</b>',
  '<o>',
  '<p>',
  '</p>',
  '<table>',
  '<td>',
  '</table>',
  '<svg>',
  '<math>',
  '</svg>',
  '<select>',
  '<template>',
  '</template>',
  '<script>',
  '</script>',
  '<style>',
  '<textarea>',
  '</textarea>',
  '<title>',
  '<plaintext>',
  '<![CDATA[',
  ']]>',
  '<?x',
  '?>',
  '<!DOCTYPE html>',
  '<a href="',
  '">',
  '<br>',
  '<li>',
  '<dl><dt>',
  '</body>',
  '<html>',
  '<frameset>',
  'words',
  ' ',
  '&#0;',
  '&',
  '"',
  "'",
  '=',
];
const holders: readonly ((html: string) => string)[] = [
  (html) => `- ${html}\n- <o>x</o>`,
  (html) => `1. a\n\n   ${html}\n2. <kbd>y</kbd>`,
  (html) => `> ${html}\n\n<i>x</i>`,
  (html) => `| ${html} | b |\n|---|---|\n| <b>c</b> | ${html} |`,
  (html) => `## ${html}\n\n<u>x</u>`,
  (html) => `- > ${html}\n  > - ${html}\n\nx[^1]\n\n[^1]: ${html} <s>y</s>`,
  (html) => `:::note[${html}]\n${html}\n:::\n\n<b>x</b>`,
];

test('no raw HTML ends the reading of a post', () => {
  const chance = chances(70);
  const some = <T>(choices: readonly T[]): T | undefined => choices[Math.floor(chance() * choices.length)];
  const failed: unknown[] = [];
  for (let count = 0; count < (isLong ? 250 : 80); count += 1) {
    const html = Array.from({ length: 1 + Math.floor(chance() * 6) }, () => some(pieces) ?? '').join('');
    const text = `${head}${some(holders)?.(html) ?? html}\n`;
    try {
      if (readText(text).value === undefined) failed.push(text);
    } catch (error) {
      failed.push([text, String(error)]);
    }
  }
  expect(failed).toEqual([]);
});
