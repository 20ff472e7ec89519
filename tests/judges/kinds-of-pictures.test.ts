import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { runEpubCheck } from '../../src/judges/run-epub-check.ts';
import { runVeraPdf } from '../../src/judges/run-vera-pdf.ts';
import { buildPosts } from './build-posts.ts';

const judges = inject('judges');
const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
const posts = join(folder, 'posts');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fixtures = [
  'interlaced.gif',
  'clear.gif',
  'moving.gif',
  'lossy.webp',
  'lossy-alpha.webp',
  'moving.webp',
  'still.avif',
  'alpha.avif',
  'moving.avif',
  'turned-6.jpg',
  'turned-6.png',
  'inks.jpg',
  'rgb16.png',
  'rgba8-interlaced.png',
];

const gradient =
  '<linearGradient id="g"><stop stop-color="#fff"/><stop offset=".5" stop-color="gold"/><stop offset=".5" stop-color="red"/></linearGradient>';
const vectors: Readonly<Record<string, string>> = {
  'shapes.svg':
    '<rect width="40" height="30" fill="teal" stroke="navy" stroke-dasharray="2"/><text x="4" y="20">Leaf</text>',
  'gradient.svg': `${gradient}<rect width="40" height="30" fill="url(#g)" stroke="url(#g)" stroke-opacity=".4" stroke-width="4"/>`,
  'radial.svg':
    '<radialGradient id="g" fx=".2"><stop stop-color="#fff"/><stop offset="1"/></radialGradient><circle cx="20" cy="15" r="12" fill="url(#g)"/>',
  'group.svg':
    '<clipPath id="c"><circle cx="20" cy="15" r="12"/></clipPath><g opacity=".5" clip-path="url(#c)"><rect width="30" height="30"/><rect x="9" width="30" height="9" fill="red" style="mix-blend-mode:multiply"/></g>',
  'filter.svg':
    '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><rect x="5" y="5" width="20" height="20" filter="url(#f)"/>',
};

describe('a post with pictures of all kinds', () => {
  let built: Awaited<ReturnType<typeof buildPosts>> | undefined;
  beforeAll(async () => {
    mkdirSync(posts);
    for (const name of fixtures)
      copyFileSync(join(import.meta.dirname, '../assets/fixtures', name), join(posts, name));
    for (const [name, body] of Object.entries(vectors))
      writeFileSync(
        join(posts, name),
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30">${body}</svg>`,
      );
    const names = [...fixtures, ...Object.keys(vectors)];
    const body = names.map((name, index) => `![The leaf of form ${index + 1}](${name})`).join('\n\n');
    writeFileSync(
      join(posts, 'post.md'),
      `---\ntitle: Pictures\nlang: en\ndate: 2024-03-05\n---\n\n${body}\n`,
    );
    built = await buildPosts(folder, 1);
  });

  test.each(['ua1', '2a'] as const)('its PDF conforms to %s', async (flavour) => {
    const judged = await runVeraPdf(built?.pdfs ?? [], { flavour, jar: judges.veraPdfJar });
    expect(judged).toMatchObject([{ findings: [] }]);
  });

  test('its EPUB conforms', async () => {
    expect(await runEpubCheck(built?.epubs ?? [], judges.epubCheck)).toMatchObject([{ findings: [] }]);
  });

  test('veraPDF finds a blend mode that is none', async () => {
    const bytes = readFileSync(built?.pdfs[0] ?? '').toString('latin1');
    expect(bytes).toContain('/BM /Multiply');
    const path = join(folder, 'blend.pdf');
    writeFileSync(path, Buffer.from(bytes.replace('/BM /Multiply', '/BM /Multiplx'), 'latin1'));
    const [judged] = await runVeraPdf([path], { flavour: '2a', jar: judges.veraPdfJar });
    expect(judged?.findings.map(({ rule }) => rule)).toEqual(['ISO 19005-2:2011 6.2.10-1']);
  });

  test('EPUBCheck finds an SVG that is another kind of picture', async () => {
    const files = unzipSync(readFileSync(built?.epubs[0] ?? ''));
    const name = Object.keys(files).find((path) => path.endsWith('.svg')) ?? '';
    files[name] = readFileSync(join(posts, 'rgb16.png'));
    const path = join(folder, 'other.epub');
    writeFileSync(
      path,
      zipSync(Object.fromEntries(Object.entries(files).map(([key, data]) => [key, [data, { level: 0 }]]))),
    );
    const [judged] = await runEpubCheck([path], judges.epubCheck);
    expect(judged?.findings.map(({ rule }) => rule)).toEqual(['RSC-016']);
  });
});
