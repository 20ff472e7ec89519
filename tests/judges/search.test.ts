import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

import { publicationOfPost } from '../../src/document/publication.ts';
import { plainText } from '../../src/document/plain-text.ts';
import { readFonts } from '../../src/fonts/read-fonts.ts';
import { renderPdf } from '../../src/pdf/render-pdf.ts';
import type { Theme } from '../../src/pdf/theme/theme.ts';
import { renderOptions } from '../pdf/small-collection.ts';
import { readText, strings } from '../posts/read-text.ts';
import { readByPdfJs } from './read-by-pdfjs.ts';
import {
  isFromTheRight,
  lostWords,
  notFound,
  popplerText,
  readers,
  wordsOf,
  type Printed,
} from './text-readers.ts';
import { textsOfScripts } from './texts-of-scripts.ts';

const corpora = resolve(import.meta.dirname, '../../../shared/corpora/multilingual');
const guide = join(corpora, 'opensource-guide/_articles');
const there = existsSync(corpora);
if (!there) console.log('skipped: the posts in many languages are not beside the project');
/** A folder of posts in a language that the fonts of the project can show. */
const languages: readonly (readonly [lang: string, folder: string, name: RegExp])[] = [
  ['fr', join(guide, 'fr'), /./u],
  ['ar', join(guide, 'ar'), /./u],
  ['bn', join(guide, 'bn'), /./u],
  ['fa', join(guide, 'fa'), /./u],
  ['he', join(corpora, 'he.reactjs.org/content/docs'), /./u],
  ['hi', join(guide, 'hi'), /./u],
  ['ja', join(guide, 'ja'), /./u],
  ['ko', join(guide, 'ko'), /./u],
  ['zh-Hans', join(guide, 'zh-hans'), /./u],
  ['ru', join(guide, 'ru'), /./u],
  ['vi', join(corpora, 'vi.reactjs.org/content/docs'), /./u],
  ['es', join(corpora, 'login-gov/content/_policy'), /_es\.md$/u],
];

/** A text as a PDF, with the faces of the scripts that do not come with Tagleaf: they are installed with the judges. */
async function print(markdown: string): Promise<Printed> {
  const { value: document } = readText(markdown);
  if (!document) throw new Error('not a post');
  const fonts = await readFonts([], import.meta.dirname);
  const options = { ...(await renderOptions()), fonts };
  const { value } = await renderPdf(publicationOfPost(document, strings), options);
  return { source: plainText(document), bytes: value.bytes };
}

const printedSamples = new Map<string, Promise<Printed>>();

async function printSample(lang: string, text: string): Promise<Printed> {
  const known = printedSamples.get(text) ?? print(`---\ntitle: T\nlang: ${lang}\n---\n\n${text}\n`);
  printedSamples.set(text, known);
  return known;
}

describe.each(readers)('a search in the words that $name reads', (reader) => {
  test.each(textsOfScripts)('finds those of a text in %s', async (lang, text) => {
    if (isFromTheRight(text) && !reader.fromTheRight) return;
    const printed = await printSample(lang, text);
    expect(await notFound(reader, printed)).toEqual([]);
    expect(await reader.read(printed.bytes)).not.toMatch(/\u200B/u);
  });

  test('misses a word that is not there, in each text', async () => {
    for (const [lang, text] of textsOfScripts) {
      if (isFromTheRight(text) && !reader.fromTheRight) continue;
      const printed = await printSample(lang, text);
      const [word = ''] = wordsOf(text).filter((each) => /^\p{L}/u.test(each) && each.length > 2);
      const other = word + word;
      expect([lang, await notFound(reader, { ...printed, source: `${text} ${other}` })]).toEqual([
        lang,
        [reader.known?.(other) ?? other],
      ]);
    }
  });

  test.runIf(there && reader.name !== 'Poppler (-raw)').each(languages)(
    'finds those of the posts in %s',
    async (lang, posts, name) => {
      const files = readdirSync(posts, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.md') && name.test(file))
        .toSorted()
        .slice(0, 3);
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) {
        const text = readFileSync(join(posts, file), 'utf8').replace(/^---\n/u, `---\nlang: ${lang}\n`);
        expect([file, await notFound(reader, await print(text))]).toEqual([file, []]);
      }
    },
  );
});

test('a search would miss a word that is torn apart or has a character too many', () => {
  expect(lostWords('one three', 'one th ree')).toEqual(['three']);
  expect(lostWords('ẹ̀kọ́', 'ẹ̀k ọ́')).toEqual(['ẹ̀kọ́']);
  expect(lostWords('one three', 'one th\nree')).toEqual([]);
});

describe('a search in lines that are broken', () => {
  const parts = [
    'communication',
    'of',
    'responsibility',
    'and the',
    'administration',
    'internationalization',
  ];
  const words = Array.from({ length: 700 }, (_, index) => parts[((index * index) % 29) % parts.length]).join(
    ' ',
  );
  const markdown = `---\ntitle: T\nlang: en-US\nauthor: A\n---\n\nThe [archive](https://www.example.org/archive/?a=1) is there.\n\n${words}.\n`;

  async function render(
    change: Partial<Theme>,
  ): Promise<{ readonly bytes: Uint8Array; readonly source: string }> {
    const { value: document } = readText(markdown);
    if (!document) throw new Error('not a post');
    const options = await renderOptions();
    const theme = { ...options.theme, ...change };
    const { value } = await renderPdf(publicationOfPost(document, strings), { ...options, theme });
    expect(value.claims).toHaveLength(2);
    return { bytes: value.bytes, source: plainText(document) };
  }

  const ofLines: readonly (readonly [name: string, read: (bytes: Uint8Array) => Promise<string>])[] = [
    ['Poppler', async (bytes) => popplerText(bytes, [])],
    // The search of pdf.js takes a hyphen between two small letters at the end of a line for that of a word.
    ['pdf.js', async (bytes) => (await readByPdfJs(bytes)).replace(/(?<=\p{Ll})-\n(?=\p{Ll})/gu, '')],
  ];

  /** How often a word stands whole in a text, lines joined where nothing but a soft hyphen ends them. */
  const count = (text: string, word: string): number => text.replace(/\u00AD\n/gu, '').split(word).length - 1;

  test.each(ofLines)(
    'finds each word that %s reads as often as it is there, hyphenated or not',
    async (name, read) => {
      for (const hyphenate of [true, false]) {
        const { bytes, source } = await render({ hyphenate });
        const found = await read(bytes);
        for (const word of parts.filter((part) => part.length > 10))
          expect([name, hyphenate, word, count(found, word)]).toEqual([
            name,
            hyphenate,
            word,
            count(source, word),
          ]);
      }
    },
  );

  test('is of words that are hyphenated, and misses those that a hyphen of the text cuts', async () => {
    const { bytes, source } = await render({ hyphenate: true });
    const found = popplerText(bytes, []);
    expect(found.match(/\u00AD\n/gu)?.length).toBeGreaterThan(20);
    expect(await readByPdfJs(bytes)).toMatch(/\p{Ll}-\n\p{Ll}/u);
    expect(count(found.replaceAll('\u00AD', '-'), 'internationalization')).toBeLessThan(
      count(source, 'internationalization'),
    );
  });

  test.each(ofLines)(
    'finds in what %s reads the address that is printed behind a link',
    async (_name, read) => {
      const { bytes } = await render({ printedUrls: true });
      expect(await read(bytes)).toContain('archive (https://www.example.org/archive/?a=1) is there');
      expect(await read((await render({})).bytes)).not.toContain('example.org');
    },
  );
});
