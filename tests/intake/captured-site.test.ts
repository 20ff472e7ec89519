import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { sha256Of } from '../../src/files/digest.ts';
import type { AddressRow } from '../../src/intake/account-addresses.ts';
import { http, picture, record } from '../captures/warc-bytes.ts';
import { takeInFiles, type TakenIn } from './take-in-files.ts';

const site = 'https://www.example.gov';

function html(title: string, body = `Words of ${title}.`): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><main><h1>${title}</h1><p>Posted: March 4, 2013</p><p>${body}</p></main></body></html>`;
}

function page(path: string, title: string, body?: string): Buffer {
  return record(http(html(title, body)), { target: `${site}${path}` });
}

function revisit(path: string, headers: string): Buffer {
  const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n';
  return record(head, { type: 'revisit', target: `${site}${path}`, headers });
}

const refersTo = (path: string): string =>
  `WARC-Refers-To-Target-URI: ${site}${path}\r\nWARC-Refers-To-Date: 2025-03-13T23:46:02Z\r\n`;

function outcomes(addresses: readonly AddressRow[]): readonly string[] {
  return addresses.map(({ address, outcome, post, reason }) =>
    [address.replace(site, ''), outcome, post?.replace('posts/', ''), reason].filter(Boolean).join(' | '),
  );
}

const png = Buffer.from('a picture');
const parts: readonly Buffer[] = [
  record('software: example\r\n', { type: 'warcinfo', contentType: 'application/warc-fields' }),
  record('GET / HTTP/1.1\r\n\r\n', { type: 'request', contentType: 'application/http; msgtype=request' }),
  page('/one', 'One', 'Words of One. <img src="/leaf.png" alt="A leaf">'),
  page('/two#part', 'Two'),
  page('/again', 'Two'),
  record(http(gzipSync(html('Three')), 'Content-Encoding: gzip\r\n'), { target: `<${site}/three>` }),
  revisit('/three-again', refersTo('/three')),
  revisit('/lost', refersTo('/nowhere')),
  record(http('', 'Location: /one\r\n', { status: '301 Moved' }), { target: `${site}/old` }),
  record(http(html('Gone'), '', { status: '404 Not Found' }), { target: `${site}/gone` }),
  record(http('a{}', '', { type: 'text/css' }), { target: `${site}/style.css` }),
  record(http(html('Torn'), 'Content-Length: 90000\r\n'), { target: `${site}/torn` }),
  record('\x01', { type: 'resource', target: 'dns:www.example.gov', contentType: 'text/dns' }),
  picture(`${site}/leaf.png`, png),
  picture(`${site}/unused.png`, png),
];
const whole = Buffer.concat(parts);

/** The addresses of what was captured, by a look of its own at the lines of a WARC. */
function addressesIn(bytes: Buffer): readonly string[] {
  return [...bytes.toString('latin1').matchAll(/^WARC\/1\.0\r\n(?:.+\r\n)+/gmu)]
    .map(([head]) => head)
    .filter((head) => /^WARC-Type: (?:response|resource|revisit)\r$/mu.test(head))
    .map((head) => /^WARC-Target-URI: <?([^\r>]*)>?\r$/mu.exec(head)?.[1] ?? '');
}

describe('a capture of several pages', () => {
  const expected = [
    '/one | post | 2013-03-04-one.md',
    '/two#part | post | 2013-03-04-two.md',
    '/again | post | 2013-03-04-two-2.md',
    '/three | post | 2013-03-04-three.md',
    '/three-again | post | 2013-03-04-three-2.md',
    '/lost | failed | It repeats an earlier capture that is not in this file',
    '/old | not a page | leads on to /one',
    '/gone | not a page | the server answered 404',
    '/style.css | not a page | it is text/css',
    `/torn | failed | The record is cut off: ${Buffer.byteLength(html('Torn'))} of its 90000 bytes are there`,
    'dns:www.example.gov | not a page | it is text/dns',
    '/leaf.png | picture | 2013-03-04-one.md',
    '/unused.png | picture | no post shows it',
  ];

  test.each<[string, Buffer]>([
    ['as it is', whole],
    ['in one gzip member', gzipSync(whole)],
    ['in a gzip member for each record', Buffer.concat(parts.map((part) => gzipSync(part)))],
  ])('becomes a post for each page, and a row for each address, %s', async (_name, bytes) => {
    const { report, files } = await takeInFiles({ 'site.warc': bytes });
    expect(outcomes(report.addresses)).toEqual(expected);
    expect(report.addresses.map(({ address }) => address)).toEqual(addressesIn(whole));
    const one = files.get('2013-03-04-one.md')?.toString() ?? '';
    expect(one).toContain('![A leaf](media/2013-03-04-one/leaf.png)');
    expect(one).toContain(`url: ${site}/one\n`);
    expect(one).toContain(`sha256: ${sha256Of(bytes)}\n`);
    expect(files.get('media/2013-03-04-one/leaf.png')).toEqual(png);
    expect(files.get('2013-03-04-three-2.md')?.toString()).toContain('Words of Three.');
    expect(report.rows.map(({ status }) => status)).toEqual([
      'written',
      'written',
      'written',
      'written',
      'written',
      'skipped',
      'skipped',
    ]);
  });

  test('has its addresses as a table', async () => {
    const { files } = await takeInFiles({ 'site.warc': whole });
    const lines = files.get('intake-addresses.csv')?.toString().split('\r\n') ?? [];
    expect(lines.slice(0, 2)).toEqual([
      'input,address,captured,status,type,outcome,post,reason',
      `site.warc,${site}/one,2025-03-13T23:46:02Z,200,text/html,post,posts/2013-03-04-one.md,`,
    ]);
    expect(lines).toHaveLength(expected.length + 2);
    const report = files.get('intake-report.csv')?.toString().split('\r\n') ?? [];
    expect(report[1]).toMatch(
      /^site\.warc,written,posts\/2013-03-04-one\.md,.*,https:\/\/www\.example\.gov\/one$/u,
    );
  });

  test.each([`${site}/two`, `${site}/two#other`, 'HTTPS://WWW.example.gov/two'])(
    'gives the one page that is asked for by %s',
    async (url) => {
      const { report, files } = await takeInFiles({ 'site.warc': whole }, { url });
      expect(report.rows.map(({ post }) => post)).toEqual(['posts/2013-03-04-two.md']);
      expect([...files.keys()].filter((name) => name.endsWith('.md'))).toEqual(['2013-03-04-two.md']);
      expect(outcomes(report.addresses)[0]).toBe('/one | not a page | another address was asked for');
    },
  );

  test('has no other page than it has', async () => {
    const { told } = await takeInFiles({ 'site.warc': whole }, { url: `${site}/x` });
    expect(told).toEqual([
      `site.warc: intake-input-invalid: The capture holds no page “${site}/x”, but 7 others`,
    ]);
  });

  test('is taken in as far as it is whole', async () => {
    const cut = whole.subarray(0, whole.length - 3);
    const { report, told } = await takeInFiles({ 'site.warc': cut });
    expect(outcomes(report.addresses)).toEqual(expected.slice(0, -1));
    expect(report.rows).toHaveLength(8);
    expect(told.at(-1)).toMatch(
      /^site\.warc: intake-input-invalid: The WARC record at byte \d+ does not end after/u,
    );
  });

  test('tells the same page twice as a duplicate', async () => {
    const { report } = await takeInFiles({
      'a.warc': whole,
      'b.warc': page('/one', 'One', 'Words of One. <img src="/leaf.png" alt="A leaf">'),
    });
    expect(report.rows.at(-1)).toMatchObject({ input: 'b.warc', status: 'written' });
    const twice = await takeInFiles({ 'a.warc': Buffer.concat([page('/one', 'One'), page('/one', 'One')]) });
    expect(outcomes(twice.report.addresses)).toEqual([
      '/one | post | 2013-03-04-one.md',
      '/one | duplicate | 2013-03-04-one.md | duplicate of posts/2013-03-04-one.md',
    ]);
  });
});

