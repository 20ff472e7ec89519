import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { readAssets } from '../../src/assets/read-assets.ts';
import { walkDocument } from '../../src/document/walk.ts';
import { readWarc } from '../../src/intake/read-warc.ts';
import { runIntake } from '../../src/intake/run-intake.ts';
import { readText } from '../posts/read-text.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';

const page = '<!doctype html><title>Notice</title><p>Größe and words enough to be packed, packed, packed.';
const url = 'https://www.example.gov/notice';
const on = '2025-03-13T23:46:02Z';

interface RecordParts {
  readonly type?: string;
  readonly target?: string;
  readonly contentType?: string;
  readonly headers?: string;
  readonly length?: number;
}

function record(block: Uint8Array | string, parts: RecordParts = {}): Buffer {
  const { type = 'response', target = url, contentType = 'application/http; msgtype=response' } = parts;
  const bytes = Buffer.from(block);
  const head =
    `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${target}\r\nWARC-Date: ${on}\r\n` +
    `WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\nContent-Type: ${contentType}\r\n` +
    `${parts.headers ?? ''}Content-Length: ${parts.length ?? bytes.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n\r\n')]);
}

function http(body: Uint8Array | string, headers = '', status = '200 OK'): Buffer {
  const head = `HTTP/1.1 ${status}\r\nContent-Type: text/html; charset=utf-8\r\n${headers}\r\n`;
  return Buffer.concat([Buffer.from(head), Buffer.from(body)]);
}

function chunked(body: Uint8Array | string): Buffer {
  const bytes = Buffer.from(body);
  const cut = Math.floor(bytes.length / 2);
  const chunks = [bytes.subarray(0, cut), bytes.subarray(cut), Buffer.alloc(0)];
  return Buffer.concat(
    chunks.flatMap((chunk) => [Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n')]),
  );
}

const info = record('software: example\r\n', { type: 'warcinfo', contentType: 'application/warc-fields' });
const request = record('GET /notice HTTP/1.1\r\nHost: www.example.gov\r\n\r\n', {
  type: 'request',
  contentType: 'application/http; msgtype=request',
});
const response = record(http(page));
const sha1 = createHash('sha1').update(page).digest('hex');

async function read(bytes: Uint8Array): Promise<unknown> {
  const result = await readWarc(bytes, { file: 'a.warc' });
  if ('messages' in result) {
    return result.messages.map(
      ({ ruleId, severity, reason, file }) => `${file}: ${severity} ${ruleId}: ${reason}`,
    );
  }
  return { ...result, html: Buffer.from(result.html).toString() };
}

const whole = { html: page, charset: 'utf-8', url, captured: { on }, pictures: new Map() };

describe('readWarc reads the page', () => {
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
    ['after a redirect', Buffer.concat([record(http('', 'Location: /notice\r\n', '302 Found')), response])],
    [
      'beside its style sheet',
      Buffer.concat([response, record(http('a{}').toString().replace('text/html', 'text/css'))]),
    ],
  ])('%s', async (_name, bytes) => {
    const warn = vi.spyOn(console, 'warn');
    expect(await read(bytes)).toEqual(whole);
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  test('of a resource record', async () => {
    const bytes = record(page, { type: 'resource', contentType: 'text/html' });
    expect(await read(bytes)).toEqual({ html: page, url, captured: { on }, pictures: new Map() });
  });

  test.each([
    ['hexadecimal', `sha1:${sha1}`],
    ['base 32', `sha1:${base32(sha1)}`],
    ['of SHA-256', `sha256:${createHash('sha256').update(page).digest('hex')}`],
    ['of an algorithm that is not known', 'whirlpool:00'],
  ])('and keeps a digest, %s', async (_name, digest) => {
    const bytes = record(http(page), { headers: `WARC-Payload-Digest: ${digest}\r\n` });
    expect(await read(bytes)).toEqual({ ...whole, captured: { on, digest } });
  });

  test('whose digest is of what was sent', async () => {
    const sent = gzipSync(page);
    const digest = `sha1:${createHash('sha1').update(sent).digest('hex')}`;
    const bytes = record(http(sent, 'Content-Encoding: gzip\r\n'), {
      headers: `WARC-Payload-Digest: ${digest}\r\n`,
    });
    expect(await read(bytes)).toEqual({ ...whole, captured: { on, digest } });
  });
});

function base32(hex: string): string {
  const bits = [...hex].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
  return (bits.match(/.{1,5}/gu) ?? [])
    .map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

describe('readWarc refuses', () => {
  const other = record(http(page), { target: 'https://www.example.gov/other' });
  const gzipped = gzipSync(response);
  test.each<[string, Uint8Array, string]>([
    [
      'two pages',
      Buffer.concat([response, other]),
      `The capture holds more than one page: “${url}” and “https://www.example.gov/other”`,
    ],
    ['no page', info, 'The capture holds no HTML page'],
    ['an error page', record(http(page, '', '404 Not Found')), 'The capture holds no HTML page'],
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
      `The page is cut off: ${Buffer.byteLength(page)} of its 5000 bytes are there`,
    ],
    [
      'chunks without an end',
      record(http(chunked(page).subarray(0, -5), 'Transfer-Encoding: chunked\r\n')),
      'The page is cut off: its last chunk is missing',
    ],
    [
      'a page packed and cut off',
      record(http(gzipSync(page).subarray(0, -9), 'Content-Encoding: gzip\r\n')),
      'The page is damaged or cut off',
    ],
    [
      'a packing that is not known',
      record(http(page, 'Content-Encoding: zstd\r\n')),
      'The page is packed in a way that is not known: zstd',
    ],
    [
      'a digest of other bytes',
      record(http(page), { headers: `WARC-Payload-Digest: sha1:${'A'.repeat(32)}\r\n` }),
      `The page does not have the digest that the capture states: sha1:${'A'.repeat(32)}`,
    ],
    [
      'a capture that was cut off',
      record(http(page), { headers: 'WARC-Truncated: length\r\n' }),
      'The page was cut off when it was captured: length',
    ],
    [
      'a page without an address',
      record(http(page), { target: '' }),
      'The page of the capture has no address or no date',
    ],
  ])('%s', async (_name, bytes, reason) => {
    const warn = vi.spyOn(console, 'warn');
    expect(await read(bytes)).toEqual([`a.warc: error intake-input-invalid: ${reason}`]);
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  test('a bomb', async () => {
    const bytes = record(http(gzipSync(Buffer.alloc(300_000_000)), 'Content-Encoding: gzip\r\n'));
    expect(await read(bytes)).toEqual([
      'a.warc: error intake-input-invalid: The page is larger than 256000000 bytes unpacked',
    ]);
  });
});

