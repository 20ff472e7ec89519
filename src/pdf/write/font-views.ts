import { InternalError } from '../../diagnostics/errors.ts';
import type { FontViews } from '../../fonts/font-tables.ts';

/** A table that each face has that was opened (`check-font-file.ts`). */
export function tableOf(tables: FontViews, name: string): DataView {
  const table = tables.get(name);
  if (table === undefined) throw new InternalError(`a font without “${name}” was opened`, { stage: 'pdf' });
  return table;
}

/** How many glyphs have an advance of their own; those after them have that of the last of these. */
export function countOfAdvances(tables: FontViews): number {
  return tableOf(tables, 'hhea').getUint16(34);
}

/** How far a glyph reaches on the line. */
export function advanceOf(tables: FontViews, id: number): number {
  return tableOf(tables, 'hmtx').getUint16(4 * Math.min(id, countOfAdvances(tables) - 1));
}

/** What draws a glyph of the font; empty where it has no outline. */
export function outlineIn(tables: FontViews, id: number): DataView {
  const [glyf, loca] = [tableOf(tables, 'glyf'), tableOf(tables, 'loca')];
  const isLong = tableOf(tables, 'head').getInt16(50) === 1;
  const place = (index: number): number =>
    isLong ? loca.getUint32(4 * index) : 2 * loca.getUint16(2 * index);
  const start = place(id);
  return new DataView(glyf.buffer, glyf.byteOffset + start, place(id + 1) - start);
}

export function bytesOf(table: DataView): Uint8Array {
  return new Uint8Array(table.buffer, table.byteOffset, table.byteLength);
}
