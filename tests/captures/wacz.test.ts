import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readCaptureTexts } from '../../src/filing/scan/read-capture-texts.ts';
import { takeInFiles } from '../intake/take-in-files.ts';
import { http, picture, record } from './warc-bytes.ts';
import { wacz, zip } from './zip-bytes.ts';

const site = 'https://www.example.gov';

function page(path: string, title: string, rest = ''): Buffer {
  const html = `<!doctype html><html lang="en"><title>${title}</title><main><h1>${title}</h1><p>Posted: March 4, 2013</p><p>Words of ${title}.</p>${rest}</main></html>`;
  return record(http(html), { target: `${site}${path}` });
}

const again = record('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n', {
  type: 'revisit',
  target: `${site}/again`,
  headers: `WARC-Refers-To-Target-URI: ${site}/one\r\nWARC-Refers-To-Date: 2025-03-13T23:46:02Z\r\n`,
});
const first = Buffer.concat([
  page('/one', 'One', '<img src="/a.png" alt="A leaf">'),
  picture(`${site}/a.png`, 'png'),
]);
const files = {
  'archive/a.warc.gz': Buffer.concat([gzipSync(first)]),
  'archive/b.warc': again,
  'indexes/index.cdx.gz': gzipSync('gov,example)/one 20250313234602 {}\n'),
  'pages/pages.jsonl':
    '{"format": "json-pages-1.0"}\n{"url": "https://www.example.gov/one", "title": "One"}\n',
};

describe('a WACZ', () => {
  test.each([0, 9] as const)('becomes a post for each page, at level %i', async (level) => {
    const { report, files: written, told } = await takeInFiles({ 'site.wacz': wacz(files, { level }) });
    expect(told).toEqual([]);
    expect(report.addresses.map(({ address, outcome, post }) => [address, outcome, post])).toEqual([
      [`${site}/one`, 'post', 'posts/2013-03-04-one.md'],
      [`${site}/a.png`, 'picture', 'posts/2013-03-04-one.md'],
      [`${site}/again`, 'post', 'posts/2013-03-04-one-2.md'],
    ]);
    expect(written.get('media/2013-03-04-one/a.png')?.toString()).toBe('png');
  });

  test('is searched with its lists and headers', async () => {
    const { texts, heads, unsearched } = await readCaptureTexts(wacz(files));
    expect(unsearched).toEqual([]);
    const all = [...heads, ...texts].map(({ text }) => text).join('\n');
    for (const part of ['json-pages-1.0', 'gov,example)/one', 'WARC-Target-URI', 'Words of One.'])
      expect(all).toContain(part);
  });
});

/** A ZIP where a name stands in place of another of the same length, as no program writes it. */
function renamed(from: string, to: string): Buffer {
  return Buffer.from(wacz(files).toString('latin1').replaceAll(from, to), 'latin1');
}

describe('is refused:', () => {
  test.each<[string, Buffer, string]>([
    ['a ZIP of another kind', zip({ 'a.txt': 'words' }), 'The ZIP is no WACZ: it has no datapackage.json'],
    [
      'a file with another digest',
      wacz(files, { hashes: { 'archive/b.warc': `sha256:${'0'.repeat(64)}` } }),
      '“archive/b.warc” is not what datapackage.json says: its digest is another',
    ],
    [
      'a file that is not there',
      zip({ 'datapackage.json': '{"resources": [{"path": "archive/a.warc"}]}' }),
      '“archive/a.warc” of datapackage.json is not in the WACZ',
    ],
    [
      'a list that is none',
      zip({ 'datapackage.json': '{"resources": 3}' }),
      'datapackage.json does not say what the WACZ holds',
    ],
    ['a list that is no JSON', zip({ 'datapackage.json': '{' }), 'datapackage.json is no JSON'],
    [
      'a path out of it',
      renamed('archive/b.warc', '../hive/b.warc'),
      'The ZIP is damaged: invalid relative path: ../hive/b.warc',
    ],
    [
      'an absolute path',
      renamed('archive/b.warc', '/rchive/b.warc'),
      'The ZIP is damaged: absolute path: /rchive/b.warc',
    ],
    [
      'two files of one name',
      renamed('pages/pages.jsonl', 'archive/a.warc.gz'),
      'The ZIP holds two files “archive/a.warc.gz”',
    ],
    [
      'a file cut off',
      wacz(files).subarray(0, 200),
      'The ZIP is damaged: End of central directory record signature not found. Either not a zip file, or file is truncated.',
    ],
    [
      'a bomb in the ZIP',
      wacz({ 'archive/a.warc': Buffer.alloc(300_000_000) }, { level: 9 }),
      '“archive/a.warc” in the ZIP has 300000000 bytes in',
    ],
  ])('%s', async (_name, bytes, reason) => {
    const { told } = await takeInFiles({ 'site.wacz': bytes });
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`site.wacz: intake-input-invalid: ${reason}`);
  });
});
