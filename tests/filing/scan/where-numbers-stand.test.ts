import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { scanCapture } from '../../../src/filing/scan/scan-capture.ts';
import { scanPicture } from '../../../src/filing/scan/scan-picture.ts';
import { chunked, http, record } from '../../captures/warc-bytes.ts';
import { temporaryFolder } from '../../publish/temporary-folder.ts';
import { jpegWith, pngWith, segment } from '../metadata/format-samples.ts';

const number = '523-45-6789';
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

/** Exif of one entry: a tag, its type (2 ASCII, 1 bytes, 7 undefined) and what it says. */
function exif(tag: number, type: number, value: Buffer): Buffer {
  const head = Buffer.from('4d4d002a000000080001000000000000000000000000001a00000000', 'hex');
  head.writeUInt16BE(tag, 10);
  head.writeUInt16BE(type, 12);
  head.writeUInt32BE(value.length, 14);
  head.writeUInt32BE(26, 18);
  return Buffer.concat([latin1('Exif\0\0'), head.subarray(0, 22), Buffer.alloc(4), value]);
}

const xmp = (text: string): string =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description photoshop:Credit="${text}"/></x:xmpmeta>`;
const gif = (comment: string): Buffer =>
  Buffer.concat([
    latin1('GIF89a\x01\0\x01\0\0\0\0'),
    Buffer.from([0x21, 0xfe, 5]),
    latin1(comment.slice(0, 5)),
    Buffer.from([comment.length - 5]),
    latin1(`${comment.slice(5)}\0;`),
  ]);
const webp = (type: string, data: Buffer): Buffer => {
  const chunk = latin1(`${type}\0\0\0\0`);
  chunk.writeUInt32LE(data.length, 4);
  return Buffer.concat([latin1('RIFF\0\0\0\0WEBPVP8L\x01\0\0\0/\0'), chunk, data]);
};

/** What holds a number, by where it stands in it. */
const contents: Readonly<Record<string, (said: string) => readonly [type: string, body: Buffer]>> = {
  text: (said) => ['text/html', Buffer.from(`<p>Her number is ${said}.</p>`)],
  attribute: (said) => ['text/html', Buffer.from(`<img src="a.png" alt="Card of ${said}">`)],
  entity: (said) => ['text/html', Buffer.from(`<p>${said.replaceAll('-', '&#45;')}</p>`)],
  'split by tags': (said) => ['text/html', Buffer.from(`<p>${said.slice(0, 7)}<b>${said.slice(7)}</b></p>`)],
  'plain text': (said) => ['text/plain', Buffer.from(`Her number is ${said}.`)],
  'data in a script': (said) => ['application/json', Buffer.from(JSON.stringify({ number: said }))],
  'Exif of a JPEG': (said) => ['image/jpeg', jpegWith(segment(0xe1, exif(0x010e, 2, latin1(`${said}\0`))))],
  'Exif of Windows': (said) => [
    'image/jpeg',
    jpegWith(segment(0xe1, exif(0x9c9c, 1, Buffer.from(`${said}\0`, 'utf16le')))),
  ],
  'Exif that cannot be read': (said) => [
    'image/jpeg',
    jpegWith(segment(0xe1, latin1(`Exif\0\0 XX ${said} `))),
  ],
  'XMP of a JPEG': (said) => [
    'image/jpeg',
    jpegWith(segment(0xe1, latin1(`http://ns.adobe.com/xap/1.0/\0${xmp(said)}`))),
  ],
  'IPTC of a JPEG': (said) => [
    'image/jpeg',
    jpegWith(segment(0xed, latin1(`Photoshop 3.0\0\x1c\x02x\0\x0b${said}\0`))),
  ],
  'a comment of a JPEG': (said) => ['image/jpeg', jpegWith(segment(0xfe, latin1(said)))],
  'text of a PNG': (said) => ['image/png', pngWith(['tEXt', latin1(`Comment\0${said}`)])],
  'packed text of a PNG': (said) => [
    'image/png',
    pngWith(['zTXt', Buffer.concat([latin1('Comment\0\0'), deflateSync(latin1(said))])]),
  ],
  'packed text of a PNG in a language': (said) => [
    'image/png',
    pngWith(['iTXt', Buffer.concat([latin1('Comment\0\x01\0en\0Note\0'), deflateSync(latin1(said))])]),
  ],
  'Exif of a PNG': (said) => [
    'image/png',
    pngWith(['eXIf', exif(0x010e, 2, latin1(`${said}\0`)).subarray(6)]),
  ],
  'a comment of a GIF': (said) => ['image/gif', gif(said)],
  'XMP of a WebP': (said) => ['image/webp', webp('XMP ', latin1(xmp(said)))],
  'Exif of an AVIF': (said) => [
    'image/avif',
    Buffer.concat([
      latin1('\0\0\0\x14ftypavif\0\0\0\0mif1infeExif\0\0\0\0'),
      exif(0x010e, 2, latin1(`${said}\0`)).subarray(6),
    ]),
  ],
  'text of an SVG': (said) => ['image/svg+xml', Buffer.from(`<svg><title>${said}</title></svg>`)],
  'a picture in a page': (said) => [
    'text/html',
    Buffer.from(
      `<img src="data:image/jpeg;base64,${jpegWith(segment(0xfe, latin1(said))).toString('base64')}">`,
    ),
  ],
  'a drawing in a page': (said) => [
    'text/html',
    Buffer.from(`<img src="data:image/svg+xml,${encodeURIComponent(`<svg><text>${said}</text></svg>`)}">`),
  ],
  'a PDF': (said) => ['application/pdf', latin1(`%PDF-1.4\n1 0 obj (${said}) endobj\n%%EOF\n`)],
  'an archive': (said) => ['application/zip', Buffer.from(zipSync({ 'a.txt': Buffer.from(said) }))],
};

