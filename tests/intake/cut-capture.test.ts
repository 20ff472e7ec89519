import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { sourceOfBytes } from '../../src/captures/byte-source.ts';
import { openCapture } from '../../src/captures/open-capture.ts';
import { sha256Of } from '../../src/files/digest.ts';
import { http, picture, record } from '../captures/warc-bytes.ts';
import { takeInFiles } from './take-in-files.ts';

const site = 'https://www.example.gov';
const html = (title: string, more = ''): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${more}</head><body><main><h1>${title}</h1><p>Posted: March 4, 2013</p><p>Words of ${title}.</p><p><img src="/leaf.png" alt="A leaf"></p></main></body></html>`;
const asked = (path: string): Buffer =>
  record(`GET ${path} HTTP/1.1\r\nHost: www.example.gov\r\n\r\n`, {
    type: 'request',
    target: `${site}${path}`,
    contentType: 'application/http; msgtype=request',
  });
const digest = `WARC-Payload-Digest: sha256:${sha256Of(html('Two'))}\r\n`;
const whole = Buffer.concat([
  record('software: example\r\n', { type: 'warcinfo', contentType: 'application/warc-fields' }),
  asked('/one'),
  record(http(html('One', '<link rel="stylesheet" href="/style.css"><link rel="icon" href="/leaf.ico">')), {
    target: `${site}/one`,
  }),
  asked('/two'),
  record(http(html('Two')), { target: `${site}/two`, headers: digest }),
  record('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n', {
    type: 'revisit',
    target: `${site}/again`,
    headers: `${digest}WARC-Refers-To-Target-URI: ${site}/two\r\nWARC-Refers-To-Date: 2025-03-13T23:46:02Z\r\n`,
  }),
  record(http('a{}', '', { type: 'text/css' }), { target: `${site}/style.css` }),
  record(http('b{}', '', { type: 'text/css' }), { target: `${site}/other.css` }),
  picture(`${site}/leaf.png`, 'a picture'),
  picture(`${site}/unused.png`, 'another'),
]);

/** Kind and address of each record, as our own reader gives them. */
async function recordsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const capture = await openCapture(sourceOfBytes(bytes));
  const told: string[] = [];
  for await (const { heads, address } of capture.resources)
    told.push(`${/^WARC-Type: (.*)$/mu.exec(await heads())?.[1]?.trim()} ${address.replace(site, '')}`);
  return told;
}

test('of a capture of many pages each post has the records of its own, behind one that names the whole', async () => {
  const { files } = await takeInFiles({ 'site.warc': whole });
  const cut = files.get('captures/2013-03-04-one.warc.gz') ?? Buffer.alloc(0);
  expect(await recordsOf(cut)).toEqual([
    'warcinfo ',
    'request /one',
    'response /one',
    'response /leaf.png',
    'response /style.css',
  ]);
  const text = gunzipSync(cut).toString();
  expect(text).toContain(`isPartOf: site.warc (SHA-256 ${sha256Of(whole)})`);
  // Each record is there byte for byte, and a member of gzip by itself.
  for (const part of text.split(/(?=^WARC\/1\.0\r\n)/mu).slice(1)) expect(whole.toString()).toContain(part);
  expect(cut.toString('latin1').match(/\x1f\x8b\x08/gu)).toHaveLength(5);
  expect(files.get('2013-03-04-one.md')?.toString()).toContain(
    `  file: captures/2013-03-04-one.warc.gz\n  original: site.warc\n  original_sha256: ${sha256Of(whole)}\n  sha256: ${sha256Of(cut)}\n`,
  );
});

test('a page that repeats an earlier capture has that too', async () => {
  const { files } = await takeInFiles({ 'site.warc': whole });
  const again = files.get('captures/2013-03-04-two-2.warc.gz') ?? Buffer.alloc(0);
  expect(await recordsOf(again)).toEqual([
    'warcinfo ',
    'response /two',
    'revisit /again',
    'response /leaf.png',
  ]);
});

test('what was cut out gives the same post again, by itself', async () => {
  const { files } = await takeInFiles({ 'site.warc': gzipSync(whole) });
  const cut = files.get('captures/2013-03-04-one.warc.gz') ?? Buffer.alloc(0);
  const again = await takeInFiles({ 'one.warc.gz': cut });
  const body = (text: string): string => text.slice(text.indexOf('---\n', 4));
  const [first = '', second = ''] = [files, again.files].map(
    (all) => all.get('2013-03-04-one.md')?.toString() ?? '',
  );
  expect(body(second)).toBe(body(first));
  expect(again.files.get('media/2013-03-04-one/leaf.png')).toEqual(Buffer.from('a picture'));
});

test('it is the same every time, and nothing is cut where nothing is copied or the records are too large', async () => {
  const names = async (options: Parameters<typeof takeInFiles>[1]): Promise<readonly string[]> =>
    [...(await takeInFiles({ 'site.warc': whole }, options)).files.keys()].filter((name) =>
      name.startsWith('captures/'),
    );
  expect(await names({ copies: false })).toEqual([]);
  expect(await names({ inputBytes: 900 })).toEqual([]);
  const [one, other] = [await takeInFiles({ 'site.warc': whole }), await takeInFiles({ 'site.warc': whole })];
  expect(one.files.get('captures/2013-03-04-one.warc.gz')).toEqual(
    other.files.get('captures/2013-03-04-one.warc.gz'),
  );
});

test('a capture of one page is copied as it is', async () => {
  const single = record(http(html('One')), { target: `${site}/one` });
  const { files } = await takeInFiles({ 'one.warc': single });
  expect(files.get('captures/2013-03-04-one.warc')).toEqual(single);
});
