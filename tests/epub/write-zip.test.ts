import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeZip, type ZipEntry } from '../../src/epub/pack/write-zip.ts';

const words = new TextEncoder().encode('A line that stands again and again.\n'.repeat(400));
const numbers = Uint8Array.from({ length: 5000 }, (_, index) => (index * index) % 251);
const entries: readonly ZipEntry[] = [
  { name: 'mimetype', bytes: new TextEncoder().encode('application/epub+zip'), stored: true },
  { name: 'OEBPS/one.xhtml', bytes: words, stored: false },
  { name: 'OEBPS/zwei-ü.bin', bytes: numbers, stored: false },
  { name: 'OEBPS/empty.txt', bytes: new Uint8Array(), stored: false },
];

test('an archive holds its files in their order', () => {
  const files = unzipSync(writeZip(entries));
  expect(Object.keys(files)).toEqual(entries.map(({ name }) => name));
  for (const { name, bytes } of entries) expect(files[name]).toEqual(bytes);
});

test('the first file can be read without a tool, right behind its name', () => {
  const archive = Buffer.from(writeZip(entries));
  expect(archive.toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip');
  expect(archive.readUInt16LE(28)).toBe(0);
});

test('a file that is damaged does not read back', () => {
  const archive = writeZip(entries);
  archive[120] = (archive[120] ?? 0) ^ 0xff;
  const read = (): unknown => unzipSync(archive)['OEBPS/one.xhtml'];
  let damaged: unknown;
  try {
    damaged = read();
  } catch (error) {
    damaged = error;
  }
  expect(damaged).not.toEqual(words);
});

test('what was pressed before is taken as it was, and gives the same bytes', () => {
  const known = new WeakMap();
  const first = writeZip(entries, known);
  expect(known.has(words)).toBe(true);
  expect(writeZip(entries, known)).toEqual(first);
  expect(writeZip(entries)).toEqual(first);
});

test('more files than the end of an archive has room for are refused', () => {
  const many = Array.from({ length: 65_536 }, (_, index): ZipEntry => ({
    name: `${index}`,
    bytes: numbers,
    stored: true,
  }));
  expect(() => writeZip(many)).toThrow('an archive has no room for 65536 files');
});

test('the bytes are the same with every release of Node', () => {
  expect(createHash('sha256').update(writeZip(entries)).digest('hex')).toBe(
    'e8185c39bfc27d4459bb8f569c05352f44e72959d387a7d7a5759e6ab6637900',
  );
});
