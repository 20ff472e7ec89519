import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ResourceError } from '../../src/diagnostics/errors.ts';
import type { Face } from '../../src/fonts/face.ts';
import { sumOf } from '../../src/fonts/font-tables.ts';
import { openFace } from '../../src/fonts/open-face.ts';
import { readFonts } from '../../src/fonts/read-fonts.ts';

const folder = mkdtempSync(join(tmpdir(), 'faces-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { faces } = await readFonts([], '.');
const [bundled] = faces;
if (!bundled) throw new Error('no face');

/** The bundled face with other licence bits (OpenType, `OS/2`, fsType). */
function withLicence(fsType: number): Face {
  const bytes = readFileSync(bundled?.path ?? '');
  const count = bytes.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const record = 12 + index * 16;
    if (bytes.toString('latin1', record, record + 4) !== 'OS/2') continue;
    bytes.writeUInt16BE(fsType, bytes.readUInt32BE(record + 8) + 8);
  }
  const path = join(folder, `licence-${fsType}.ttf`);
  writeFileSync(path, bytes);
  return { id: 'own/face', path, role: 'fallback', bold: false, italic: false };
}

test.each([0x2, 0x100, 0x200])('a face whose licence bits forbid embedding a subset is refused', (fsType) => {
  const face = withLicence(fsType);
  expect(() => openFace(face)).toThrow(
    new ResourceError(`The licence bits of the font ${face.path} forbid embedding a subset.`, {
      path: face.path,
    }),
  );
});

test.each([0x0, 0x4, 0x8])('a face that may be embedded is opened: licence bits %i', (fsType) => {
  expect(openFace(withLicence(fsType)).hasGlyph(0x41)).toBe(true);
});

/** The bundled face, its bytes changed. */
function changed(
  name: string,
  change: (bytes: Buffer, table: (name: string) => number) => Buffer | void,
): Face {
  const bytes = readFileSync(bundled?.path ?? '');
  const table = (tag: string): number => {
    for (let record = 12; record < 12 + bytes.readUInt16BE(4) * 16; record += 16) {
      if (bytes.toString('latin1', record, record + 4) === tag) return record;
    }
    throw new Error(`no table ${tag}`);
  };
  const path = join(folder, `${name}.ttf`);
  writeFileSync(path, change(bytes, table) ?? bytes);
  return { id: 'own/face', path, role: 'fallback', bold: false, italic: false };
}

const emptied =
  (tag: string, fill: number) =>
  (bytes: Buffer, table: (name: string) => number): void => {
    const record = table(tag);
    const start = bytes.readUInt32BE(record + 8);
    bytes.fill(fill, start, start + bytes.readUInt32BE(record + 12));
  };
const removed =
  (tag: string) =>
  (bytes: Buffer, table: (name: string) => number): void =>
    void bytes.write('XXXX', table(tag), 'latin1');

test.each([
  ['half', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2), /its table “\w+” is cut off/u],
  ['nothing', () => Buffer.alloc(0), /it has no list of tables/u],
  ['head', (bytes: Buffer) => bytes.subarray(0, 20), /it has no list of tables/u],
  ...['cmap', 'glyf', 'hhea', 'hmtx', 'loca', 'maxp', 'post'].flatMap((tag) => [
    [
      `${tag}-zero`,
      emptied(tag, 0),
      new RegExp(`its table “${tag}” does not match its checksum`, 'u'),
    ] as const,
    [
      `${tag}-ones`,
      emptied(tag, 255),
      new RegExp(`its table “${tag}” does not match its checksum`, 'u'),
    ] as const,
    [`${tag}-gone`, removed(tag), new RegExp(`it has no table “${tag}”`, 'u')] as const,
  ]),
  ['gsub-zero', emptied('GSUB', 0), /its table “GSUB” does not match its checksum/u],
  ['head-zero', emptied('head', 0), /its table “head” cannot be read/u],
  ['head-gone', removed('head'), /it has no table “head”/u],
] as const)('a damaged file is named as one: %s', (name, change, reason) => {
  const face = changed(name, change);
  expect(() => openFace(face)).toThrow(ResourceError);
  expect(() => openFace(face)).toThrow(reason);
});

/** Sets a number of 16 bits in a table, counted from its end where it is negative, and makes its sum right. */
const set =
  (tag: string, at: number, value: number) =>
  (bytes: Buffer, table: (name: string) => number): void => {
    const record = table(tag);
    const [start, length] = [bytes.readUInt32BE(record + 8), bytes.readUInt32BE(record + 12)];
    bytes.writeUInt16BE(value, start + (at < 0 ? length + at : at));
    const sum = sumOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), { start, length });
    bytes.writeUInt32BE(sum, record + 4);
  };

test.each([
  ['more-glyphs', set('maxp', 4, 0xfff0), 'its table “hmtx” is too short for its glyphs'],
  ['no-advances', set('hhea', 34, 0), 'its table “hmtx” is too short for its glyphs'],
  ['long-places', set('head', 50, 1), 'its table “loca” is too short for its glyphs'],
  ['place-back', set('loca', 20, 0), 'its glyph 9 lies outside of its outlines'],
  ['place-beyond', set('loca', -2, 0xffff), 'lies outside of its outlines'],
])('a file whose glyphs have no place is damaged: %s', (name, change, reason) => {
  const face = changed(name, change);
  expect(() => openFace(face)).toThrow(ResourceError);
  expect(() => openFace(face)).toThrow(reason);
});

test('every bundled face is whole, and so is a file without tables that are not embedded', () => {
  for (const face of faces) expect(() => openFace(face)).not.toThrow();
  expect(openFace(changed('no-gasp', removed('gasp'))).hasGlyph(0x41)).toBe(true);
});
