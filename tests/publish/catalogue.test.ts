import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { build } from './build.ts';
import { listFiles, temporaryFolder } from './temporary-folder.ts';

const post = '---\ntitle: Tree\nlang: en\n---\n\nWords.\n';

test('beside an EPUB stands what catalogues read, where that is asked for', async () => {
  const cwd = await temporaryFolder({ 'posts/tree.md': post });
  const report = await build({ cwd, out: 'out', catalogue: true });
  const names = ['tree.cover.png', 'tree.epub', 'tree.onix.json', 'tree.opds.json', 'tree.pdf'];
  expect(await listFiles(join(cwd, 'out'))).toEqual(['.tagleaf-files', 'links.csv', ...names]);
  const listed = await readFile(join(cwd, 'out/.tagleaf-files'), 'utf8');
  expect(listed.split('\n')).toEqual(expect.arrayContaining(names));
  const [pdf, epub] = report.files;
  expect([pdf?.catalogue, epub?.catalogue?.map(({ path }) => path)]).toEqual([
    undefined,
    ['out/tree.opds.json', 'out/tree.onix.json', 'out/tree.cover.png'],
  ]);
  for (const { path, bytes, sha256 } of epub?.catalogue ?? []) {
    const written = await readFile(join(cwd, path));
    expect([written.length, createHash('sha256').update(written).digest('hex')]).toEqual([bytes, sha256]);
  }

  await build({ cwd, out: 'without' });
  expect(await listFiles(join(cwd, 'without'))).toEqual([
    '.tagleaf-files',
    'links.csv',
    'tree.epub',
    'tree.pdf',
  ]);
});

test('in memory the report has it; the PDF alone has none', async () => {
  const cwd = await temporaryFolder({ 'posts/tree.md': post });
  const report = await build({ cwd, write: false, catalogue: true });
  const [opds] = report.files[1]?.catalogue ?? [];
  expect(JSON.parse(Buffer.from(opds?.content ?? []).toString())).toMatchObject({
    metadata: { title: 'Tree', language: ['en'] },
  });
  const pdf = await build({ cwd, write: false, catalogue: true, formats: ['pdf'] });
  expect(pdf.files.map(({ catalogue }) => catalogue)).toEqual([undefined]);
});

test('a post may have a number for each of its files, where those and the catalogue say it', async () => {
  const numbered = post.replace(
    '---\n\n',
    'isbn: { epub: 978-0-306-40615-7, pdf: 978-3-16-148410-0 }\n---\n\n',
  );
  const cwd = await temporaryFolder({ 'posts/tree.md': numbered });
  const { files } = await build({ cwd, write: false, catalogue: true });
  const [pdf, epub] = files.map(({ content }) => content ?? new Uint8Array());
  const inEpub = Buffer.from(unzipSync(epub ?? new Uint8Array())['OEBPS/content.opf'] ?? []).toString();
  expect(inEpub).toContain('<dc:identifier id="isbn">urn:isbn:9780306406157</dc:identifier>');
  expect(inEpub).not.toContain('9783161484100');
  const inPdf = Buffer.from(pdf ?? []).toString('latin1');
  expect(inPdf).toContain('<xmp:Identifier><rdf:Bag><rdf:li>urn:isbn:9783161484100</rdf:li>');
  expect(inPdf).not.toContain('9780306406157');
  const opds = Buffer.from(files[1]?.catalogue?.[0]?.content ?? []).toString();
  expect(JSON.parse(opds)).toMatchObject({ metadata: { identifier: 'urn:isbn:9780306406157' } });
});

test('a file of that name that no run wrote is in the way', async () => {
  const cwd = await temporaryFolder({ 'posts/tree.md': post, 'out/tree.opds.json': '{}' });
  const refused = await build({ cwd, out: 'out', catalogue: true });
  expect(refused.files).toEqual([]);
  expect(refused.messages.map(({ ruleId, reason }) => [ruleId, reason])).toContainEqual([
    'output-foreign',
    'out/tree.opds.json is there already, and no run of Tagleaf wrote it',
  ]);
  expect(await readFile(join(cwd, 'out/tree.opds.json'), 'utf8')).toBe('{}');
  await writeFile(join(cwd, 'out/other.opds.json'), '{}');
  const written = await build({ cwd, out: 'out', catalogue: true, force: true });
  expect(written.files).toHaveLength(2);
});
