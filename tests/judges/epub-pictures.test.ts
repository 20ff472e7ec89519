import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { inspectImage } from '../../src/assets/inspect-image.ts';
import { publicationOfPost } from '../../src/document/publication.ts';
import { renderEpub } from '../../src/epub/render-epub.ts';
import { readEpubTemplates } from '../../src/project/read-epub-templates.ts';
import { assetsOf, pngAsset } from '../epub/build-document.ts';
import { readDocument, strings } from '../posts/read-text.ts';
import { comparePictures } from './pictures/compare-pictures.ts';
import { drawEpub } from './pictures/draw-epub.ts';
import { expectPicture } from './pictures/expect-picture.ts';
import type { GreyPicture } from './pictures/grey-picture.ts';
import { startBrowser, type Browser } from './reader/browser.ts';

const folder = join(import.meta.dirname, 'pictures', 'epub');
const own = join(import.meta.dirname, 'pictures');
const pages = join(import.meta.dirname, '..', 'pdf', 'layout', 'pages');
const phone = { widthPx: 360, percent: 100 };
const small = (percent: number): typeof phone => ({ widthPx: 320, percent });

const signs = assetsOf(
  pngAsset('hills.png', 400, 120),
  pngAsset('sign.png', 16, 16),
  pngAsset('map.png', 80, 60),
);

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser(inject('judges').browser);
});
afterAll(() => browser.close());

async function epubOf(path: string): Promise<Uint8Array> {
  const publication = publicationOfPost(readDocument(readFileSync(path, 'utf8')), strings, { assets: signs });
  const { value } = await renderEpub(publication, { templates: await readEpubTemplates() });
  return value.bytes;
}

async function drawSmall(name: string, css = '', from = pages): Promise<GreyPicture> {
  const files = unzipSync(await epubOf(join(from, `${name}.md`)));
  const style = files['OEBPS/style.css'];
  if (!style) throw new Error('the book has no style sheet');
  files['OEBPS/style.css'] = strToU8(strFromU8(style) + css);
  return drawEpub(browser, zipSync(files), phone);
}

async function drawLarge(percent: number): Promise<GreyPicture> {
  const epub = await epubOf(join(import.meta.dirname, 'pictures', 'large-type.md'));
  return drawEpub(browser, epub, small(percent));
}

const drawings: readonly (readonly [name: string, () => Promise<GreyPicture>])[] = [
  ...['words', 'table', 'notes', 'blocks', 'callouts', 'code', 'headings', 'pictures', 'marks'].map(
    (name) => [name, () => drawSmall(name)] as const,
  ),
  ['stacked-table', () => drawSmall('stacked-table', '', own)],
  ...[100, 200, 400].map((percent) => [`large-type-${percent}`, () => drawLarge(percent)] as const),
];

test.each(drawings)('%s looks on a telephone as it did', async (name, draw) => {
  expectPicture(join(folder, `${name}.png`), await draw());
});

test('there is one picture for each, none larger than 40 kB', () => {
  const names = drawings.map(([name]) => `${name}.png`);
  expect(readdirSync(folder).toSorted()).toEqual(names.toSorted());
  for (const name of names) expect(statSync(join(folder, name)).size, name).toBeLessThan(40_000);
});

/** A post that shows a picture whose stored pixels are turned, and nothing else. */
async function drawTurned(orientation: number, css = ''): Promise<GreyPicture> {
  const id = `turned-${orientation}.jpg`;
  const bytes = readFileSync(join(import.meta.dirname, '../assets/fixtures', id));
  const inspected = await inspectImage(bytes, { imagePixels: 10_000 });
  if (inspected.state !== 'good') throw new Error(inspected.why);
  const assets = assetsOf({ ...inspected, id, sha256: id, bytes });
  const document = readDocument(`---\ntitle: Turned\nlang: en\ndate: 2024-03-05\n---\n\n![Fields](${id})\n`);
  const publication = publicationOfPost(document, strings, { assets });
  const { value } = await renderEpub(publication, { templates: await readEpubTemplates() });
  const files = unzipSync(value.bytes);
  files['OEBPS/style.css'] = strToU8(strFromU8(files['OEBPS/style.css'] ?? new Uint8Array()) + css);
  return drawEpub(browser, zipSync(files), phone);
}

test.each([2, 3, 4, 5, 6, 7, 8])('a picture of the orientation %i is shown upright', async (orientation) => {
  const upright = await drawTurned(1);
  expect(comparePictures(upright, await drawTurned(orientation))).toBeUndefined();
  const asStored = await drawTurned(orientation, 'img { image-orientation: none }');
  expect(comparePictures(upright, asStored)).toMatch(/pixels/u);
});

test.each([
  ['notes that stand together', 'notes', '.next-note { margin-inline-start: 0 }'],
  ['signs of a list that lie on the column before', 'table', 'td > ul { list-style-position: outside }'],
  ['a warning that is a note', 'callouts', '.warning { border-width: 0 0 0 0.25em }'],
  ['code without a hanging indent', 'code', '.line { padding: 0; text-indent: 0 }'],
  ['code without rules beside what is wrapped', 'code', '.line::after { content: none }'],
])('%s would be seen', async (_, name, css) => {
  const difference = comparePictures(await drawSmall(name), await drawSmall(name, css));
  expect(difference).toMatch(/pixels/u);
});

test('cells without the names of their columns would be seen', async () => {
  const css = '.stacked tr > [data-label]::before { content: none }';
  const difference = comparePictures(
    await drawSmall('stacked-table', '', own),
    await drawSmall('stacked-table', css, own),
  );
  expect(difference).toMatch(/pixels/u);
});
