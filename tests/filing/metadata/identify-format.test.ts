import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeFormat, formatNames } from '../../../src/filing/metadata/format-ids.ts';
import { identifyFormat } from '../../../src/filing/metadata/identify-format.ts';
import { formatSamples } from './format-samples.ts';

test.each(formatSamples.map(({ name, bytes, puid }) => [name, puid, bytes] as const))(
  '%s is %s',
  (name, puid, bytes) => {
    expect(identifyFormat(`data/source/${name}`, bytes)?.puid).toBe(puid);
  },
);

test('every format of the table is made from a sample', () => {
  const made = new Set(formatSamples.map(({ puid }) => puid));
  expect(Object.keys(formatNames).filter((puid) => ![...made].some((one) => one === puid))).toEqual([]);
});

describe('what is not sure is absent', () => {
  const text = (words: string): Uint8Array => new TextEncoder().encode(words);
  test.each([
    ['a.json', '{"a":'],
    ['a.xml', '<a/>'],
    ['a.html', '<p>no doctype'],
    ['a.md', 'with\0nul'],
    ['a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a.svg', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"></svg>'],
    ['a.svg', '<?xml version="1.0"?><svg version="1.1">'],
    ['a.webp', 'RIFF\0\0\0\0WEBPVP9 '],
    ['a.avif', '\0\0\0 ftypavis\0\0\0\0avisavifmsf1'],
    ['a.avif', '\0\0\0 ftypmif1\0\0\0\0mif1avifmiaf'],
    ['a.constructor', 'a'],
    ['noextension', 'a'],
    ['a.warc', 'WARC/2.0\r\n'],
    ['a.pdf', '%PDF-1.4'],
    ['a.pdf', '%PDF-1.7 <pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>'],
  ])('%s of “%s”', (name, words) => {
    expect(identifyFormat(name, text(words))).toBeUndefined();
  });

  test('bytes that are not UTF-8 are no text', () => {
    expect(identifyFormat('a.md', new Uint8Array([0xff, 0xfe, 0x61]))).toBeUndefined();
  });

  test('the beginning of a large file tells only what stands there', () => {
    const head = (name: string): Uint8Array =>
      (formatSamples.find((sample) => sample.name === name)?.bytes ?? text('')).subarray(0, 40);
    expect(identifyFormat('plain.png', head('plain.png'), 1e9)).toBeUndefined();
    expect(identifyFormat('a.md', text('words'), 1e9)).toBeUndefined();
    expect(identifyFormat('one.warc.gz', head('one.warc.gz'), 1e9)?.puid).toBe('x-fmt/266');
    expect(identifyFormat('jfif-1.01.jpg', head('jfif-1.01.jpg'), 1e9)?.puid).toBe('fmt/43');
  });
});

test('the pictures of the tests', () => {
  const folder = new URL('../../assets/fixtures/', import.meta.url);
  const found = readdirSync(folder).flatMap((name) => {
    if (!/\.(?:png|jpg)$/u.test(name)) return [];
    return [`${name} ${identifyFormat(name, readFileSync(new URL(name, folder)))?.puid ?? '-'}`];
  });
  expect(found.filter((line) => line.endsWith(' fmt/11')).length).toBe(11);
  expect(found).toContain('rgb.jpg fmt/43');
  // Neither JFIF nor Exif stands first in it.
  expect(found).toContain('cmyk.jpg -');
});

test('any bytes are taken without an error', () => {
  const start = fc.constantFrom(
    '\x89PNG\r\n\x1a\n',
    '\xff\xd8\xff\xe1\x00\x10Exif\0\0',
    '\xff\xd8\xff\xe0',
    '%PDF-1.7',
  );
  fc.assert(
    fc.property(start, fc.uint8Array({ maxLength: 200 }), (head, rest) => {
      const bytes = Buffer.concat([Buffer.from(head, 'latin1'), rest]);
      expect(['undefined', 'object']).toContain(typeof identifyFormat('a.bin', bytes));
    }),
  );
});

test('the formats are named as PRONOM names them', async () => {
  const lines = Object.entries(formatNames).map(
    ([puid, { name, version = '-', mediaType }]) => `${puid} | ${name} | ${version} | ${mediaType}\n`,
  );
  await expect(lines.join('')).toMatchFileSnapshot('golden/formats.txt');
});

test('the segment of Exif ends where it says', () => {
  const version = Buffer.from('\x90\x00\x00\x07\x00\x00\x00\x040220', 'latin1');
  const jpeg = (length: number, before: number): Uint8Array =>
    Buffer.concat([
      Buffer.from([0xff, 0xd8, 0xff, 0xe1, Math.floor(length / 256), length % 256]),
      Buffer.from('Exif\0\0', 'latin1'),
      Buffer.alloc(before),
      version,
    ]);
  // Two bytes of length, six of the name, what stands before, and twelve of the version.
  for (const before of [3, 300]) {
    expect(identifyFormat('a.jpg', jpeg(20 + before, before))?.puid).toBe('x-fmt/391');
    expect(identifyFormat('a.jpg', jpeg(19 + before, before))).toBeUndefined();
  }
});

test('the name of a format is found only where it is in the table', () => {
  expect(describeFormat('fmt/476')).toMatchObject({ version: '2a', mediaType: 'application/pdf' });
  expect(describeFormat('fmt/0')).toBeUndefined();
  expect(describeFormat('constructor')).toBeUndefined();
});
