import { expect, test } from 'vitest';
import { readHtml } from '../../src/intake/html/read-html.ts';
import { writeMarkdown } from '../../src/intake/write-markdown.ts';
import { partitionFlaw, wordsOfPost, wordsOfSpans } from './html-words.ts';

const sentence =
  'The department says at some length what it has done for the town, and why it did so this year. ';
const text = `<p>${sentence.repeat(12)}</p>`;

function extra(html: string): string {
  const page = `<html lang="en"><title>T</title><body><main><h1>T</h1>${text}${html}</main></body></html>`;
  const record = readHtml(page, { file: 'a' });
  expect(partitionFlaw(record)).toBeUndefined();
  expect(wordsOfPost(record.body)).toEqual(wordsOfSpans(record));
  return writeMarkdown(record.body).replace(sentence.repeat(12).trim(), '').trim();
}

const card = (name: string): string =>
  `<div><a href="/${name}">${name}</a><p>Some words of what it says, and of whom.</p></div>`;

test.each([
  [
    'others of the site behind a heading',
    `<h2>You might also like …</h2><div>${card('One')}${card('Two')}</div>`,
  ],
  ['others of the site in a box', `<section><h3>Related posts</h3>${card('One')}${card('Two')}</section>`],
  [
    'comments of readers',
    '<div id="comments-area" class="comments-area"><h3>Thoughts</h3><p>I was there too.</p></div>'.replace(
      'id="comments-area" ',
      '',
    ),
  ],
  ['a form to reply', '<div id="respond"><p>Your address will not be shown.</p></div>'],
  [
    'controls without a link',
    '<ul class="inline"><li>Log in to post comments</li><li>Printer-friendly version</li></ul>',
  ],
])('left out: %s', (_name, html) => {
  expect(extra(html)).toBe('');
});

test.each([
  [
    'a section about comments',
    '<section id="comments"><h2>Comments on the rule</h2><p>Two were received.</p></section>',
    '## Comments on the rule\n\nTwo were received.',
  ],
  [
    'a heading with text behind it',
    '<h2>Recommended reading</h2><p>One may read the rule.</p>',
    '## Recommended reading\n\nOne may read the rule.',
  ],
  [
    'a licence in a box of sharing',
    '<div class="share">This text is in the public domain.</div>',
    'This text is in the public domain.',
  ],
  [
    'a notice in a banner',
    '<div class="overlay">This page is no longer maintained.</div>',
    'This page is no longer maintained.',
  ],
])('kept: %s', (_name, html, markdown) => {
  expect(extra(html)).toBe(markdown);
});
