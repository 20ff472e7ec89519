import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

import { publicationOfPost } from '../../src/document/publication.ts';
import { plainText } from '../../src/document/plain-text.ts';
import { readFonts } from '../../src/fonts/read-fonts.ts';
import { renderPdf } from '../../src/pdf/render-pdf.ts';
import type { Theme } from '../../src/pdf/theme/theme.ts';
import { renderOptions } from '../pdf/small-collection.ts';
import { readText, strings } from '../posts/read-text.ts';
import { readByPdfJs } from './read-by-pdfjs.ts';

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

/** Small texts for what no post beside the project has. */
const samples: readonly (readonly [lang: string, text: string])[] = [
  ['yo', 'Ẹ̀kọ́ ọ́jọ́ àwọn ọmọdé, ẹ̀rọ ayélujára.'],
  ['ig', 'Ụ́lọ̀ akwụ́kwọ́ ndị́ Igbo.'],
  ['nv', 'Diné bizaad yáʼátʼééh, į́į́ tʼáá áłtso.'],
  ['hi', 'ऐसे दुनिया की शक्ति, स्त्री और विद्यार्थी प्रार्थना करते हैं।'],
  ['he', 'שָׁלוֹם עולם בְּרֵאשִׁית ברא'],
  ['ar', 'لا إله إلا الله، السَّلامُ عليكم؛ العدد ١٢٣ و456 (هكذا).'],
  ['fa', 'می‌خواهم کتاب‌ها را بخوانم، ۱۲۳۴ گزارش.'],
  ['ur', 'یہ اردو میں ایک جملہ ہے۔'],
  ['bn', 'বিশ্ববিদ্যালয়, ক্ষমতা, র‍্যাব এবং কর্ম।'],
  ['ta', 'தமிழ் மொழி: கொள்கை, ஸ்ரீ, க்ஷ, நௌ.'],
  ['te', 'విశ్వవిద్యాలయం, క్షమించండి, స్త్రీ.'],
  ['th', 'ประชาชนควรติดตามข่าวสารอย่างใกล้ชิดและเตรียมพร้อมรับมือกับน้ำท่วม'],
  ['gu', 'ગુજરાતી વિદ્યાર્થી, સ્ત્રી.'],
  ['pa', 'ਪੰਜਾਬੀ ਵਿਦਿਆਰਥੀ, ਸ੍ਰੀ.'],
  ['kn', 'ಕನ್ನಡ ವಿದ್ಯಾರ್ಥಿ, ಕ್ಷಮಿಸಿ.'],
  ['ml', 'മലയാളം വിദ്യാർത്ഥി, ക്ഷമിക്കണം.'],
  ['si', 'සිංහල ශ්‍රී ලංකා, විද්‍යාලය.'],
  ['km', 'ប្រជាជនកម្ពុជាទាំងអស់មានសិទ្ធិ'],
  ['lo', 'ປະຊາຊົນທຸກຄົນມີສິດ ນ້ຳ'],
  ['my', 'ပြည်သူအားလုံးသည်အစိုးရ'],
  ['am', 'ሰላም ዓለም።'],
  ['hy', 'Բարեւ աշխարհ։'],
  ['ka', 'გამარჯობა მსოფლიო.'],
  ['ja', 'これは「日本語」の段落です。漢字、ひらがな、カタカナー。'],
  ['zh-Hant-TW', '這是一個中文段落，「引號」以及……'],
  ['ko', '한국어 문장도 있습니다.'],
  ['el', 'Ελληνικά με τόνους και πολυτονικό: ᾧ τινι ἀνθρώπῳ.'],
  ['en', 'A resume\u0301 of the cafe\u0301, x\u0331 and q\u0304, with an office and 🏳️\u200D🌈 flags.'],
];

const fromTheRight = new Set(['ar', 'fa', 'he', 'ur']);

/** What pdftotext adds to tell directions apart, and what no one sees. */
const unseen = /\p{Default_Ignorable_Code_Point}/gu;
/** Where lines may end without a space: in addresses, long words and at hyphens. */
const lineEnds = /[\n\f]+/gu;
/** What stands at the foot of a page, between the halves of a paragraph: title and number. */
const pageEnds = /\n+[^\n]*\n+Page \d+ of \d+\n*\f/gu;

