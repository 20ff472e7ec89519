import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scanCapture } from '../../../src/filing/scan/scan-capture.ts';
import { http, record } from '../../captures/warc-bytes.ts';
import { temporaryFolder } from '../../publish/temporary-folder.ts';

const page = http('<p>Words</p>');
const asked = (headers: string, target = 'https://a.gov/x'): Buffer =>
  record(`GET /x HTTP/1.1\r\nHost: a.gov\r\n${headers}\r\n`, { type: 'request', target });

async function told(...records: readonly Buffer[]): Promise<readonly string[]> {
  const folder = await temporaryFolder({ 'a.warc': Buffer.concat(records) });
  const found = await scanCapture(join(folder, 'a.warc'), { file: 'a.warc' });
  return found.map(({ rule, reason }) => `${rule} ${reason}`);
}

test.each([
  ['Authorization: Basic c2VjcmV0', 'personal-credentials Credentials'],
  ['proxy-authorization: Bearer abc', 'personal-credentials Credentials'],
  ['Cookie: session=secret', 'personal-cookies Cookies'],
  ['X-Forwarded-For: 192.0.2.7', 'personal-network-address The network address of who asked'],
  ['Forwarded: for=192.0.2.7', 'personal-network-address The network address of who asked'],
])('%s is told, and nothing of it', async (header, what) => {
  const found = await told(record(page), asked(`${header}\r\n`));
  expect(found).toEqual([`${what} in the headers of what was captured of https://a.gov/x`]);
  expect(found.join()).not.toMatch(/c2VjcmV0|abc|secret|192/u);
});

test('cookies that a server sets are told once for all records', async () => {
  const set = (target: string): Buffer => record(http('<p>x</p>', 'Set-Cookie: a=b\r\n'), { target });
  expect(
    await told(set('https://a.gov/1'), record(page), set('https://a.gov/2'), set('https://a.gov/3')),
  ).toEqual([
    'personal-cookies Cookies in the headers of what was captured of https://a.gov/1, and of 2 more',
  ]);
});

test.each(['User-Agent: Wget', 'WWW-Authenticate: Basic realm="a"', 'X-Cookie-Policy: none', 'Cookie:'])(
  '“%s” is nothing of a person',
  async (header) => {
    expect(await told(record(page), asked(`${header}\r\n`))).toEqual([]);
  },
);

test('what a page says of headers is no header', async () => {
  expect(await told(record(http('<pre>\nAuthorization: Basic abc\nCookie: a=b\n</pre>')))).toEqual([]);
});
