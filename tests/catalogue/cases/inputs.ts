import { readAssets } from '../../../src/assets/read-assets.ts';
import { sha256Of } from '../../../src/files/digest.ts';
import { drawCover } from '../../../src/cover/draw-cover.ts';
import { readFonts } from '../../../src/fonts/read-fonts.ts';
import { readInput, type ReadInputSettings } from '../../../src/intake/read-input.ts';
import type { LinkStatus } from '../../../src/links/check-links.ts';
import { reportLinks } from '../../../src/links/report-links.ts';
import type { BuildRequest } from '../../../src/publish/tagleaf.ts';
import { openTagleaf } from '../../../src/publish/open-tagleaf.ts';
import { takeInPage } from '../../intake/take-in.ts';
import { takeInFiles } from '../../intake/take-in-files.ts';
import { pngAsset } from '../../epub/build-document.ts';
import { readDocument } from '../../posts/read-text.ts';
import { temporaryFolder } from '../../publish/temporary-folder.ts';
import { tell, type Case, type Cases, type Told } from './case.ts';

const limits = { imagePixels: 100, imageBytes: 10_000 };

function picture(bytes: Uint8Array): Told {
  return async () => {
    const document = readDocument('---\ntitle: T\nlang: en\n---\n\n![A map](map.png)\n');
    return tell((await readAssets(document, { from: { 'map.png': bytes }, limits })).messages);
  };
}

const map = pngAsset('map', 10, 10).bytes;
const broken = Uint8Array.from(map, (byte, index) => (index === map.length - 20 ? byte ^ 1 : byte));

function link(status: LinkStatus): Told {
  const target = 'https://example.org/';
  const record = { target, text: 'Go', post: 'post.md', kind: 'external' } as const;
  return () => tell(reportLinks([record], new Map([[target, status]])));
}

function input(text: string | Uint8Array, settings: Partial<ReadInputSettings> = {}): Told {
  return async () => tell((await readInput(Buffer.from(text), { file: 'a.txt', ...settings })).messages);
}

function captured(bytes: string): Told {
  return async () => tell((await takeInFiles({ 'a.warc': bytes })).report.messages);
}

const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><title>A page</title>${head}</head><body><main><h1>A page</h1>${body}</main></body></html>`;

/** A post as a scraper leaves it, with every fact but who publishes it. */
const flat =
  'Posted by Jane Doe\nWords.\nArchived Content\nThis page is old, as of U.S. law.2022 News\nRelease Date: May 6, 2022\nLast Updated: 08/27/2024\n';

const answer = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${page('', '<p>Words.</p>')}`;

/** A WARC file of one page. */
const capture =
  'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/a\r\nWARC-Date: 2025-03-13T23:46:02Z\r\n' +
  'WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\nContent-Type: application/http; msgtype=response\r\n' +
  `Content-Length: ${answer.length}\r\n\r\n${answer}\r\n\r\n`;

function html(bad: string, good: string): Case {
  return { bad: input(bad, { file: 'a.html' }), good: input(good, { file: 'a.html' }) };
}

/** What is told of the PDF of a post. */
function pdf(body: string): Told {
  return async () => {
    const tagleaf = await openTagleaf();
    const read = await tagleaf.read(`---\ntitle: T\nlang: en\n---\n\n${body}\n`);
    const { messages } = await tagleaf.pdf(tagleaf.publication(read));
    await tagleaf.close();
    return tell(messages);
  };
}

function cover(title: string): Told {
  return async () => {
    const words = { title, creators: [], lang: 'en' };
    return tell((await drawCover(words, { fonts: await readFonts([], '.'), file: 'tagleaf.yaml', form: 'collection' })).messages);
  };
}

interface Run extends BuildRequest {
  /** Front matter of the posts, by their names. */
  readonly posts: Readonly<Record<string, string>>;
}

const words = '---\ntitle: T\nlang: en\n---\n\nWords.\n';

function build({ posts, ...request }: Run): Told {
  const written = (front: string): string => `---\ntitle: T\nlang: en\n${front}---\n\nWords.\n`;
  const files = Object.entries(posts).map(([name, front]) => [name, written(front)]);
  return buildFiles(Object.fromEntries(files), request);
}

/** Builds a folder `posts` of these files. */
function buildFiles(posts: Readonly<Record<string, string>>, request: BuildRequest = {}): Told {
  return async () => {
    const files = Object.entries(posts).map(([name, content]) => [`posts/${name}`, content]);
    const cwd = await temporaryFolder({ ...Object.fromEntries(files), 'cover.png': map });
    const cover = { image: 'cover.png', alt: 'Map' };
    const book = { title: 'B', lang: 'en', posts: 'posts', cover };
    const tagleaf = await openTagleaf({ collections: { book } }, { cwd });
    const report = await tagleaf.build({ formats: ['epub'], pageList: false, write: false, ...request });
    await tagleaf.close();
    return tell(report.messages);
  };
}

