/** Where a table of a font file lies, in bytes, and the sum that the file gives for it. */
export interface FontTable {
  readonly start: number;
  readonly length: number;
  readonly sum: number;
}

const headerLength = 12;
const recordLength = 16;

/** The tables of a TrueType file by name (ISO/IEC 14496-22 §4.5); nothing where its list of them is cut off. */
export function tablesOf(file: DataView): ReadonlyMap<string, FontTable> | undefined {
  if (file.byteLength < headerLength) return undefined;
  const count = file.getUint16(4);
  if (headerLength + count * recordLength > file.byteLength) return undefined;
  const tables = new Map<string, FontTable>();
  for (let index = 0; index < count; index += 1) {
    const at = headerLength + index * recordLength;
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

/** The tables of a font by name, each as bytes of its file. */
export type FontViews = ReadonlyMap<string, DataView>;

/** Views of the tables of a file, which must lie inside it. */
export function viewsOf(file: DataView, tables: ReadonlyMap<string, FontTable>): FontViews {
  return new Map(
    Array.from(tables, ([name, { start, length }]) => [
      name,
      new DataView(file.buffer, file.byteOffset + start, length),
    ]),
  );
}

/** The sum of a part of a file as big-endian numbers of 32 bits, modulo 2³²; bytes that lack at its end count as 0. */
export function sumOf(file: DataView, { start, length }: Pick<FontTable, 'start' | 'length'>): number {
  let sum = 0;
  const whole = start + length - (length % 4);
  for (let at = start; at < whole; at += 4) sum = (sum + file.getUint32(at)) >>> 0;
  let rest = 0;
  for (let index = 0; index < length % 4; index += 1)
    rest += file.getUint8(whole + index) * 2 ** (24 - 8 * index);
  return (sum + rest) >>> 0;
}

/**
 * A TrueType file of these tables, in their order, each of which begins at a multiple of four bytes (ISO/IEC 14496-22 §4.5). The sum of
 * the whole, which `head` holds, is left at 0: readers of PDF do not look at it.
 */
export function writeFontFile(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const lengths = [...tables.values()].map(({ length }) => length + padding(length));
  const directoryLength = headerLength + tables.size * recordLength;
  const file = new Uint8Array(lengths.reduce((sum, length) => sum + length, directoryLength));
  const view = new DataView(file.buffer);
  // What a binary search over the tables begins with.
  const power = Math.floor(Math.log2(tables.size));
  const range = recordLength * 2 ** power;
  view.setUint32(0, 0x0001_0000);
  [tables.size, range, power, tables.size * recordLength - range].forEach((value, index) =>
    view.setUint16(4 + index * 2, value),
  );
  let start = directoryLength;
  let at = headerLength;
  for (const [name, bytes] of tables) {
    file.set(bytes, start);
    new TextEncoder().encodeInto(name.padEnd(4), file.subarray(at, at + 4));
    view.setUint32(at + 4, sumOf(view, { start, length: bytes.length }));
    view.setUint32(at + 8, start);
    view.setUint32(at + 12, bytes.length);
    start += bytes.length + padding(bytes.length);
    at += recordLength;
  }
  return file;
}

/** How many bytes lack to a multiple of four. */
function padding(length: number): number {
  return -length & 3;
}