describe('hostile captures end as messages', () => {
  const told = async (bytes: Buffer): Promise<TakenIn['told']> =>
    (await takeInFiles({ 'a.warc': bytes }, { inputBytes: 1_000_000 })).told;
  const cyclic = ['/a', '/b'].map((path, at) => revisit(path, refersTo(at === 0 ? '/b' : '/a')));

  test.each<[string, Buffer, string]>([
    [
      'revisits in a circle',
      Buffer.concat(cyclic),
      `a.warc: ${site}/a: intake-input-invalid: It repeats an earlier capture that is not in this file`,
    ],
    [
      'headers without end',
      Buffer.from(`WARC/1.0\r\n${'X-A: b\r\n'.repeat(20_000)}`),
      'a.warc: intake-input-invalid: The WARC record at byte 0 has headers without end',
    ],
    [
      'chunks without end',
      record(http(`${'1\r\na\r\n'.repeat(100_000)}`, 'Transfer-Encoding: chunked\r\n')),
      'a.warc: intake-input-invalid: The record is cut off: its last chunk is missing',
    ],
    [
      'packings in packings',
      record(http('x', `Content-Encoding: ${'gzip, '.repeat(500)}gzip\r\n`)),
      'a.warc: intake-input-invalid: The record is packed 501 times',
    ],
    [
      'a page that is larger than pages may be',
      record(http(brotliCompressSync(Buffer.alloc(2_000_000)), 'Content-Encoding: br\r\n')),
      'a.warc: intake-input-invalid: The record is larger than 1000000 bytes unpacked',
    ],
  ])('%s', async (_name, bytes, message) => {
    expect((await told(bytes))[0]).toBe(message);
  });

  test('records that all repeat one large page unpack no more than they may', async () => {
    const bomb = record(http(gzipSync(Buffer.alloc(40_000_000, ' ')), 'Content-Encoding: gzip\r\n'), {
      target: `${site}/bomb`,
    });
    const again = Array.from({ length: 30 }, (_, at) => revisit(`/again-${at}`, refersTo('/bomb')));
    const messages = (await takeInFiles({ 'a.warc': Buffer.concat([bomb, ...again]) })).told;
    expect(
      messages.filter((message) => message.endsWith('The capture unpacks to more than it may')).length,
    ).toBeGreaterThan(20);
  });
});
