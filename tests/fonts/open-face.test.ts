import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ResourceError } from '../../src/diagnostics/errors.ts';
import type { Face } from '../../src/fonts/face.ts';
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