/** Builds a book of the contents that a list says. */
function listed(summary: string, more: Readonly<Record<string, string>> = {}): Told {
  return async () => {
    const files = { 'book.toml': '', 'SUMMARY.md': summary, 'a.md': words, 'cover.png': map };
    const cwd = await temporaryFolder({ ...files, ...more });
    // A cover of its own, since drawing one takes longer than all else.
    const book = { title: 'B', lang: 'en', posts: 'SUMMARY.md', cover: { image: 'cover.png', alt: 'Map' } };
    const tagleaf = await openTagleaf({ collections: { book } }, { cwd });
    const options = { formats: ['epub'], pageList: false, write: false, collections: true } as const;
    const report = await tagleaf.build(options);
    await tagleaf.close();
    return tell(report.messages);
  };
}

/** Takes in a page that shows this picture, beside which `map.png` lies. */
function takenIn(image: string): Told {
  return async () => tell((await takeInPage(page('', `<p>Words.</p><img src="${image}" alt="Map">`), { 'map.png': map })).messages);
}

const facts = '<time datetime="2011-12-02">December 2, 2011</time>';
const code = (length: number): string => `\`\`\`\n${'x'.repeat(length)}\n\`\`\``;

/** These bytes in the place of a picture that was saved as `map`. */
function saved(bytes: Uint8Array): Told {
  return async () => {
    const list = `address,file,sha256\nhttps://example.org/map.png,map.png,${sha256Of(map)}\n`;
    const nearby = { has: () => true, read: () => list };
    const document = readDocument('---\ntitle: T\nlang: en\n---\n\n![A map](https://example.org/map.png)\n', { savedPictures: 'saved', nearby });
    const root = await temporaryFolder({ 'saved/map.png': bytes });
    return tell((await readAssets(document, { from: root, limits })).messages);
  };
}

