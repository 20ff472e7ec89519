import { expect, test } from 'vitest';
import { publicationOfPost } from '../../../src/document/publication.ts';
import { plainText } from '../../../src/document/plain-text.ts';
import { readFonts } from '../../../src/fonts/read-fonts.ts';
import { profileP1 } from '../../../src/pdf/profile/profile-p1.ts';
import { renderPdf } from '../../../src/pdf/render-pdf.ts';
import { verifyWords } from '../../../src/publish/verify-words.ts';
import { compareWords } from '../../../src/readback/compare-words.ts';
import { readPdf } from '../../../src/readback/read-pdf.ts';
import { readEnglish } from '../../epub/build-document.ts';
import { readDocument } from '../../posts/read-text.ts';
import { layOutPost, theme, type Laid } from './lay-out-post.ts';

const hyphenating = { ...theme, hyphenate: true };
const parts = [
  'communication',
  'of',
  'responsibility',
  'and the',
  'administration',
  'is',
  'internationalization',
];
const long = `Words: ${Array.from({ length: 120 }, (_, index) => parts[((index * index) % 23) % parts.length]).join(' ')}.`;

function hyphensOf({ list }: Laid): number {
  const marks = list.pages.flatMap(({ placed }) => placed.flatMap((part) => part.marks));
  const runs = marks.flatMap((mark) => (mark.type === 'run' ? mark.runs : []));
  return runs.filter(({ actualText }) => actualText === '\u00AD').length;
}

function lay(markdown: string, own = hyphenating, lang = 'en-US'): Laid {
  return layOutPost(`---\ntitle: T\nlang: ${lang}\n---\n\n${markdown}\n`, { theme: own });
}

test('paragraphs, lists and notes are hyphenated where the theme says so, and in no other', () => {
  expect(hyphensOf(lay(long))).toBeGreaterThan(0);
  expect(hyphensOf(lay(`- ${long}`))).toBeGreaterThan(0);
  expect(hyphensOf(lay(`A.[^1]\n\n[^1]: ${long}`))).toBeGreaterThan(0);
  expect(hyphensOf(lay(long, theme))).toBe(0);
  expect(hyphensOf(lay(long, hyphenating, 'en-GB'))).toBe(0);
});

test('no page ends within a word', () => {
  const endsOf = (laid: Laid): readonly (string | undefined)[] =>
    laid.list.pages.map(({ placed }) => {
      const marks = placed.flatMap((part) => part.marks);
      const runs = marks.flatMap((mark) => (mark.type === 'run' && mark.slot ? mark.runs : []));
      return runs.at(-1)?.actualText;
    });
  // Each line ends with a hyphen but every third, wherever the page is cut.
  for (let shift = 0; shift < 4; shift += 1) {
    const words = Array.from({ length: 900 }, () => 'internationalization').join(' ');
    const laid = lay(`${'A line.\n\n'.repeat(shift)}${words}`);
    expect(laid.list.pages.length).toBeGreaterThan(2);
    expect(hyphensOf(laid)).toBeGreaterThan(50);
    expect(endsOf(laid)).not.toContain('\u00AD');
  }
});

test('headings, cells and code are not', () => {
  for (const markdown of [`## ${long}`, `| ${long} |\n|---|\n| ${long} |`, `\`${long.trim()}\``])
    expect(hyphensOf(lay(markdown))).toBe(0);
});

test('a hyphenated PDF says the words of the post, whole', async () => {
  const document = readDocument(`---\ntitle: T\nlang: en-US\nauthor: A\n---\n\n${long}\n`);
  const publication = publicationOfPost(document, readEnglish());
  const { value } = await renderPdf(publication, {
    fonts: await readFonts([], process.cwd()),
    theme: hyphenating,
    profile: profileP1,
    page: 'letter',
  });
  const read = await readPdf(value.bytes);
  expect(read.text).toContain('\u00AD');
  expect(compareWords(plainText(document), read.text)).toBeUndefined();
  expect(() => verifyWords(publication, read, 'pdf')).not.toThrow();
  expect(() => verifyWords(publication, { ...read, text: read.text.replace(' ', ' \u00AD') }, 'pdf')).toThrow(
    'U+00AD',
  );
  expect(() => verifyWords(publication, read, 'epub')).toThrow('U+00AD');
});
