import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { markupText } from '../../../src/filing/scan/markup-text.ts';
import { scanCapture } from '../../../src/filing/scan/scan-capture.ts';
import { zip } from '../../captures/zip-bytes.ts';
import { temporaryFolder } from '../../publish/temporary-folder.ts';

const number = '523-45-6789';

async function scan(bytes: string | Uint8Array, name = 'page.html'): Promise<readonly string[]> {
  const folder = await temporaryFolder({ [name]: bytes });
  const found = await scanCapture(join(folder, name), { file: name });
  return found.map(({ rule, reason }) =>
    rule === 'personal-unsearched' ? reason.replace(/ \(match_sha256 [0-9a-f]{64}\)/u, '') : rule,
  );
}

function record(payload: Uint8Array, type = 'response', target = 'https://a.gov/x'): Buffer {
  const head =
    `WARC/1.1\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${target}\r\nWARC-Date: 2013-03-04T15:00:00Z\r\n` +
    `WARC-Record-ID: <urn:uuid:0b7a2b4e-0000-4000-8000-000000000001>\r\nContent-Type: application/http; msgtype=${type}\r\n` +
    `Content-Length: ${payload.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), payload, Buffer.from('\r\n\r\n')]);
}

function http(body: string | Uint8Array, headers = ''): Buffer {
  const head = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${headers}\r\n`;
  return Buffer.concat([Buffer.from(head), Buffer.from(body)]);
}

const page = `<p>Her number is ${number}.</p>`;
const clean = '<p>Her name is Ana.</p>';
const utf16 = (text: string, mark = '\uFEFF'): Buffer => Buffer.from(`${mark}${text}`, 'utf16le');
const chunked = (parts: readonly string[]): string =>
  `${parts.map((part) => `${part.length.toString(16)}\r\n${part}\r\n`).join('')}0\r\n\r\n`;

describe('a number is found', () => {
  test.each<[string, string | Uint8Array]>([
    ['in a page', page],
    ['in an attribute', `<img class="a" alt="Card of ${number}">`],
    ['in what a page declares', `<meta name='description' content='Card 523&#45;45&#45;6789'>`],
    ['in references', '<p>523&#45;45&#x2d;6789</p>'],
    ['parted by tags', '<p>523-45-<b>67</b>89</p>'],
    ['behind its name without hyphens', '<p>SSN 523456789</p>'],
    ['behind its name in tags', '<p><b>Social Security Number:</b> 523456789</p>'],
    ['in UTF-16 with a mark', utf16(page)],
    ['in UTF-16 without one', utf16(page, '')],
    ['in UTF-16, the other way round', utf16(page).swap16()],
    ['in gzip', gzipSync(page)],
    ['in a WARC', record(http(page))],
    [
      'in a WARC.gz of two members',
      Buffer.concat([gzipSync(record(http(clean))), gzipSync(record(http(page)))]),
    ],
    ['in a body in gzip', record(http(gzipSync(page), 'Content-Encoding: gzip\r\n'))],
    ['in a body in br', record(http(brotliCompressSync(page), 'Content-Encoding: br\r\n'))],
    ['in a body in deflate', record(http(deflateSync(page), 'Content-Encoding: deflate\r\n'))],
    [
      'over two chunks',
      record(http(chunked(['<p>Her number is 523-4', '5-6789.</p>']), 'Transfer-Encoding: chunked\r\n')),
    ],
    ['in a body in UTF-16', record(http(utf16(page)))],
    ['in a header', record(http(clean, `X-Id: x; note ${number}\r\n`))],
    [
      'in what was asked',
      record(Buffer.from(`GET /x HTTP/1.1\r\nHost: a.gov\r\nX-Note: ${number}\r\n\r\n`), 'request'),
    ],
  ])('%s', async (_name, bytes) => {
    expect(await scan(bytes)).toEqual(['personal-ssn']);
  });

  test('large pages too', async () => {
    expect(await scan(`${clean.repeat(1_000_000)}${page}`)).toEqual(['personal-ssn']);
  });
});

describe('what cannot be searched is told', () => {
  const told = (why: string): readonly string[] => [`Not searched for personal data: ${why}`];
  test.each<[string, string | Uint8Array, string]>([
    ['a PDF that is damaged', `%PDF-1.4\n${page}`, 'The file: The PDF is damaged'],
    ['a ZIP', zip({ 'a.txt': page }), 'The ZIP is no WACZ: it has no datapackage.json'],
    [
      'mail',
      `From: <Saved>\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(page).toString('base64')}`,
      'The file is packed as mail is',
    ],
    ['gzip that is cut off', gzipSync(page).subarray(0, 20), 'The gzip file is damaged or cut off'],
    [
      'a body that is packed in an unknown way',
      record(http('x', 'Content-Encoding: compress\r\n')),
      'What was captured of https://a.gov/x: The record is packed in a way that is not known: compress',
    ],
    [
      'a WARC that is cut off',
      record(http(page)).subarray(0, 200),
      'The WARC record at byte 0 is cut off in its headers',
    ],
    [
      'two bodies',
      Buffer.concat([record(http('%PDF-1.4')), record(http(Buffer.alloc(10)))]),
      'What was captured of https://a.gov/x: The PDF is damaged, and 1 more',
    ],
    ['a bomb', gzipSync(Buffer.alloc(70_000_000)), 'The gzip file is larger than 64000000 bytes unpacked'],
  ])('%s', async (_name, bytes, why) => {
    expect(await scan(bytes)).toEqual(told(why));
  });
});

test.each<[string, string | Uint8Array]>([
  ['a page', clean],
  ['an empty file', ''],
  ['a WARC', Buffer.concat([record(http(clean)), record(Buffer.from('GET / HTTP/1.1\r\n\r\n'), 'request')])],
  ['figures that are no number of a person', '<p>Part 523456789, and 523-45-67890</p>'],
])('%s without any has none', async (_name, bytes) => {
  expect(await scan(bytes)).toEqual([]);
});

test('tags and references as a reader sees them', () => {
  expect(markupText('a<b>b</b>c<p>d</p>&#101;&#x66;&shy;g&ndash;&amp;&unknown;&#9999999;')).toBe(
    'abc d ef' + 'g\u2013&&unknown;&#9999999;',
  );
});