/** An SVG that shows a picture. */
function vector(address: string): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="${address}"/></svg>`);
}

const publishedAt = (value: string): string =>
  `<meta property="article:published_time" content="${value}">`;

/** A GIF of one pixel with so many frames. */
function gif(frames: number): Buffer {
  const frame = '2c0000000001000100000202440100';
  return Buffer.from(`47494638396101000100800000ffffff000000${frame.repeat(frames)}3b`, 'hex');
}

/** A table of long words, with so many columns. */
function wide(columns: number): string {
  const row = (cell: string): string => `| ${Array.from({ length: columns }, () => cell).join(' | ')} |\n`;
  return `${row('Incomprehensibilities')}${row('---')}${row('counterrevolutionaries')}`;
}

/** Inside of a quotation no page is turned. */
function quoted(table: string): string {
  return table.replace(/^/gmu, '> ');
}

/** Rules on pictures, links, archived pages, pages of the PDF, covers and files. */
export const inputCases: Cases = {
  'img-broken': { bad: picture(broken), good: picture(map) },
  'img-animated': { bad: picture(gif(2)), good: picture(gif(1)) },
  'img-format-unsupported': { bad: picture(Buffer.from('BM')), good: picture(map) },
  'img-incomplete': { bad: picture(vector('map.png')), good: picture(vector('data:image/png;base64,AA==')) },
  'img-saved-changed': { bad: saved(pngAsset('map', 5, 5).bytes), good: saved(map) },
  'img-too-large': { bad: picture(pngAsset('map', 10, 11).bytes), good: picture(map) },
  'link-broken': { bad: link({ state: 'broken', why: 'status 404' }), good: link({ state: 'ok' }) },
  'link-moved': {
    bad: link({ state: 'redirected', to: 'https://example.com/', permanent: true }),
    good: link({ state: 'redirected', to: 'https://example.com/', permanent: false }),
  },
  'link-unchecked': { bad: link({ state: 'unchecked', why: 'it was not asked' }), good: link({ state: 'ok' }) },
  'intake-no-body': { bad: input('\n'), good: input('Words.\n') },
  'intake-encoding': { bad: input(Uint8Array.of(0x43, 0x61, 0x66, 0xe9)), good: input('Café') },
  'intake-input-invalid': {
    bad: captured(capture.slice(0, -1)),
    good: captured(capture),
  },
  'intake-mojibake': { bad: input('A title\n\nItâ€™s words.\n'), good: input('A title\n\nIt’s words.\n') },
  'intake-repaired': { bad: input('A title\n\nWords.'), good: input('A title\n\nWords.\n') },
  'intake-left-out': html(page('', '<p>Words.</p><iframe src="https://example.org/a"></iframe>'), page('', '<p>Words.</p>')),
  'intake-fact-missing': { bad: input('A title\n\nWords.\n'), good: input(page('', `<p>${facts}</p><p>Words.</p>`).replace('<p>', '<p>Release Date: '), { file: 'a.html' }) },
  'intake-picture-missing': { bad: takenIn('snow.png'), good: takenIn('map.png') },
  'intake-url-missing': html(page('', '<p>Words.</p>'), page('<link rel="canonical" href="https://example.org/a">', '<p>Words.</p>')),
  'intake-fact-absent': {
    bad: input(flat.replace(/^Last Updated: .*$/mu, ''), { agency: 'The Agency' }),
    good: input(flat, { agency: 'The Agency' }),
  },
  'intake-disagreement': {
    bad: input(page('', '<p>Words.</p>'), { file: 'a.html', lang: 'fr' }),
    good: input(page('', '<p>Words.</p>'), { file: 'a.html', lang: 'en-US' }),
  },
  'intake-guess': html(page(publishedAt('2013-10-01T01:30:00Z'), '<p>Words.</p>'), page(publishedAt('2013-09-30T21:30:00-04:00'), '<p>Words.</p>')),
  'intake-date-implausible': html(page('', '<p>Release Date: March 4, 2213</p><p>Words.</p>'), page('', '<p>Release Date: March 4, 2013</p><p>Words.</p>')),
  'intake-suspect': {
    bad: input(page('', '<p>Words.</p>').replace('lang="en"', 'lang="english!"'), { file: 'a.html' }),
    good: input(page('', '<p>Words.</p>'), { file: 'a.html' }),
  },
  'glyph-missing': { bad: pdf('A word 語.'), good: pdf('A word Ω.') },
  'letters-of-another-form': {
    bad: pdf('<p lang="ur">\u06CC\u06C1</p>'),
    good: pdf('<p lang="fa">\u06CC\u06A9</p>'),
  },
  'pdf-text-too-long': {
    bad: pdf(`<abbr title="${'a '.repeat(16_384)}b">ABC</abbr>`),
    good: pdf(`<abbr title="${'a '.repeat(16_383)}b">ABC</abbr>`),
  },
  'table-too-wide': {
    bad: pdf(quoted(wide(6))),
    good: pdf(wide(5)),
  },
  'table-turned': { bad: pdf(wide(6)), good: pdf(wide(5)) },
  'table-in-groups': { bad: pdf(wide(8)), good: pdf(wide(6)) },
  'code-line-too-long': { bad: pdf(code(90)), good: pdf(code(80)) },
  'cover-glyph-missing': { bad: cover('A word 語'), good: cover('A word Ω') },
  'output-collision': {
    bad: build({ posts: { 'a.md': '', '2011-12-02-a.md': '' } }),
    good: build({ posts: { 'a.md': '', 'b.md': '' } }),
  },
  'output-foreign': {
    bad: buildFiles({ 'a.md': words, '../out/a.epub': '' }, { write: true, out: 'out' }),
    good: buildFiles({ 'a.md': words, '../out/b.epub': '' }, { write: true, out: 'out' }),
  },
  'draft-left-out': {
    bad: build({ posts: { 'a.md': 'draft: true\n', 'b.md': '' } }),
    good: build({ posts: { 'a.md': 'draft: true\n', 'b.md': 'draft: false\npublished: true\n' }, drafts: true }),
  },
  'dialect-decided': {
    bad: buildFiles({ 'a.md': words, '_config.yml': '' }),
    good: buildFiles({ 'a.md': words, '_config.yml': 'markdown: Own\n' }),
  },
  'draft-named': {
    bad: build({ posts: { 'a.md': 'published: false\n' }, inputs: ['posts/a.md'] }),
    good: build({ posts: { 'a.md': 'published: 2020-01-01\n' }, inputs: ['posts/a.md'] }),
  },
  'as-of-left-out': {
    bad: build({ posts: { 'a.md': 'expiryDate: 2020-01-01\n', 'b.md': 'publishDate: 2020-01-02\n' }, asOf: '2020-01-01' }),
    good: build({ posts: { 'a.md': 'expiryDate: 2020-01-02\n', 'b.md': 'publishDate: 2020-01-01\n' }, asOf: '2020-01-01' }),
  },
  'section-left-out': {
    bad: buildFiles({ '_index.md': '---\ntitle: T\nlang: en\n---\n\n', 'a.md': words }),
    good: buildFiles({ '_index.md': words, 'a.md': words }),
  },
  'input-passed-over': {
    bad: buildFiles({ 'node_modules/x/README.md': words, 'a.md': words }),
    good: buildFiles({ 'node_modules/x/index.js': '', 'a.md': words }),
  },
  'contents-missing': { bad: listed('- [A](a.md)\n- [B](b.md)\n'), good: listed('- [A](a.md)\n') },
  'contents-unread': { bad: listed('- [A](a.md)\n- [B]()\n'), good: listed('- [A](a.md)\n') },
  'contents-unlisted': {
    bad: listed('- [A](a.md)\n', { 'b.md': words }),
    good: listed('- [A](a.md)\n- [B](b.md)\n', { 'b.md': words }),
  },
  'title-from-heading': {
    bad: buildFiles({ 'a.md': '## A heading\n\nWords.\n' }, { collections: ['book'] }),
    good: buildFiles({ 'a.md': '# A heading\n\nWords.\n' }, { collections: ['book'] }),
  },
  'collection-empty': {
    bad: build({ posts: { 'a.md': 'draft: true\n' }, collections: ['book'] }),
    good: build({ posts: { 'a.md': 'draft: true\n', 'b.md': '' }, collections: ['book'] }),
  },
};
