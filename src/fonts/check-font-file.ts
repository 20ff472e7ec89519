import { ResourceError } from '../diagnostics/errors.ts';
import { sumOf, tablesOf, viewsOf, type FontTable, type FontViews } from './font-tables.ts';

// What a subset is made of and text is shaped by. Others may be wrong or absent; of `head` the sum is commonly out of date.
const needed = ['cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post'] as const;
const summed = 'cmap glyf hhea hmtx loca maxp post GDEF GPOS GSUB'.split(' ');

/**
 * Checks that a TrueType file is whole: its tables lie inside it, those that are embedded match their sums, and its head can
 * be read (ISO/IEC 14496-22 §4.2, §5.2.2). Glyphs of a damaged file would be empty or wrong on the page.
 *
 * @throws ResourceError that names what is wrong.
 */
export function checkFontFile(bytes: Uint8Array, path: string): void {
  const fault = faultOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (fault === undefined) return;
  throw new ResourceError(`The font ${path} is damaged: ${fault}. Install it anew.`, { path });
}

function faultOf(file: DataView): string | undefined {
  const tables = tablesOf(file);
  if (tables === undefined) return 'it has no list of tables';
  for (const name of needed) if (!tables.has(name)) return `it has no table “${name}”`;
  for (const [name, { start, length }] of tables) {
    if (start + length > file.byteLength) return `its table “${name}” is cut off`;
  }
  for (const name of summed) {
    const table = tables.get(name);
    if (table && sumOf(file, table) !== table.sum) return `its table “${name}” does not match its checksum`;
  }
  const views = viewsOf(file, tables);
  const head = tables.get('head');
  if (!head || !isHead(file, head)) return 'its table “head” cannot be read';
  return measuresFault(views);
}

/** Whether each glyph has an advance and an outline that lies inside the table of them (ISO/IEC 14496-22 §5.2.3, §5.2.4, §5.3.3). */
function measuresFault(tables: FontViews): string | undefined {
  const [head, hhea, hmtx, maxp] = ['head', 'hhea', 'hmtx', 'maxp'].map((name) => tables.get(name));
  const [glyf, loca] = [tables.get('glyf'), tables.get('loca')];
  if (!head || !hhea || !hmtx || !maxp || !glyf || !loca) return undefined;
  if (hhea.byteLength < 36) return 'its table “hhea” cannot be read';
  if (maxp.byteLength < 32) return 'its table “maxp” cannot be read';
  const [glyphs, advances] = [maxp.getUint16(4), hhea.getUint16(34)];
  if (advances === 0 || hmtx.byteLength < 4 * advances + 2 * Math.max(0, glyphs - advances)) {
    return 'its table “hmtx” is too short for its glyphs';
  }
  const isLong = head.getInt16(50) === 1;
  if (loca.byteLength < (isLong ? 4 : 2) * (glyphs + 1))
    return 'its table “loca” is too short for its glyphs';
  for (let id = 0, start = 0; id <= glyphs; id += 1) {
    const end = isLong ? loca.getUint32(4 * id) : 2 * loca.getUint16(2 * id);
    if (end < start || end > glyf.byteLength)
      return `its glyph ${Math.max(0, id - 1)} lies outside of its outlines`;
    start = end;
  }
  return undefined;
}

function isHead(file: DataView, { start, length }: FontTable): boolean {
  if (length < 54 || file.getUint32(start + 12) !== 0x5f0f3cf5) return false;
  const unitsPerEm = file.getUint16(start + 18);
  return unitsPerEm >= 16 && unitsPerEm <= 16384 && file.getUint16(start + 50) <= 1;
}
