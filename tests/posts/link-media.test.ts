import { expect, test } from 'vitest';
import type { Inline } from '../../src/document/inline.ts';
import { plainText } from '../../src/document/plain-text.ts';
import { walkDocument } from '../../src/document/walk.ts';
import { printMessages, readDocument, readText } from './read-text.ts';

const head = '---\ntitle: T\nlang: en\n---\n';

/** The words and addresses of the links of a post, one a line. */
function linksOf(body: string): readonly string[] {
  const words = (inline: Inline): string => (inline.type === 'text' ? inline.value : '');
  return [...walkDocument(readDocument(head + body))].flatMap((node) =>
    node.type === 'link' && node.target.kind === 'external'
      ? [`${node.children.map(words).join('')} → ${node.target.url}`]
      : [],
  );
}

test.each([
  [
    'a frame with a title',
    '<iframe src="https://a.org/1" title="The slides"></iframe>',
    'The slides → https://a.org/1',
  ],
  ['a frame without a scheme', '<iframe src="//a.org/1"></iframe>', 'https://a.org/1 → https://a.org/1'],
  [
    'a film on one line',
    'See <video controls src="https://a.org/f.mp4" title="The film"></video> here.',
    'The film → https://a.org/f.mp4',
  ],
  [
    'a film of several files',
    '<video>\n<source src="https://a.org/f.webm"><source src="https://a.org/f.mp4">\n</video>',
    'https://a.org/f.webm → https://a.org/f.webm',
  ],
  [
    'a recording with a label',
    '<audio src="https://a.org/s.mp3" aria-label="The speech"></audio>',
    'The speech → https://a.org/s.mp3',
  ],
  [
    'an object',
    '<object data="https://a.org/f.pdf" title="The form"></object>',
    'The form → https://a.org/f.pdf',
  ],
])('%s leaves a link', (_, body, link) => {
  expect(linksOf(body)).toEqual([link]);
});

test.each([
  ['without an address', '<iframe title="The slides"></iframe>'],
  ['of a file that is not published', '<video src="film.mp4"></video>'],
  ['of a script', '<iframe src="javascript:alert(1)" title="x"></iframe>'],
  ['of no size', '<iframe src="https://a.org/count" height="0" width="0"></iframe>'],
  ['that is not displayed', '<iframe src="https://a.org/count" style="display: none"></iframe>'],
])('media %s leaves none', (_, body) => {
  expect(linksOf(body)).toEqual([]);
});

test('the words of an unclosed recording are quoted, not linked', () => {
  expect(printMessages(readText(`${head}<video src="https://a.org/f.mp4">\n\nAfter.`).messages)).toEqual([
    '5:1 error html-unclosed <video> with “After.” is never closed: removed with all that follows it',
  ]);
});

test('a link to a transcript stays beside the recording, other words of old browsers do not', () => {
  const film = (inside: string): string => `<video src="https://a.org/f.mp4" title="Film">${inside}</video>`;
  expect(plainText(readDocument(head + film('<a href="https://a.org/t">Transcript</a>')))).toContain(
    'Film Transcript',
  );
  expect(plainText(readDocument(head + film('No films here.')))).not.toContain('No films here.');
});

test('two films in a row do not run into each other, and a film and words do as they are written', () => {
  const film = (name: string): string => `<video src="${name}.mp4" title="${name}"></video>`;
  const frame = (name: string): string => `<iframe src="https://a.org/${name}" title="${name}"></iframe>`;
  const words = (body: string): string =>
    plainText(readDocument(head + body))
      .trim()
      .split('\n')
      .at(-1) ?? '';
  expect(words(film('One') + film('Two') + frame('Three') + frame('Four'))).toBe('One Two Three Four');
  expect(words(`See${film('One')}.`)).toBe('SeeOne.');
});

test('a recording is still told to have no alternative', () => {
  const { messages } = readText(`${head}<video src="https://a.org/f.mp4" title="Film"></video>`);
  expect(printMessages(messages)).toEqual([
    '5:1 error media-no-alternative A link to “https://a.org/f.mp4” stands for <video>',
  ]);
});

test('where the address of the site is known, a film of the site is linked', () => {
  const links = { base: 'https://a.org' };
  const { value } = readText(`${head}<video src="/f.mp4" title="Film"></video>`, { links });
  const link = [...walkDocument(value ?? readDocument(head))].find((node) => node.type === 'link');
  expect(link?.type === 'link' && link.target).toEqual({ kind: 'external', url: 'https://a.org/f.mp4' });
});

test.each([
  [
    'a film',
    '<video src="media/film.mp4"></video>',
    'film.mp4',
    'error media-no-alternative The words “film.mp4” stand for <video> from “media/film.mp4”',
  ],
  [
    'a film with a title on one line',
    'See <video src="film.mp4" title="The harbour at noon"></video> here.',
    'See The harbour at noon here.',
    'error media-no-alternative The words “The harbour at noon” stand for <video> from “film.mp4”',
  ],
  [
    'a recording with words for old browsers',
    '<audio src="../a%20speech%00.mp3?x=1#t=2">No sound here.</audio>',
    'a speech.mp3',
    'error media-no-alternative The words “a speech.mp3” stand for <audio> from “../a%20speech%00.mp3?x=1#t=2” with “No sound here.”',
  ],
  [
    'a frame of a page of the site',
    '<iframe src="/maps/town.html"></iframe>',
    'town.html',
    'warning html-dropped The words “town.html” stand for <iframe> from “/maps/town.html”',
  ],
  [
    'a film with a transcript',
    '<video src="film.mp4">None. <a href="https://a.org/t">Transcript</a></video>',
    'film.mp4 None. Transcript',
    'error media-no-alternative The words “film.mp4” stand for <video> from “film.mp4”',
  ],
])('where the file is not published, %s leaves words', (_, body, words, message) => {
  const { value, messages } = readText(head + body);
  expect(printMessages(messages).map((line) => line.replace(/^5:\d+ /u, ''))).toEqual([message]);
  expect(plainText(value ?? readDocument(head))).toBe(`T\n${words}\n`);
});

test.each([
  [
    'no name in its address',
    '<iframe src="../"></iframe>',
    '5:1 warning html-dropped <iframe> from “../” removed',
  ],
  [
    'a script for one',
    '<iframe src="java&#9;script:go()"></iframe>',
    '5:1 warning html-dropped <iframe> from “java\tscript:go()” removed',
  ],
])('what has %s leaves none', (_, body, message) => {
  const { value, messages } = readText(`${head}${body}`);
  expect(printMessages(messages)).toContain(message);
  expect(plainText(value ?? readDocument(head)).trim()).toBe('T');
});

test('the words that a frame or a film held are quoted where a link stands for it', () => {
  const { messages } = readText(
    `${head}<object data="https://a.org/f.pdf"><p>The form in words</p></object>\n\n<audio src="https://a.org/s.mp3" title="The speech"></audio>\n`,
  );
  const told = printMessages(messages);
  expect(told.filter((line) => line.includes('<object>'))).toEqual([
    expect.stringContaining('stands for <object> with “The form in words”'),
  ]);
  expect(told.filter((line) => line.includes('<audio>'))).toEqual([
    expect.stringMatching(/stands for <audio>$/u),
  ]);
});
