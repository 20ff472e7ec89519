import { crc32, deflateSync, gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import type { KnownPuid } from '../../../src/filing/metadata/format-ids.ts';

/** A small file of one format. */
export interface FormatSample {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly puid: KnownPuid;
}

function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([latin1(type), data]);
  return Buffer.concat([number32(data.length), body, number32(crc32(body))]);
}

/** A PNG of one grey pixel with further chunks before its pixels. */
export function pngWith(...chunks: readonly (readonly [type: string, data: Buffer])[]): Buffer {
  return Buffer.concat([
    latin1('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', Buffer.concat([number32(1), number32(1), latin1('\x08\0\0\0\0')])),
    ...chunks.map(([type, data]) => chunk(type, data)),
    chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A segment of a JPEG. */
export function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** The segments of a JPEG of one pixel, after those that are given. */
export function jpegWith(...segments: readonly Buffer[]): Buffer {
  return Buffer.concat([
    latin1('\xff\xd8'),
    ...segments,
    segment(0xdb, Buffer.alloc(65)),
    segment(0xc0, latin1('\x08\0\x01\0\x01\x01\x01\x11\0')),
    segment(0xda, latin1('\x01\x01\0\0\x3f\0')),
    latin1('\x55\xff\xd9'),
  ]);
}

function jfif(minor: number): Buffer {
  return jpegWith(segment(0xe0, latin1(`JFIF\0\x01${String.fromCharCode(minor)}\0\0\x01\0\x01\0\0`)));
}

/** Exif with nothing but its version, in one of the two byte orders. */
function exif(version: string, order: 'II' | 'MM'): Buffer {
  const little = order === 'II';
  const short = (value: number): string => {
    const bytes = [value & 0xff, value >> 8];
    return String.fromCharCode(...(little ? bytes : bytes.toReversed()));
  };
  const long = (value: number): string => (little ? short(value) + short(0) : short(0) + short(value));
  const tiff = [
    order + short(42) + long(8),
    short(1) + short(0x8769) + short(4) + long(1) + long(26) + long(0),
    short(1) + short(0x9000) + short(7) + long(4) + version + long(0),
  ].join('');
  return jpegWith(segment(0xe1, latin1(`Exif\0\0${tiff}`)));
}

function pdf(xmp: string): Buffer {
  return latin1(
    `%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj <</Type /Metadata /Subtype /XML /Length ${xmp.length}>> stream\n<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${xmp}</rdf:RDF></x:xmpmeta>\nendstream endobj\ntrailer <<>>\n%%EOF\n`,
  );
}

const partOfA =
  '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance></rdf:Description>';
const partOfUa =
  '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>';

/** A ZIP file whose first file is a `mimetype` that is not compressed. */
function epub(): Uint8Array {
  const container =
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';
  const files = { mimetype: latin1('application/epub+zip'), 'META-INF/container.xml': latin1(container) };
  return zipSync(files, { level: 0, mtime: new Date(1980, 0, 1) });
}

const warc = (version: string): string =>
  `WARC/${version}\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n`;

/** A file of each format in our table, and what we say it is. */
export const formatSamples: readonly FormatSample[] = (
  [
    ['post.md', '---\ntitle: x\n---\n\nWörds.\n', 'fmt/1149'],
    ['post.markdown', '# x\n', 'fmt/1149'],
    ['both.pdf', pdf(partOfA + partOfUa), 'fmt/476'],
    ['ua.pdf', pdf(partOfUa), 'fmt/2050'],
    ['plain.pdf', pdf(''), 'fmt/276'],
    ['book.epub', epub(), 'fmt/483'],
    ['plain.png', pngWith(), 'fmt/11'],
    ['time.png', pngWith(['pHYs', Buffer.alloc(9)]), 'fmt/11'],
    ['colours.png', pngWith(['sRGB', Buffer.alloc(1)]), 'fmt/12'],
    ['profile.png', pngWith(['iCCP', latin1('x\0\0')]), 'fmt/12'],
    ['palette.png', pngWith(['sPLT', latin1('a\0\x08')]), 'fmt/12'],
    ['text.png', pngWith(['sRGB', Buffer.alloc(1)], ['iTXt', latin1('a\0\0\0\0\0b')]), 'fmt/13'],
    ['jfif-1.00.jpg', jfif(0), 'fmt/42'],
    ['jfif-1.01.jpg', jfif(1), 'fmt/43'],
    ['jfif-1.02.jpg', jfif(2), 'fmt/44'],
    ['exif-2.0.jpg', exif('0200', 'II'), 'x-fmt/398'],
    ['exif-2.1.jpg', exif('0210', 'MM'), 'x-fmt/390'],
    ['exif-2.2.jpg', exif('0220', 'II'), 'x-fmt/391'],
    ['exif-2.21.jpg', exif('0221', 'MM'), 'fmt/645'],
    ['exif-2.3.jpg', exif('0230', 'II'), 'fmt/1507'],
    ['exif-2.32.jpg', exif('0232', 'MM'), 'fmt/1507'],
    ['a87.gif', latin1('GIF87a\x01\0\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;'), 'fmt/3'],
    ['a89.gif', latin1('GIF89a\x01\0\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;'), 'fmt/4'],
    ['lossy.webp', latin1('RIFF\x0e\0\0\0WEBPVP8 \x02\0\0\0\0\0'), 'fmt/566'],
    ['lossless.webp', latin1('RIFF\x0e\0\0\0WEBPVP8L\x02\0\0\0\0\0'), 'fmt/567'],
    ['more.webp', latin1('RIFF\x0e\0\0\0WEBPVP8X\x02\0\0\0\0\0'), 'fmt/568'],
    ['still.avif', latin1('\0\0\0 ftypavif\0\0\0\0avifmif1miafMA1B'), 'fmt/2062'],
    [
      'shapes.svg',
      '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" version="1.1"><path d=""/></svg>\n',
      'fmt/92',
    ],
    ['one.warc', warc('1.0'), 'fmt/1355'],
    ['two.warc', warc('1.1'), 'fmt/1281'],
    ['one.warc.gz', gzipSync(warc('1.1')), 'x-fmt/266'],
    ['options.json', '{"a":1}\n', 'fmt/817'],
    ['record.jsonld', '{"@context":"https://schema.org"}\n', 'fmt/880'],
    ['premis.xml', '<?xml version="1.0" encoding="UTF-8"?>\n<a/>\n', 'fmt/101'],
    [
      'page.html',
      '<!DOCTYPE html>\n<html lang="en"><head><title>x</title></head><body></body></html>\n',
      'fmt/471',
    ],
    ['links.csv', 'a,b\r\n', 'x-fmt/18'],
    ['list.csv', 'a|b\r\n', 'x-fmt/18'],
    ['series.yaml', 'a: 1\n', 'fmt/818'],
    ['style.css', 'p{}\n', 'x-fmt/224'],
    ['notes.txt', 'words\n', 'x-fmt/111'],
    ['chapter.xhtml.ejs', '<%= a %>\n', 'x-fmt/111'],
  ] as const
).map(([name, content, puid]) => ({
  name,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  puid,
}));