/** A record of a picture as its server sent it. */
function picture(target: string, body: string, headers = ''): Buffer {
  const head = `HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n${headers}\r\n`;
  return record(Buffer.concat([Buffer.from(head), Buffer.from(body)]), { target });
}

describe('the pictures of a capture', () => {
  test('are found by their addresses, the first of each and whole ones only', async () => {
    const bytes = Buffer.concat([
      response,
      picture('https://www.example.gov/a.png', 'A'),
      picture('https://www.example.gov/a.png', 'second'),
      picture('https://cdn.example.org/b.png', 'B', 'Content-Length: 9\r\n'),
      picture('https://cdn.example.org/c.png', 'no gzip at all', 'Content-Encoding: br\r\n'),
      record('C', { type: 'resource', target: 'https://cdn.example.org/d.gif', contentType: 'image/gif' }),
    ]);
    const result = await readWarc(bytes, { file: 'a.warc' });
    if ('messages' in result) throw new Error('not read');
    const found = [...result.pictures].map(([address, of]) => [address, Buffer.from(of).toString()]);
    expect(found).toEqual([
      ['https://www.example.gov/a.png', 'A'],
      ['https://cdn.example.org/d.gif', 'C'],
    ]);
  });

  test('one that is larger unpacked than pictures may be is not kept', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_001));
    const head = 'HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Encoding: gzip\r\n\r\n';
    const large = record(Buffer.concat([Buffer.from(head), bomb]), { target: 'https://example.org/a.png' });
    const result = await readWarc(Buffer.concat([response, large]), { file: 'a.warc' });
    expect(result).toMatchObject({ url, pictures: new Map() });
  });

  test('go with the post, and a build shows them', async () => {
    const png = readFileSync(new URL('../assets/fixtures/rgb8.png', import.meta.url));
    const body =
      '<!doctype html><html lang="en"><title>Notice</title><main><h1>Notice</h1><p>Words of it.</p>' +
      '<p><img src="/media/leaf.png?v=2" alt="A leaf"></p><p><img src="https://cdn.example.org/far.png" alt="Far"></p></main></html>';
    const http200 = Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n');
    const leaf = record(Buffer.concat([http200, png]), {
      target: 'https://www.example.gov/media/leaf.png?v=2',
    });
    const root = await temporaryFolder({ 'page.warc': Buffer.concat([record(http(body)), leaf]) });
    await runIntake({
      inputs: [{ file: 'page.warc', path: 'page.warc', absolutePath: join(root, 'page.warc'), root }],
      out: root,
      cwd: root,
      copies: true,
      dryRun: false,
      force: true,
      inputBytes: 1_000_000,
      imageBytes: 100_000,
      accounts: false,
      write: async (path, bytes) => {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, bytes);
      },
    });
    const [name = ''] = readdirSync(root).filter((file) => file.endsWith('.md'));
    const { value } = readText(readFileSync(join(root, name)));
    if (!value) throw new Error('no post');
    const shown = await readAssets(value, { from: root, limits: { imagePixels: 1000, imageBytes: 100_000 } });
    const ids = [...walkDocument(value)].flatMap((node) => (node.type === 'image' ? [node.imageId] : []));
    expect(ids).toEqual([`media/${name.slice(0, -3)}/leaf.png`]);
    expect([...shown.value.values()].map(({ bytes }) => Buffer.from(bytes))).toEqual([png]);
    expect(readFileSync(join(root, name), 'utf8')).toContain('https://cdn.example.org/far.png');
  });
});
