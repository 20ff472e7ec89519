/** A table as its segment says it (ITU-T T.81 §B.2.4.2). */
export interface TableDefinition {
  /** 0 to 3 are the tables of DC coefficients, 4 to 7 those of AC coefficients. */
  readonly slot: number;
  /** How many codes there are of each length from 1 to 16. */
  readonly counts: Uint8Array;
  readonly symbols: Uint8Array;
}

/** A table by which codes are found. */
export interface HuffmanTable {
  /** By the next 9 bits: the length of the code × 256 + its symbol; 0 where no code is as short. */
  readonly short: Uint16Array;
  /** By length: the first 16 bits that no code of this length or a shorter one begins with. */
  readonly ends: Int32Array;
  /** By length: what a code is to be counted on by to give the index of its symbol. */
  readonly offsets: Int32Array;
  readonly symbols: Uint8Array;
}

const shortBits = 9;
const longest = 16;

/** The tables that a segment defines; `undefined` where they do not fill it. */
export function readTables(segment: Uint8Array): readonly TableDefinition[] | undefined {
  const tables: TableDefinition[] = [];
  let position = 0;
  while (position < segment.length) {
    const [head = 0] = segment.subarray(position);
    const counts = segment.subarray(position + 1, position + 1 + longest);
    const codes = counts.reduce((sum, count) => sum + count, 0);
    const end = position + 1 + longest + codes;
    if ((head & 0xec) !== 0 || codes > 256 || end > segment.length) return undefined;
    const symbols = segment.subarray(position + 1 + longest, end);
    // No DC coefficient has more bits, and decoders refuse the table.
    if (head < 16 && symbols.some((symbol) => symbol > 15)) return undefined;
    tables.push({ slot: (head >> 4) * 4 + (head & 3), counts, symbols });
    position = end;
  }
  return tables;
}

/** The codes of a table in their order (ITU-T T.81 annex C); `undefined` where they are more than their lengths allow. */
export function buildTable({ counts, symbols }: TableDefinition): HuffmanTable | undefined {
  const short = new Uint16Array(1 << shortBits);
  const ends = new Int32Array(longest + 1);
  const offsets = new Int32Array(longest + 1);
  let code = 0;
  let index = 0;
  for (let length = 1; length <= longest; length += 1) {
    const count = counts[length - 1] ?? 0;
    offsets[length] = index - code;
    if (length <= shortBits) {
      const width = 1 << (shortBits - length);
      for (let nth = 0; nth < count; nth += 1) {
        const entry = (length << 8) | (symbols[index + nth] ?? 0);
        short.fill(entry, (code + nth) * width, (code + nth + 1) * width);
      }
    }
    index += count;
    code += count;
    if (code > 1 << length) return undefined;
    ends[length] = code << (longest - length);
    code <<= 1;
  }
  return { short, ends, offsets, symbols };
}

/** The length of the code that 16 bits begin with × 256 + its symbol; 0 where none does. */
export function findCode(table: HuffmanTable, next16: number): number {
  const entry = table.short[next16 >>> (longest - shortBits)] ?? 0;
  return entry === 0 ? findLongCode(table, next16) : entry;
}

function findLongCode({ ends, offsets, symbols }: HuffmanTable, next16: number): number {
  for (let length = shortBits + 1; length <= longest; length += 1) {
    if (next16 < (ends[length] ?? 0)) {
      const symbol = symbols[(offsets[length] ?? 0) + (next16 >>> (longest - length))] ?? 0;
      return (length << 8) | symbol;
    }
  }
  return 0;
}
