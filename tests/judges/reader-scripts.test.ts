import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { publicationOfPost } from '../../src/document/publication.ts';
import { renderEpub } from '../../src/epub/render-epub.ts';
import { readEpubTemplates } from '../../src/project/read-epub-templates.ts';
import { readDocument, strings } from '../posts/read-text.ts';
import { startBrowser, type Browser } from './reader/browser.ts';
import { checkContents } from './reader/check-contents.ts';
import { callsOf, checkNotes } from './reader/check-notes.ts';
import { checkSizes, settings } from './reader/check-sizes.ts';
import { checkTurning } from './reader/check-turning.ts';
import { openReader } from './reader/open-reader.ts';
import { readBook } from './reader/read-book.ts';

const pictures = resolve('dist', 'reader');
let browser: Browser;
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  browser = await startBrowser(inject('judges').browser);
});
afterAll(() => browser.close());

/** Some screens of a post: each paragraph with its number, a list, a table and a note between them. */
function longPost(lang: string, words: readonly [title: string, text: string, cell: string]): string {
  const [title, text, cell] = words;
  const paragraphs = (from: number): string =>
    Array.from({ length: 12 }, (_, index) => `${from + index}. ${text.repeat(3)}`.replace('. ', ' ')).join(
      '\n\n',
    );
  return `---
title: ${title}
lang: ${lang}
date: 2024-03-05
---

${paragraphs(100)}[^1]

## ${title} 1 {#one}

- ${text}
  1. ${text}
- ${text}

${paragraphs(200)}

## ${title} 2 {#two}

| ${cell} | ${cell} |
|---|---|
| ${text} | 12 |

> ${text}

${paragraphs(300)}

[^1]: ${text}
`;
}

const posts = {
  ar: longPost('ar', ['عنوان', 'لا إله إلا الله، والعدد ١٢٣ و456 (بين قوسين) مع English words. ', 'خلية']),
  he: longPost('he', ['כותרת', 'שלום עולם, מספר 123 (בסוגריים) עם English words. ', 'תא']),
  ja: longPost('ja', [
    '見出し',
    'これは「日本語」の<ruby>段落<rt>だんらく</rt></ruby>です。<ruby>志<rt>こころざし</rt></ruby>、ケーキとEnglish words。',
    '言葉',
  ]),
};

async function epubOf(markdown: string): Promise<Uint8Array> {
  const publication = publicationOfPost(readDocument(markdown), strings);
  return (await renderEpub(publication, { templates: await readEpubTemplates() })).value.bytes;
}

function packageOf(epub: Uint8Array): string {
  return strFromU8(unzipSync(epub)['OEBPS/content.opf'] ?? new Uint8Array());
}

describe.each(Object.entries(posts))('a post in %s in foliate-js', (lang, markdown) => {
  const fromRight = lang !== 'ja';

  test('goes on with the next word whenever a page is turned, to the side that its language reads to', async () => {
    const epub = await epubOf(markdown);
    expect(packageOf(epub).includes('page-progression-direction="rtl"')).toBe(fromRight);
    const book = readBook(epub);
    const reader = await openReader(browser, epub);
    await reader.screenshot(join(pictures, `script-${lang}.png`));
    const { turned, findings } = await checkTurning(reader, book, 12);
    expect(findings).toEqual([]);
    expect(turned).toBeGreaterThan(4);
    await reader.screenshot(join(pictures, `script-${lang}-end.png`));
    const { toc } = await reader.contents();
    expect(toc).toHaveLength(3);
    expect(await checkContents(reader, book, toc)).toEqual([]);
    const calls = callsOf(book);
    expect(calls).toHaveLength(1);
    expect(await checkNotes(reader, book, calls)).toEqual([]);
    expect(reader.complaints).toEqual([]);
    await reader.close();
  });
});

// In Chromium the boxes of readings and their words lie over each other: they hold room above and below their letters.
test.each(['ar', 'he'] as const)(
  'a post in %s has no word on another, cut or to be scrolled to, whatever the size of type',
  async (lang) => {
    const reader = await openReader(browser, await epubOf(posts[lang]), { width: 360, height: 640 });
    const { words, findings } = await checkSizes(reader, ['OEBPS/post.xhtml'], settings);
    await reader.screenshot(join(pictures, `script-${lang}-large.png`));
    await reader.close();
    expect(findings).toEqual([]);
    expect(words).toBeGreaterThan(500);
  },
);

test('words that reach over the left edge of their page are found out where it reads from the right', async () => {
  const files = unzipSync(await epubOf(posts.ar));
  const style = strFromU8(files['OEBPS/style.css'] ?? new Uint8Array());
  files['OEBPS/style.css'] = strToU8(`${style}th, td { min-inline-size: 30em }`);
  const reader = await openReader(browser, zipSync(files), { width: 360, height: 640 });
  const { findings } = await checkSizes(reader, ['OEBPS/post.xhtml'], settings.slice(0, 1));
  await reader.close();
  expect(findings).toContainEqual(expect.stringMatching(/^100 %: OEBPS\/post\.xhtml: beyond: “/u));
});
