import { ResourceError } from '../diagnostics/errors.ts';

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

interface Table {
  readonly start: number;
  readonly length: number;
  readonly sum: number;
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
  const head = tables.get('head');
  return head && isHead(file, head) ? undefined : 'its table “head” cannot be read';
}

const recordLength = 16;

function tablesOf(file: DataView): ReadonlyMap<string, Table> | undefined {
  if (file.byteLength < 12) return undefined;
  const count = file.getUint16(4);
  if (12 + count * recordLength > file.byteLength) return undefined;
  const tables = new Map<string, Table>();
  for (let index = 0; index < count; index += 1) {
    const at = 12 + index * recordLength;
    const letters = [0, 1, 2, 3].map((letter) => String.fromCharCode(file.getUint8(at + letter)));
    const table = {
      sum: file.getUint32(at + 4),
      start: file.getUint32(at + 8),
      length: file.getUint32(at + 12),
    };
    tables.set(letters.join('').trimEnd(), table);
  }
  return tables;
}

/** The sum of a table as big-endian numbers of 32 bits, modulo 2³²; bytes that lack at its end count as 0. */
function sumOf(file: DataView, { start, length }: Table): number {
  let sum = 0;
  const whole = start + length - (length % 4);
  for (let at = start; at < whole; at += 4) sum = (sum + file.getUint32(at)) >>> 0;
  let rest = 0;
  for (let index = 0; index < length % 4; index += 1)
    rest += file.getUint8(whole + index) * 2 ** (24 - 8 * index);
  return (sum + rest) >>> 0;
}

function isHead(file: DataView, { start, length }: Table): boolean {
  if (length < 54 || file.getUint32(start + 12) !== 0x5f0f3cf5) return false;
  const unitsPerEm = file.getUint16(start + 18);
  return unitsPerEm >= 16 && unitsPerEm <= 16384 && file.getUint16(start + 50) <= 1;
}
