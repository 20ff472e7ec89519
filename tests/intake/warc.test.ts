import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { readAssets } from '../../src/assets/read-assets.ts';
import { walkDocument } from '../../src/document/walk.ts';
import { sourceOfBytes } from '../../src/captures/byte-source.ts';
import { openCapture } from '../../src/captures/open-capture.ts';
import { listSite, type CapturedSite } from '../../src/intake/captured-site.ts';
import { chunked, http, on, picture, record, url } from '../captures/warc-bytes.ts';
import { readText } from '../posts/read-text.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';
import { takeInFiles } from './take-in-files.ts';

const page = '<!doctype html><title>Notice</title><p>Größe and words enough to be packed, packed, packed.';
const info = record('software: example\r\n', { type: 'warcinfo', contentType: 'application/warc-fields' });
const request = record('GET /notice HTTP/1.1\r\nHost: www.example.gov\r\n\r\n', {
  type: 'request',
  contentType: 'application/http; msgtype=request',
});
const response = record(http(page));
const sha1 = createHash('sha1').update(page).digest('hex');

async function listed(bytes: Uint8Array): Promise<CapturedSite> {
  return await listSite(await openCapture(sourceOfBytes(bytes)), bytes.length);
}

/** The one page of a capture, and what is known of it. */
async function read(bytes: Uint8Array): Promise<unknown> {
  const { pages, flaw, contents } = await listed(bytes);
  const [page] = pages;
  if (page === undefined || pages.length > 1) throw new Error('not one page');
  const { address, charset, digest } = page;
  expect(flaw).toBeUndefined();
  expect(contents.filter(({ type }) => type.startsWith('image/'))).toEqual([]);
  const html = Buffer.from(await page.body(1_000_000)).toString();
  return { html, address, on: page.on, charset, digest };
}

const whole = { html: page, charset: 'utf-8', address: url, on, digest: undefined };

