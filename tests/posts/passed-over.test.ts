import { expect, test } from 'vitest';
import { accountWords } from '../../src/account/account-words.ts';
import { printDocument } from './print-document.ts';
import { printMessages, readText } from './read-text.ts';

const read = (body: string): ReturnType<typeof readText> => readText(`---\ntitle: T\nlang: en\n---\n${body}`);

/** What a reader sees of a post; a stroke stands for the end of a line. */
function seen(body: string): string {
  const { value } = read(body);
  const tree = value === undefined ? '' : printDocument({ ...value, titleBlock: [] });
  return tree
    .split('\n')
    .flatMap((line) => (/^ *break/u.test(line) ? ['|'] : (/text value="(.*)"$/u.exec(line)?.[1] ?? [])))
    .join('');
}

const told = (body: string): readonly string[] => printMessages(read(body).messages);

test.each([
  ['texts', '<svg><text>Alpha</text><text>Beta</text></svg>', 'Alpha|Beta'],
  ['a name and a description', '<svg><title>Alpha</title><desc>Beta</desc></svg>', 'Alpha|Beta'],
  [
    'stretches at places of their own',
    '<svg><text><tspan x="0" y="1">Alpha</tspan><tspan x="0" dy="2">Beta</tspan></text></svg>',
    'Alpha|Beta',
  ],
  [
    'HTML in a drawing',
    '<svg><text>Alpha</text><foreignObject><p>Beta</p></foreignObject></svg>',
    'Alpha|Beta',
  ],
])('%s of a drawing stand apart', (_, body, words) => {
  expect(seen(body)).toBe(words);
});

test('a stretch of a text without a place of its own may be part of a word', () => {
  expect(seen('<svg><text><tspan>Al</tspan><tspan class="b">pha</tspan></text></svg>')).toBe('Alpha');
});

test.each([
  [
    'a frame',
    '<frame src="a.html" title="Contents of the site">',
    '5:1 warning html-dropped Tag “<frame src="a.html" title="Contents of the site">” removed',
  ],
  [
    'a frame in a line',
    'Here <frame title="Contents">',
    '5:6 warning html-dropped Tag “<frame title="Contents">” removed',
  ],
  [
    'a page within the page',
    '<body title="The page">\nWords\n</body>',
    '5:1 warning html-dropped Tag “<body title="The page">” removed',
  ],
])('the words of %s are told', (_, body, message) => {
  expect(told(body)).toEqual([message]);
  const accounted = accountWords(read(body), { hasPlugins: false });
  expect(printMessages(accounted.messages).filter((line) => line.includes('words-unaccounted'))).toEqual([]);
});

test('a page within the page that says nothing is not told', () => {
  expect(told('<body class="x">\nWords\n</body>')).toEqual([]);
});

test('brackets around a reading are not told, words are', () => {
  expect(told('<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>')).toEqual([]);
  expect(told('<ruby>漢<rp>(read: </rp><rt>kan</rt><rp>)</rp></ruby>')).toEqual([
    '5:8 warning html-dropped <rp> with “(read:” removed',
  ]);
});