const folder = mkdtempSync(join(tmpdir(), 'search-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function readByPoppler(
  markdown: string,
  mode: readonly string[],
): Promise<{ source: string; found: string }> {
  const { value: document } = readText(markdown);
  if (!document) throw new Error('not a post');
  // Those of the scripts that do not come with Tagleaf are installed with the judges.
  const fonts = await readFonts([], import.meta.dirname);
  const { value } = await renderPdf(publicationOfPost(document, strings), {
    ...(await renderOptions()),
    fonts,
  });
  return { source: plainText(document), found: popplerText(value.bytes, mode) };
}

function popplerText(bytes: Uint8Array, mode: readonly string[]): string {
  const file = join(folder, 'post.pdf');
  writeFileSync(file, bytes);
  return execFileSync('pdftotext', [...mode, '-enc', 'UTF-8', file, '-'], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
}

/** The words of a text that a search for them does not find in another: Poppler takes hyphens at the ends of lines away. */
function lostWords(source: string, found: string): readonly string[] {
  const clean = found.replace(unseen, '');
  const words = new Set(wordsOf(clean));
  const joined = clean.replace(pageEnds, '\n').replace(lineEnds, '');
  return [...new Set(wordsOf(source.replace(unseen, '')))].filter(
    (word) => !words.has(word) && !joined.includes(word),
  );
}

function wordsOf(text: string): readonly string[] {
  // Poppler turns marks of one letter around where they read from the right: the same text (UAX 15).
  // It parts words of two directions, as an article before a Latin name is.
  return (
    text
      .normalize('NFC')
      .match(/[\p{sc=Arabic}\p{sc=Hebrew}\p{M}]+|(?![\p{sc=Arabic}\p{sc=Hebrew}])[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

describe('a search in the words that Poppler reads', () => {
  test.each(samples)('finds those of a text in %s', async (lang, text) => {
    const markdown = `---\ntitle: T\nlang: ${lang}\n---\n\n${text}\n`;
    // In the order of the content Poppler gives what reads from the right letter by letter.
    for (const mode of fromTheRight.has(lang) ? [[]] : [[], ['-raw']]) {
      const { source, found } = await readByPoppler(markdown, mode);
      expect(lostWords(source, found)).toEqual([]);
      expect(found).not.toMatch(/\u200B/u);
    }
  });

  test('would miss a word that is torn apart or has a character too many', () => {
    expect(lostWords('one three', 'one th ree')).toEqual(['three']);
    expect(lostWords('ẹ̀kọ́', 'ẹ̀k ọ́')).toEqual(['ẹ̀kọ́']);
    expect(lostWords('one three', 'one th\nree')).toEqual([]);
  });

  test.runIf(there).each(languages)('finds those of the posts in %s', async (lang, posts, name) => {
    const files = readdirSync(posts, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md') && name.test(file))
      .toSorted()
      .slice(0, 3);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const text = readFileSync(join(posts, file), 'utf8').replace(/^---\n/u, `---\nlang: ${lang}\n`);
      const { source, found } = await readByPoppler(text, []);
      expect([file, lostWords(source, found)]).toEqual([file, []]);
    }
  });
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

  const readers: readonly (readonly [name: string, read: (bytes: Uint8Array) => Promise<string>])[] = [
    ['Poppler', async (bytes) => popplerText(bytes, [])],
    // The search of pdf.js takes a hyphen between two small letters at the end of a line for that of a word.
    ['pdf.js', async (bytes) => (await readByPdfJs(bytes)).replace(/(?<=\p{Ll})-\n(?=\p{Ll})/gu, '')],
  ];

  /** How often a word stands whole in a text, lines joined where nothing but a soft hyphen ends them. */
  const count = (text: string, word: string): number => text.replace(/\u00AD\n/gu, '').split(word).length - 1;

  test.each(readers)(
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

  test.each(readers)(
    'finds in what %s reads the address that is printed behind a link',
    async (_name, read) => {
      const { bytes } = await render({ printedUrls: true });
      expect(await read(bytes)).toContain('archive (https://www.example.org/archive/?a=1) is there');
      expect(await read((await render({})).bytes)).not.toContain('example.org');
    },
  );
});