type Kind = (type: string, body: Buffer, said: string) => Buffer;

const answered = (type: string, body: Buffer, headers = ''): Buffer => record(http(body, headers, { type }));
const mhtml = (type: string, said: string): Buffer =>
  latin1(
    `From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: ${type}\r\n` +
      `Content-Transfer-Encoding: base64\r\nContent-Location: https://a.gov/x\r\n\r\n${said}\r\n--b--\r\n`,
  );

/** Kinds of captures. */
const kinds: Readonly<Record<string, Kind>> = {
  'a file': (_type, body) => body,
  'a file in gzip': (_type, body) => gzipSync(body),
  'a WARC': (type, body) => answered(type, body),
  'a WARC.gz': (type, body) => gzipSync(answered(type, body)),
  'a WARC of what was no answer': (type, body) => record(body, { type: 'resource', contentType: type }),
  'a body in gzip': (type, body) => answered(type, gzipSync(body), 'Content-Encoding: gzip\r\n'),
  'a body in br': (type, body) => answered(type, brotliCompressSync(body), 'Content-Encoding: br\r\n'),
  'a body in chunks': (type, body) => answered(type, chunked(body), 'Transfer-Encoding: chunked\r\n'),
  'a body in a way that is not known': (type, body) => answered(type, body, 'Content-Encoding: x\r\n'),
  'a WACZ': (type, body) =>
    Buffer.from(zipSync({ 'archive/a.warc': answered(type, body), 'datapackage.json': Buffer.from('{}') })),
  MHTML: (type, body) => mhtml(type, body.toString('base64')),
};

async function rules(bytes: Uint8Array): Promise<readonly string[]> {
  const folder = await temporaryFolder({ 'capture.bin': bytes });
  return (await scanCapture(join(folder, 'capture.bin'), { file: 'capture.bin' })).map(({ rule }) => rule);
}

const table = Object.keys(kinds).flatMap((kind) =>
  Object.keys(contents).map((place) => [kind, place] as const),
);

describe('a number is found, or its capture is told as not searched', () => {
  test.each(table)('%s: %s', async (kind, place) => {
    const of = (said: string): Buffer => {
      const [type = '', body = Buffer.alloc(0)] = contents[place]?.(said) ?? [];
      return kinds[kind]?.(type, body, said) ?? Buffer.alloc(0);
    };
    const found = await rules(of(number));
    expect(found.filter((rule) => rule === 'personal-ssn' || rule === 'personal-unsearched')).not.toEqual([]);
    // With a number that nobody has, nothing is found, so that what was found above was the number.
    expect(await rules(of('000-45-6789'))).not.toContain('personal-ssn');
  });

  test('and what intake reads is searched', async () => {
    const searched = [
      'a file',
      'a file in gzip',
      'a WARC',
      'a WARC.gz',
      'a body in gzip',
      'a body in br',
      'a body in chunks',
    ];
    const told: string[] = [];
    for (const kind of searched) {
      for (const [place, content] of Object.entries(contents)) {
        const [type, body] = content(number);
        const found = await rules(kinds[kind]?.(type, body, number) ?? Buffer.alloc(0));
        if (!found.includes('personal-ssn')) told.push(`${kind}: ${place}`);
      }
    }
    // A picture that is filed as a capture by itself, and packages of other kinds.
    expect(told.filter((one) => !/^a file|: (?:a PDF|an archive)$/u.test(one))).toEqual([]);
  });
});

describe('a number in a header is found', () => {
  test.each<[string, Buffer]>([
    ['of an answer', record(http('<p>x</p>', `X-Note: ${number}\r\n`))],
    ['of a question', record(`GET /x HTTP/1.1\r\nX-Note: ${number}\r\n\r\n`, { type: 'request' })],
    ['of a record', record(http('<p>x</p>'), { headers: `WARC-Note: ${number}\r\n` })],
    ['in gzip', gzipSync(record(http('<p>x</p>', `Set-Cookie: a=b; n ${number}\r\n`)))],
  ])('%s', async (_name, bytes) => {
    expect(await rules(bytes)).toContain('personal-ssn');
  });
});

test.each(Object.entries(contents).filter(([, content]) => content(number)[0].startsWith('image/')))(
  'a picture of a post: %s',
  (_place, content) => {
    const said = (text: string): readonly string[] =>
      scanPicture(content(text)[1], { file: 'a.png' }).map(({ rule }) => rule);
    expect(said(number).filter((rule) => rule !== 'image-gps')).toEqual(['personal-ssn']);
    expect(said('000-45-6789').filter((rule) => rule !== 'image-gps')).toEqual([]);
  },
);
