import * as hb from 'harfbuzzjs';
import { describe, expect, it } from 'vitest';
import { ResourceError } from '../../../src/diagnostics/errors.ts';
import { sumOf, tablesOf, viewsOf, type FontViews } from '../../../src/fonts/font-tables.ts';
import { openFace, type OpenFace } from '../../../src/fonts/open-face.ts';
import { readFonts } from '../../../src/fonts/read-fonts.ts';
import { createSubset } from '../../../src/pdf/write/create-subset.ts';
import { fontProgramOf } from '../../../src/pdf/write/font-program.ts';

const faces = (await readFonts([], '.')).faces.map((face) => openFace(face));

const fontOf = (bytes: Uint8Array): hb.Font => new hb.Font(new hb.Face(new hb.Blob(bytes), 0));

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function tablesIn(bytes: Uint8Array): FontViews {
  return viewsOf(viewOf(bytes), tablesOf(viewOf(bytes)) ?? new Map());
}

/** Some glyphs of a face, from all of it. */
function someGlyphs({ bytes }: OpenFace): readonly number[] {
  const count = tablesIn(bytes).get('maxp')?.getUint16(4) ?? 0;
  const step = Math.max(1, Math.floor(count / 150));
  return Array.from({ length: Math.floor((count - 1) / step) }, (_, index) => 1 + index * step);
}

describe('a subset', () => {
  it.each(faces.map((face) => [face.face.id, face] as const))('draws glyphs as %s does', (_, face) => {
    const ids = someGlyphs(face);
    const subset = fontProgramOf(face).createSubset();
    const codes = ids.map((id) => subset.addGlyph(id));
    const font = fontOf(subset.encode());
    expect(codes.map((code) => font.glyphToPath(code))).toEqual(ids.map((id) => face.font.glyphToPath(id)));
    expect(codes.map((code) => font.glyphHAdvance(code))).toEqual(
      ids.map((id) => face.font.glyphHAdvance(id)),
    );
    expect(new Set(codes.map((code) => font.glyphToPath(code))).size).toBeGreaterThan(ids.length / 4);
  });

  it('lists its tables in order, each with its sum', () => {
    const [face] = faces;
    if (!face) throw new Error('no face');
    const file = fontProgramOf(face).createSubset().encode();
    const tables = tablesOf(viewOf(file)) ?? new Map();
    expect([...tables.keys()]).toEqual([...tables.keys()].toSorted());
    for (const table of tables.values()) expect(sumOf(viewOf(file), table)).toBe(table.sum);
  });

  it('says where its outlines lie in 16 bits where those are enough, in 32 where they are not', () => {
    const face = faces.find(({ face: { id } }) => id.includes('Emoji'));
    if (!face) throw new Error('no large face');
    const formatOf = (ids: readonly number[]): number | undefined => {
      const subset = fontProgramOf(face).createSubset();
      for (const id of ids) subset.addGlyph(id);
      return tablesIn(subset.encode()).get('head')?.getInt16(50);
    };
    const all = someGlyphs(face).flatMap((id) => [id, id + 1, id + 2]);
    expect(formatOf(all.slice(0, 5))).toBe(0);
    expect(formatOf([...all, ...all, ...all])).toBe(1);
  });

  it('names the file whose glyphs are made of others that it has not', () => {
    const face = faces.find((candidate) => candidate.face.role === 'text');
    if (!face) throw new Error('no text face');
    const tables = new Map(tablesIn(face.bytes));
    const id = face.font.nominalGlyph(0xe9) ?? 0;
    const subset = createSubset(tables, 'a.ttf');
    subset.addGlyph(id);
    expect(subset.encode().length).toBeGreaterThan(0);
    const glyf = tables.get('glyf');
    const loca = tables.get('loca');
    if (!glyf || !loca) throw new Error('no outlines');
    const isLong = tables.get('head')?.getInt16(50) === 1;
    const start = isLong ? loca.getUint32(4 * id) : 2 * loca.getUint16(2 * id);
    const damaged = new DataView(
      new Uint8Array(glyf.buffer, glyf.byteOffset, glyf.byteLength).slice().buffer,
    );
    expect(damaged.getInt16(start)).toBe(-1);
    damaged.setUint16(start + 12, 0xfff0);
    const broken = createSubset(tables.set('glyf', damaged), 'a.ttf');
    broken.addGlyph(id);
    expect(() => broken.encode()).toThrow(ResourceError);
    expect(() => broken.encode()).toThrow('The font a.ttf is damaged');
  });
});
