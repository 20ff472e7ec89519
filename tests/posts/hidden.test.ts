import { describe, expect, test } from 'vitest';
import { isHidden } from '../../src/document/is-hidden.ts';
import { plainText } from '../../src/document/plain-text.ts';
import { printMessages, readDocument, readText } from './read-text.ts';

const head = '---\ntitle: T\nlang: en\n---\n\n';
const wordsOf = (text: string, options: Parameters<typeof readDocument>[1] = {}): string =>
  plainText(readDocument(`${head}${text}`, options))
    .replace(/\s+/gu, ' ')
    .trim();

describe('what a page hides', () => {
  test.each<readonly [string, string]>([
    [
      'Public. <span hidden>Secret.</span>',
      '6:9 warning hidden-left-out Hidden <span> with “Secret.” left out',
    ],
    [
      'Public.\n\n<div style="display:none">Secret <b>list</b>.</div>',
      '8:1 warning hidden-left-out Hidden <div> with “Secret list .” left out',
    ],
    [
      'Public.\n\n<div style="color:red; DISPLAY : none !important">\n\nSecret.\n\n</div>',
      '8:1 warning hidden-left-out Hidden <div> with “Secret.” left out',
    ],
    [
      'Public.\n\n<p style="visibility:hidden">Secret.</p>',
      '8:1 warning hidden-left-out Hidden <p> with “Secret.” left out',
    ],
    [
      'Public.\n\n<p hidden="until-found">Secret.</p>',
      '8:1 warning hidden-left-out Hidden <p> with “Secret.” left out',
    ],
    [
      'Public.\n\nSecret.\n{: hidden="hidden"}',
      '8:1 warning hidden-left-out Hidden <p> with “Secret.” left out',
    ],
    [
      'Public.\n\nSecret.\n{: style="display: none"}',
      '8:1 warning hidden-left-out Hidden <p> with “Secret.” left out',
    ],
    [
      'Public.\n\n:::note{hidden}\nSecret.\n:::',
      '8:1 warning hidden-left-out Hidden block with “Secret.” left out',
    ],
    [
      'Public.\n\n:::verse{style="display:none"}\nSecret.\n:::',
      '8:1 warning hidden-left-out Hidden block with “Secret.” left out',
    ],
    [
      'Public.\n\n::: {.content-hidden}\nSecret.\n:::',
      '8:1 warning hidden-left-out Hidden block with “Secret.” left out',
    ],
    [
      'Public. :lang[Secret.]{lang=fr hidden}',
      '6:9 warning hidden-left-out Hidden <span> with “Secret.” left out',
    ],
    ['Public.\n\nSecret.\n{: hidden}', '8:1 warning hidden-left-out Hidden <p> with “Secret.” left out'],
    [
      'Public. <span hidden>Secret.^[Its note.]</span>',
      '6:9 warning hidden-left-out Hidden <span> with “Secret. Its note.” left out',
    ],
    [
      'Public. <img hidden src="a.png" alt="Secret">',
      '6:9 warning hidden-left-out Hidden <img> with “Secret” left out',
    ],
    [
      'Public.\n\n<iframe style="display:none" src="https://example.org/"></iframe>',
      '8:1 warning hidden-left-out Hidden <iframe> left out',
    ],
  ])('is left out and told: %j', (text, message) => {
    expect(wordsOf(text)).toBe('T Public.');
    expect(printMessages(readText(`${head}${text}`).messages)).toEqual([message]);
  });

  test('is quoted at its beginning and its end where it is long', () => {
    const { messages } = readText(`${head}<div hidden>${'word '.repeat(200)}</div>`);
    expect(messages.map(({ reason }) => reason)).toEqual([
      `Hidden <div> with “${'word '.repeat(80)}…${' word'.repeat(20)}” left out`,
    ]);
  });

  test('stays where the project says so', () => {
    expect(wordsOf('Public. <span hidden>Tab.</span>', { hidden: 'keep' })).toBe('T Public. Tab.');
    const { messages } = readText(`${head}Public. <span hidden>Tab.</span>`, { hidden: 'keep' });
    expect(printMessages(messages)).toEqual([
      '6:9 info html-attr-dropped Attribute “hidden” of <span> left out',
    ]);
  });
});

test.each([
  '<span class="sr-only">Seen</span>',
  '<span class="visually-hidden">Seen</span>',
  '<span aria-hidden="true">Seen</span>',
  '<span style="color: red; display: inline">Seen</span>',
  '<span style="display:none;display:block">Seen</span>',
  '<span style="background: url(display:none)">Seen</span>',
  '<details><summary>Seen</summary></details>',
  '<span data-hidden="yes">Seen</span>',
])('what is not hidden stays: %s', (text) => {
  expect(wordsOf(text)).toBe('T Seen');
});

test('an empty element that is hidden keeps its name', () => {
  expect(printMessages(readText(`${head}<a id="x" hidden></a>Words, [up](#x).`).messages)).toEqual([
    '6:1 info html-attr-dropped Attribute “hidden” of <a> left out',
  ]);
});

test('hiding is read of attributes', () => {
  expect([{ hidden: true }, { hidden: '' }, { style: 'visibility: collapse' }].map(isHidden)).toEqual([
    true,
    true,
    true,
  ]);
  expect(
    [{}, { hidden: false }, { hidden: null }, { style: 'display' }, { style: true }].map(isHidden),
  ).toEqual([false, false, false, false, false]);
});