describe('a WARC holds the page', () => {
  test.each([
    ['of one record', response],
    ['beside other records', Buffer.concat([info, request, response])],
    ['of a gzip file', gzipSync(Buffer.concat([info, response]))],
    [
      'of a file gzipped record by record',
      Buffer.concat([info, request, response].map((part) => gzipSync(part))),
    ],
    ['in chunks', record(http(chunked(page), 'Transfer-Encoding: chunked\r\n'))],
    ['whose writer undid the chunks', record(http(page, 'Transfer-Encoding: chunked\r\n'))],
    ['packed with gzip', record(http(gzipSync(page), 'Content-Encoding: gzip\r\n'))],
    [
      'packed with gzip, in chunks',
      record(http(chunked(gzipSync(page)), 'Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n')),
    ],
    ['packed with deflate', record(http(deflateSync(page), 'Content-Encoding: deflate\r\n'))],
    ['packed with bare deflate', record(http(deflateRawSync(page), 'Content-Encoding: deflate\r\n'))],
    ['packed with brotli', record(http(brotliCompressSync(page), 'Content-Encoding: br\r\n'))],
    [
      'after a redirect',
      Buffer.concat([record(http('', 'Location: /notice\r\n', { status: '302 Found' })), response]),
    ],
    ['beside its style sheet', Buffer.concat([response, record(http('a{}', '', { type: 'text/css' }))])],
  ])('%s', async (_name, bytes) => {
    const warn = vi.spyOn(console, 'warn');
    expect(await read(bytes)).toEqual(whole);
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  test('of a resource record', async () => {
    const bytes = record(page, { type: 'resource', contentType: 'text/html' });
    expect(await read(bytes)).toEqual({ ...whole, charset: undefined });
  });

  test.each([
    ['hexadecimal', `sha1:${sha1}`],
    ['base 32', `sha1:${base32(sha1)}`],
    ['of SHA-256', `sha256:${createHash('sha256').update(page).digest('hex')}`],
    ['of an algorithm that is not known', 'whirlpool:00'],
  ])('and keeps a digest, %s', async (_name, digest) => {
    const bytes = record(http(page), { headers: `WARC-Payload-Digest: ${digest}\r\n` });
    expect(await read(bytes)).toEqual({ ...whole, digest });
  });

  test('whose digest is of what was sent', async () => {
    const sent = gzipSync(page);
    const digest = `sha1:${createHash('sha1').update(sent).digest('hex')}`;
    const bytes = record(http(sent, 'Content-Encoding: gzip\r\n'), {
      headers: `WARC-Payload-Digest: ${digest}\r\n`,
    });
    expect(await read(bytes)).toEqual({ ...whole, digest });
  });
});

function base32(hex: string): string {
  const bits = [...hex].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
  return (bits.match(/.{1,5}/gu) ?? [])
    .map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

describe('a WARC is refused with', () => {
  const gzipped = gzipSync(response);
  test.each<[string, Uint8Array, string]>([
    ['no page', info, 'The capture holds no HTML page'],
    ['an error page', record(http(page, '', { status: '404 Not Found' })), 'The capture holds no HTML page'],
    ['garbage', Buffer.from('hello\nworld'), 'The file does not begin with a WARC record'],
    ['an empty file', Buffer.alloc(0), 'The file does not begin with a WARC record'],
    ['gzipped garbage', gzipSync('hello'), 'The file does not begin with a WARC record'],
    [
      'a gzip file that is cut off',
      gzipped.subarray(0, gzipped.length - 20),
      'The gzip file is damaged or cut off',
    ],
    [
      'a file cut off in its headers',
      response.subarray(0, 60),
      'The WARC record at byte 0 is cut off in its headers',
    ],
    [
      'a file cut off in its page',
      response.subarray(0, response.length - 30),
      `The WARC record at byte 0 is cut off: ${http(page).length - 26} of its ${http(page).length} bytes are there`,
    ],
    [
      'a length too small',
      record(http(page), { length: 80 }),
      'The WARC record at byte 0 does not end after its 80 bytes',
    ],
    [
      'no length',
      Buffer.from(response.toString().replace('Content-Length', 'X-Length')),
      'The WARC record at byte 0 does not say its length',
    ],
    [
      'garbage after a record',
      Buffer.concat([response, Buffer.from('xyz')]),
      `No WARC record begins at byte ${response.length}, where the record before ends`,
    ],
    [
      'a body shorter than announced',
      record(http(page, 'Content-Length: 5000\r\n')),
      `The record is cut off: ${Buffer.byteLength(page)} of its 5000 bytes are there`,
    ],
    [
      'chunks without an end',
      record(http(chunked(page).subarray(0, -5), 'Transfer-Encoding: chunked\r\n')),
      'The record is cut off: its last chunk is missing',
    ],
    [
      'a page packed and cut off',
      record(http(gzipSync(page).subarray(0, -9), 'Content-Encoding: gzip\r\n')),
      'The record is damaged or cut off',
    ],
    [
      'a packing that is not known',
      record(http(page, 'Content-Encoding: compress\r\n')),
      'The record is packed in a way that is not known: compress',
    ],
    [
      'a digest of other bytes',
      record(http(page), { headers: `WARC-Payload-Digest: sha1:${'A'.repeat(32)}\r\n` }),
      `The record does not have the digest that the capture states: sha1:${'A'.repeat(32)}`,
    ],
    [
      'a capture that was cut off',
      record(http(page), { headers: 'WARC-Truncated: length\r\n' }),
      'The record was cut off when it was captured: length',
    ],
    [
      'a page without an address',
      record(http(page), { target: '' }),
      'The page of the capture has no address or no date',
    ],
  ])('%s', async (_name, bytes, reason) => {
    const warn = vi.spyOn(console, 'warn');
    const { told } = await takeInFiles({ 'a.warc': bytes });
    expect(told).toEqual([`a.warc: intake-input-invalid: ${reason}`]);
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  test('a bomb', async () => {
    const bytes = record(http(gzipSync(Buffer.alloc(300_000_000)), 'Content-Encoding: gzip\r\n'));
    const { told } = await takeInFiles({ 'a.warc': bytes });
    expect(told).toEqual(['a.warc: intake-input-invalid: The record is larger than 50000000 bytes unpacked']);
  });
});

describe('the pictures of a capture', () => {
  test('are found by their addresses, the first of each', async () => {
    const { pictureAt } = await listed(
      Buffer.concat([
        response,
        picture('https://www.example.gov/a.png', 'A'),
        picture('https://www.example.gov/a.png', 'second'),
        record('C', { type: 'resource', target: 'https://cdn.example.org/d.gif', contentType: 'image/gif' }),
      ]),
    );
    const found = ['https://www.example.gov/a.png#x', 'https://cdn.example.org/d.gif', url].map(async (at) =>
      (await pictureAt(at)?.body(100))?.toString(),
    );
    expect(await Promise.all(found)).toEqual(['A', 'C', undefined]);
  });

  test('go with the post where they are whole and not too large, and a build shows them', async () => {
    const png = readFileSync(new URL('../assets/fixtures/rgb8.png', import.meta.url));
    const shown = [
      '/media/leaf.png?v=2',
      ...['far', 'cut', 'torn', 'bomb'].map((name) => `https://a.org/${name}.png`),
    ];
    const images = shown.map((address) => `<p><img src="${address}" alt="A leaf"></p>`).join('');
    const body = `<!doctype html><html lang="en"><title>Notice</title><main><h1>Notice</h1><p>Words of it.</p>${images}</main></html>`;
    const { files, report } = await takeInFiles(
      {
        'page.warc': Buffer.concat([
          record(http(body)),
          picture('https://www.example.gov/media/leaf.png?v=2', png),
          picture('https://a.org/cut.png', 'B', 'Content-Length: 9\r\n'),
          picture('https://a.org/torn.png', 'no packing at all', 'Content-Encoding: br\r\n'),
          picture('https://a.org/bomb.png', gzipSync(Buffer.alloc(100_001)), 'Content-Encoding: gzip\r\n'),
        ]),
      },
      { imageBytes: 100_000 },
    );
    const [name = ''] = [...files.keys()].filter((file) => file.endsWith('.md'));
    const root = await temporaryFolder(Object.fromEntries(files));
    const text = Buffer.from(files.get(name) ?? '').toString();
    const { value } = readText(Buffer.from(text.replace(/^!\[A leaf\]\(https:.*\n/gmu, '')));
    if (!value) throw new Error('no post');
    const assets = await readAssets(value, {
      from: root,
      limits: { imagePixels: 1000, imageBytes: 100_000 },
    });
    const ids = [...walkDocument(value)].flatMap((node) => (node.type === 'image' ? [node.imageId] : []));
    expect(ids).toEqual([`media/${name.slice(0, -3)}/leaf.png`]);
    expect([...assets.value.values()].map(({ bytes }) => Buffer.from(bytes))).toEqual([png]);
    expect(text.match(/https:\/\/a\.org\/\w+\.png/gu)).toHaveLength(4);
    expect(report.addresses.map(({ outcome, post, reason }) => `${outcome} ${post ?? ''}${reason}`)).toEqual([
      `post posts/${name}needs attention: The input says no \`released\``,
      `picture posts/${name}`,
      ...['cut', 'torn', 'bomb'].map(() => 'picture no post shows it'),
    ]);
  });
});
