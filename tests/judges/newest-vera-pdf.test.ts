import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

import { renderPdf } from '../../src/pdf/render-pdf.ts';
import { listedCollection } from '../pdf/listed-collection.ts';
import { renderOptions, smallCollection } from '../pdf/small-collection.ts';
import { build } from '../publish/build.ts';
import { marked, writeTinyPdf } from '../readback/tiny-pdf.ts';
import { buildScripts, scriptPosts } from './build-scripts.ts';
import { askNewestVeraPdf } from './find-newest-vera-pdf.ts';

const classPath = inject('newestVeraPdf');
const folder = mkdtempSync(join(tmpdir(), 'newest-'));
const out = join(folder, 'out');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  await buildScripts(folder);
  const report = await build({ inputs: ['posts'], out });
  expect(report.failures).toEqual([]);
  for (const [name, collection] of [
    ['small', smallCollection()],
    ['listed', listedCollection()],
  ] as const) {
    const { value } = await renderPdf(collection, await renderOptions());
    writeFileSync(join(out, `${name}.pdf`), value.bytes);
  }
});

test('posts, posts in every script and collections conform by the newest library of veraPDF, and what has no claims does not', async () => {
  const pdfs = readdirSync(out)
    .filter((file) => file.endsWith('.pdf'))
    .map((file) => join(out, file));
  expect(pdfs.length).toBeGreaterThan(scriptPosts.length + 3);
  const flavours = ['ua1', '2a'];
  const broken = [join(folder, 'tiny.pdf'), join(folder, 'cut.pdf')] as const;
  writeFileSync(
    broken[0],
    writeTinyPdf({ pages: [marked(0, 'Words')], tree: { role: 'Document', kids: [{ page: 1, mcid: 0 }] } }),
  );
  writeFileSync(broken[1], readFileSync(pdfs[0] ?? '').subarray(0, 500));
  const said = await askNewestVeraPdf([...pdfs, ...broken], { flavours, classPath });
  const good = pdfs.flatMap((pdf) => flavours.map((flavour) => [flavour, pdf, 'conforms']));
  expect(said.slice(0, good.length)).toEqual(good);
  const bad = said.slice(good.length).map(([flavour, file, finding = '']) => {
    return [flavour, file, finding !== 'conforms' && finding !== ''];
  });
  expect(bad).toEqual(broken.flatMap((file) => flavours.map((flavour) => [flavour, file, true])));
});
