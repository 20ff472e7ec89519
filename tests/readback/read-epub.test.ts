import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';

import { compareWords } from '../../src/readback/compare-words.ts';
import { readEpub } from '../../src/readback/read-epub.ts';

const container =
  '<?xml version="1.0"?><container><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>';
const packageDocument = `<?xml version="1.0"?><package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
<dc:title>A &amp; B</dc:title><dc:language>fr</dc:language></metadata>
<manifest><item id="nav" href="nav.xhtml" properties="nav"/><item id="b" href="text/b%20b.xhtml"/><item id="a" href="text/a.xhtml"/></manifest>
<spine><itemref idref="nav" linear="no"/><itemref idref="a"/><itemref idref="b"/></spine></package>`;
const nav =
  '<html><body><nav epub:type="toc"><ol><li><a href="text/a.xhtml">One</a><ol><li><a href="text/a.xhtml#n">Two</a></li></ol></li></ol></nav></body></html>';
const a = `<html><head><title>not text</title></head><body><section><h1>A title</h1><p>go<wbr/>od <em>w&#xf6;rds</em><a role="doc-noteref" href="#n">1</a> here<br/>and on</p>
<aside id="n"><p><span class="note-label">1.</span> The note. <a role="doc-backlink" href="#n">↩</a></p></aside>
<ul><li class="task"><span class="task-box" role="img">☑</span> done</li></ul>
<ol><li><span role="img" aria-label="To do">☐</span> first</li></ol></section></body></html>`;
const b =
  '<html><body><table><tr><th>x</th><td>y</td></tr></table><pre><code>l1\n  l2</code></pre><ruby>b<rp>(</rp><rt>t</rt></ruby></body></html>';
const expected = 'A title\ngood wörds here\nand on\nThe note.\ndone\nfirst\nx\ty\nl1\n  l2\nbt\n';

function pack(changes: Readonly<Record<string, string | undefined>> = {}): Uint8Array {
  const files = {
    'META-INF/container.xml': container,
    'OEBPS/content.opf': packageDocument,
    'OEBPS/nav.xhtml': nav,
    'OEBPS/text/a.xhtml': a,
    'OEBPS/text/b b.xhtml': b,
    ...changes,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(files).flatMap(([path, text]) =>
        text === undefined ? [] : [[path, strToU8(text)] as const],
      ),
    ),
  );
}

test('a good file is read in the order of its spine', async () => {
  const read = await readEpub(pack());
  expect(read.problems).toEqual([]);
  expect(compareWords(expected, read.text)).toBeUndefined();
  expect(read.title).toBe('A & B');
  expect(read.lang).toBe('fr');
  expect(read.documents.map(({ path }) => path)).toEqual(['OEBPS/text/a.xhtml', 'OEBPS/text/b b.xhtml']);
  expect(read.contents).toBe('One → text/a.xhtml\n  Two → text/a.xhtml#n\n');
  expect([...read.files.keys()]).toHaveLength(5);
});

test.each([
  ['a lost space', ' here', 'here', 'A title good wördshere and on The note.'],
  ['an unmarked label', ' class="note-label"', '', 'wörds here and on 1. The note. done first'],
  [
    'a box that is no picture',
    '<ol><li><span role="img"',
    '<ol><li><span',
    'on The note. done ☐ first x y l1',
  ],
  ['a dropped note', 'The note. ', '', 'wörds here and on done first x y l1'],
])('%s is seen', async (_name, from, to, actual) => {
  expect(a).toContain(from);
  const read = await readEpub(pack({ 'OEBPS/text/a.xhtml': a.replace(from, to) }));
  expect(compareWords(expected, read.text)?.actual).toBe(actual);
});

const pageList =
  '<nav epub:type="page-list"><ol><li><a href="text/a.xhtml#p1">1</a></li><li><a href="text/b%20b.xhtml#p2">2</a></li></ol></nav></body>';
const marker = (id: string): string => `<span role="doc-pagebreak" epub:type="pagebreak" id="${id}"/>`;
const paged = {
  'OEBPS/nav.xhtml': nav.replace('</body>', pageList),
  'OEBPS/text/a.xhtml': a.replace('here', `${marker('p1')}here`),
  'OEBPS/text/b b.xhtml': b.replace('y</td>', `${marker('p2')}y</td>`),
};

test('pages are found where their markers stand, and markers are no words', async () => {
  const read = await readEpub(pack(paged));
  expect(read.problems).toEqual([]);
  expect(compareWords(expected, read.text)).toBeUndefined();
  expect(read.pages.map(({ label, at }) => [label, read.text.slice(at).split(/\s/u)[0]])).toEqual([
    ['1', 'here'],
    ['2', 'y'],
  ]);
  expect((await readEpub(pack())).pages).toEqual([]);
});

test('pages without markers and markers without pages are problems', async () => {
  const lost = { ...paged, 'OEBPS/text/a.xhtml': a.replace('<p>go', '<p id="p1">go') };
  const spare = {
    ...paged,
    'OEBPS/text/a.xhtml': paged['OEBPS/text/a.xhtml'].replace('here', `${marker('p3')}here`),
  };
  expect((await readEpub(pack(lost))).problems).toEqual(['page 1 leads to no marker']);
  expect((await readEpub(pack(spare))).problems).toEqual([
    'OEBPS/text/a.xhtml#p3 is a marker that the page-list has not',
  ]);
});

test('the label that a continued post repeats is generated', async () => {
  const repeated = a.replace('<section>', '<p class="continued"><a href="#n">Archived</a></p><section>');
  expect(repeated).not.toBe(a);
  const read = await readEpub(pack({ 'OEBPS/text/a.xhtml': repeated }));
  expect(compareWords(expected, read.text)).toBeUndefined();
});

test('missing files, broken links and double ids are problems', async () => {
  const broken = a.replace('href="#n"', 'href="#m"').replace('<p>go', '<p id="n">go');
  const read = await readEpub(pack({ 'OEBPS/text/a.xhtml': broken, 'OEBPS/text/b b.xhtml': undefined }));
  expect(read.problems).toEqual([
    'OEBPS/text/b b.xhtml is missing',
    'OEBPS/text/a.xhtml: the id n is used twice',
    'OEBPS/text/a.xhtml: #m leads nowhere',
  ]);
});

test.each([
  ['no ZIP file', strToU8('nothing'), 'cannot read the EPUB: it is not a ZIP file'],
  [
    'no container',
    pack({ 'META-INF/container.xml': undefined }),
    'cannot read the EPUB: META-INF/container.xml is missing',
  ],
  [
    'broken XML',
    pack({ 'OEBPS/text/a.xhtml': '<html><p></html>' }),
    'cannot read the EPUB: OEBPS/text/a.xhtml is not well-formed XML',
  ],
])('%s is an error of ours', async (_name, bytes, message) => {
  await expect(readEpub(bytes)).rejects.toThrow(message);
});
