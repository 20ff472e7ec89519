import { describe, expect, test } from 'vitest';
import { readInput, type ReadInputSettings } from '../../src/intake/read-input.ts';
import { writeMarkdown } from '../../src/intake/write-markdown.ts';
import { partitionFlaw, wordsOfPost, wordsOfSpans } from './html-words.ts';

const routine = /^intake-(?:fact-missing|fact-absent|url-missing)$|^The text looks like/u;

/** The Markdown, and what is told besides facts that are not there. */
async function read(
  input: string | Uint8Array,
  settings: Partial<ReadInputSettings> = {},
): Promise<{ readonly markdown: string | undefined; readonly told: readonly string[] }> {
  const bytes = typeof input === 'string' ? Buffer.from(input) : input;
  const { record, messages } = await readInput(bytes, { file: 'a.txt', ...settings });
  if (record) {
    expect(partitionFlaw(record)).toBeUndefined();
    expect(wordsOfPost(record.body)).toEqual(wordsOfSpans(record));
  }
  const told = messages
    .filter(({ ruleId, reason }) => !routine.test(ruleId) && !routine.test(reason))
    .map(
      ({ ruleId, severity, reason, place }) => `${place?.start.line ?? '-'} ${severity} ${ruleId} ${reason}`,
    );
  return { markdown: record && writeMarkdown(record.body), told };
}

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const utf16 = (text: string): Buffer => Buffer.from(`\u{feff}${text}`, 'utf16le');

describe('the encoding', () => {
  test.each<[string, Uint8Array, Partial<ReadInputSettings>, string]>([
    ['a mark of UTF-8', Buffer.from('\u{feff}Café\n'), {}, 'Café\n'],
    ['a mark of UTF-16', utf16('Café\n'), {}, 'Café\n'],
    ['a mark of UTF-16, the other way', utf16('Café\n').swap16(), {}, 'Café\n'],
    ['a mark, whatever is given', utf16('Café\n'), { encoding: 'windows-1252' }, 'Café\n'],
    ['what is given', latin('Caf\u{e9} \x93q\x94 \x80\n'), { encoding: 'windows-1252' }, 'Café “q” €\n'],
    ['what meta declares', latin('<meta charset="iso-8859-1"><p>Caf\u{e9} \x93q\x94'), {}, 'Café “q”\n'],
    [
      'what XML declares',
      latin('<?xml version="1.0" encoding="ISO-8859-1"?><html><p>Caf\u{e9}'),
      {},
      'Café\n',
    ],
    ['no declaration in a comment', Buffer.from('<!-- <meta charset=koi8-r> --><p>Café'), {}, 'Café\n'],
    ['UTF-8 where meta says UTF-16', Buffer.from('<meta charset="utf-16"><p>Café'), {}, 'Café\n'],
    [
      'no declaration in flat text',
      Buffer.from('Write <meta charset=koi8-r>, Café\n'),
      {},
      'Write \\<meta charset=koi8-r>, Café\n',
    ],
  ])('is %s', async (_name, bytes, settings, markdown) => {
    expect(await read(bytes, settings)).toEqual({ markdown, told: [] });
  });

  test.each<[string, Uint8Array, string]>([
    ['a byte that is no UTF-8', latin('Caf\u{e9} x'), 'Not utf-8: the byte at offset 4 does not belong'],
    [
      'a surrogate in UTF-8',
      Buffer.from([0x41, 0xed, 0xa0, 0x80]),
      'Not utf-8: the byte at offset 2 does not belong',
    ],
    [
      'a lone surrogate in UTF-16',
      Buffer.concat([utf16('ab'), Buffer.from([0, 0xd8]), Buffer.from('x', 'utf16le')]),
      'Not utf-16le: the byte at offset 9 does not belong',
    ],
    [
      'UTF-16 without a mark',
      Buffer.from('Words', 'utf16le'),
      'Not utf-8: 5 bytes are zero, the first at offset 1, as in UTF-16 without a byte order mark',
    ],
    [
      'an encoding that nobody knows',
      Buffer.from('<meta charset=klingon><p>a'),
      'There is no encoding “klingon”',
    ],
  ])('cannot be told of %s', async (_name, bytes, reason) => {
    expect(await read(bytes)).toEqual({ markdown: undefined, told: [`- error intake-encoding ${reason}`] });
  });

  test('that is declared goes before the one given, unless it does not fit', async () => {
    expect(await read('<meta charset=utf-8><p>Café', { encoding: 'windows-1252' })).toEqual({
      markdown: 'Café\n',
      told: ['- info intake-suspect Encoding: utf-8 is declared and was taken, not windows-1252'],
    });
    expect(await read(latin('<meta charset=utf-8><p>Caf\u{e9}'), { encoding: 'windows-1252' })).toEqual({
      markdown: 'Café\n',
      told: [
        '- info intake-suspect Encoding: Not utf-8: the byte at offset 26 does not belong; taken as windows-1252',
      ],
    });
  });

  test('read wrongly before is reported, not repaired', async () => {
    expect(await read('One\nCafÃ© â€œx\n')).toEqual({
      markdown: 'One\n\nCafÃ© â€œx\n',
      told: ['- warning intake-mojibake 2 places look like text decoded wrongly, the first in line 2'],
    });
  });
});

