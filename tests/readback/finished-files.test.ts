import { expect, test } from 'vitest';

import { readEpubTemplates } from '../../src/project/read-epub-templates.ts';
import { plainText } from '../../src/document/plain-text.ts';
import { publicationOfPost } from '../../src/document/publication.ts';
import { renderEpub } from '../../src/epub/render-epub.ts';
import { readFonts } from '../../src/fonts/read-fonts.ts';
import { readTheme } from '../../src/pdf/theme/read-theme.ts';
import { profileP1 } from '../../src/pdf/profile/profile-p1.ts';
import { renderPdf } from '../../src/pdf/render-pdf.ts';
import { compareWords } from '../../src/readback/compare-words.ts';
import { readEpub } from '../../src/readback/read-epub.ts';
import { readPdf } from '../../src/readback/read-pdf.ts';
import { pdfSource } from './pdf-source.ts';
import { assetsOf, pngAsset, readEnglish } from '../epub/build-document.ts';
import { readDocument } from '../posts/read-text.ts';
import { everyConstruct } from '../epub/every-construct.ts';

const document = everyConstruct();
const post = publicationOfPost(document, readEnglish(), {
  assets: assetsOf(pngAsset('dot.png', 12, 12), pngAsset('map.png', 300, 200)),
});

test('the EPUB of every construct says the words of the post, and nothing else', async () => {
  const { value } = await renderEpub(post, {
    templates: await readEpubTemplates(),
  });
  const read = await readEpub(value.bytes);
  expect(read.problems).toEqual([]);
  expect(compareWords(plainText(document), read.text)).toBeUndefined();
  expect(read.title).toBe(document.metadata.title);
  expect(read.lang).toBe(document.metadata.lang);
});

test('the PDF of every construct says the words of the post, and nothing else', async () => {
  const { value } = await renderPdf(post, {
    fonts: await readFonts([], process.cwd()),
    theme: await readTheme('templates/pdf/standard.yaml'),
    profile: profileP1,
    page: 'letter',
  });
  const read = await readPdf(value.bytes);
  expect(read.problems).toEqual([]);
  expect(compareWords(plainText(document), read.text)).toBeUndefined();
  expect(read.title).toBe(document.metadata.title);
  expect(read.lang).toBe(document.metadata.lang);
  expect(read.pages).toBe(value.pages);
});

test('the PDF of tables on a page on its side and in groups of columns says the words of the post, in the order of its tags', async () => {
  const row = (columns: number, name: string): string =>
    `|${Array.from({ length: columns }, (_, column) => ` [Incomprehensibility](https://example.org/) ${name}${column} |`).join('')}\n`;
  const table = (columns: number): string =>
    `${row(columns, 'H')}|${'---|'.repeat(columns)}\n${row(columns, 'a')}${row(columns, 'b')}`;
  const words = `---\ntitle: T\nlang: en\nauthor: A\n---\n\nWords.\n\n${table(7)}\nBetween.[^1]\n\n${table(12)}\nWords.\n\n[^1]: A note.\n`;
  const wide = readDocument(words);
  const { value, messages } = await renderPdf(publicationOfPost(wide, readEnglish()), {
    fonts: await readFonts([], process.cwd()),
    theme: await readTheme('templates/pdf/standard.yaml'),
    profile: profileP1,
    page: 'a4',
  });
  expect(messages.map(({ ruleId }) => ruleId)).toEqual(['table-turned', 'table-in-groups']);
  expect(value.claims).toHaveLength(2);
  const read = await readPdf(value.bytes);
  expect(read.problems).toEqual([]);
  expect(compareWords(plainText(wide), read.text)).toBeUndefined();
  const file = pdfSource(value.bytes);
  expect(file).toMatch(/\/MediaBox \[0 0 841\.89 595\.28\]/u);
  expect(file).not.toContain('/Rotate');
});

test('the ways back from a note are none of its words in whatever language they are called', async () => {
  const source = 'Words.[^1] More.[^1] [A link](https://example.org/ "with a title").\n\n[^1]: A note.';
  const shown = readDocument(`---\ntitle: T\nlang: fr\n---\n\n${source}\n`);
  const english = readEnglish();
  const words = { ...english.words, backToReference: 'Retour {label}' };
  const { value } = await renderPdf(publicationOfPost(shown, { ...english, lang: 'fr', words }), {
    fonts: await readFonts([], process.cwd()),
    theme: await readTheme('templates/pdf/standard.yaml'),
    profile: profileP1,
    page: 'letter',
  });
  expect(pdfSource(value.bytes)).toContain('/T (Retour 1)');
  const read = await readPdf(value.bytes);
  expect(read.problems).toEqual([]);
  expect(compareWords(plainText(shown), read.text)).toBeUndefined();
});

test('the PDF keeps the words of a right-to-left phrase in the order of reading', async () => {
  const words = 'The word שלום עולם (two) and 2011 here.';
  const shown = readDocument(`---\ntitle: T\nlang: en\n---\n\n${words}\n`);
  const { value } = await renderPdf(publicationOfPost(shown, readEnglish()), {
    fonts: await readFonts(['@expo-google-fonts/noto-sans-hebrew'], process.cwd()),
    theme: await readTheme('templates/pdf/standard.yaml'),
    profile: profileP1,
    page: 'letter',
  });
  const read = await readPdf(value.bytes);
  expect(read.problems).toEqual([]);
  expect(read.text).toContain(words);
  expect(value.claims).toEqual(['PDF/UA-1', 'PDF/A-2a']);
});