test('control characters are left out and told of', async () => {
  const told = ['- info intake-repaired 3 control characters left out, the first in line 2'];
  expect(await read('Some\na\0b\x07 c\u{fffe}\n')).toEqual({ markdown: 'Some\n\nab c\n', told });
  expect(await read('<p>Some</p>\n<p>a\0b\x07 c\u{fffe}')).toEqual({ markdown: 'Some\n\nab c\n', told });
});

test.each([
  ['page.html', 'Hello <b>x</b>', 'Hello **x**\n'],
  ['page.txt', 'Hello <b>x</b>\n', 'Hello \\<b>x\\</b>\n'],
  ['page.txt', '<p>Hello</p>', 'Hello\n'],
])('what %s is', async (file, text, markdown) => {
  expect((await read(text, { file })).markdown).toBe(markdown);
});

describe('language and agency', () => {
  const page = (lang: string): string =>
    `<html lang="${lang}"><meta property="og:site_name" content="A"><p>Hello.`;

  test('that are given stand only where the input declares none', async () => {
    const { record } = await readInput(Buffer.from(page('fr')), { file: 'a', lang: 'en', agency: 'B' });
    expect(record?.facts).toEqual({ lang: 'fr', agency: 'A' });
    expect((await read(page('fr'), { lang: 'en', agency: 'B' })).told).toEqual([
      '- warning intake-disagreement The input says `lang: fr`, --lang “en”',
      '- warning intake-disagreement The input says `agency: A`, --agency “B”',
    ]);
  });

  test.each([
    ['en', 'en-US'],
    ['en-US', 'en'],
    ['EN-us', 'en-US'],
  ])('the page says %s and the user %s: no disagreement', async (declared, given) => {
    expect((await read(page(declared), { lang: given, agency: 'A' })).told).toEqual([]);
  });

  test.each([
    ['en-GB', 'en-US'],
    ['en', 'enm'],
    ['enm', 'en'],
  ])('the page says %s and the user %s: a disagreement', async (declared, given) => {
    expect((await read(page(declared), { lang: given, agency: 'A' })).told).toEqual([
      `- warning intake-disagreement The input says \`lang: ${declared}\`, --lang “${given}”`,
    ]);
  });

  test.each(['english', 'en_US', '%'])('“%s” is no language', async (lang) => {
    const { record } = await readInput(Buffer.from(page(lang)), { file: 'a' });
    expect(record?.facts.lang).toBeUndefined();
    expect((await read(page(lang))).told).toEqual([
      `1 info intake-suspect “${lang}” is no language tag (BCP 47)`,
    ]);
  });
});

test('facts that are not there are told of', async () => {
  const { messages } = await readInput(Buffer.from('The words of the text are in English.\n'), {
    file: 'a.txt',
  });
  expect(messages.map(({ severity, ruleId, reason }) => `${severity} ${ruleId} ${reason}`)).toEqual([
    'warning intake-fact-missing The input says no `title`',
    'warning intake-fact-missing The input says no `released`',
    'warning intake-fact-missing The input says no `lang`',
    'info intake-url-missing The input says no `source.url`',
    'info intake-fact-absent The input says no `byline`, `updated`, `agency`, `archived`',
    'info intake-suspect The text looks like “en”',
  ]);
});

test.each(['', '\u{feff}', ' \u{a0}\n', '<html><body><p> <img></p></body></html>'])(
  'nothing is made of %j',
  async (text) => {
    expect(await read(text)).toEqual({
      markdown: undefined,
      told: ['- error intake-no-body No text to make a post of'],
    });
  },
);
