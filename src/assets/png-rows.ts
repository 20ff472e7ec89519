import { pngPasses, type Png } from './read-png.ts';
import { filterStep, lastFilter, unfilterRow } from './unfilter-row.ts';

/** Counts the rows of a PNG while they come, and keeps none but the one before. */
export interface PngRows {
  /** Takes the next bytes of the decompressed picture; false where it is damaged in them, or has more rows than it says. */
  readonly take: (bytes: Uint8Array) => boolean;
  readonly areAllHere: () => boolean;
  /** How far the rows came, for people. */
  readonly where: () => string;
}

/** Rows in the order of the file: pass by pass, each one behind its filter type (ISO/IEC 15948 §7.2, §8). */
export function createPngRows(png: Png): PngRows {
  const passes = pngPasses(png);
  let passIndex = 0;
  let row = 0;
  let column = 0;
  const takeRow = rowTaker(png);
  const take = (bytes: Uint8Array): boolean => {
    let position = 0;
    while (position < bytes.length) {
      const pass = passes[passIndex];
      if (pass === undefined || (column === 0 && (bytes[position] ?? 0) > lastFilter)) return false;
      const rest = bytes.subarray(position, position + pass.rowBytes + 1 - column);
      const isWhole = column + rest.length > pass.rowBytes;
      if (!takeRow(rest, { column, row, columns: pass.columns, rowBytes: pass.rowBytes, isWhole }))
        return false;
      position += rest.length;
      column = isWhole ? 0 : column + rest.length;
      if (isWhole) row += 1;
      if (row === pass.rows) [passIndex, row] = [passIndex + 1, 0];
    }
    return true;
  };
  const areAllHere = (): boolean => passIndex === passes.length;
  const where = (): string => {
    const pass = passes[passIndex];
    if (pass === undefined) return `row ${png.heightPx} of ${png.heightPx}`;
    const inPass = png.interlaced ? ` in pass ${pass.number}` : '';
    return `row ${pass.y + row * pass.stepY} of ${png.heightPx}${inPass}`;
  };
  return { take, areAllHere, where };
}

interface Taken {
  /** How many bytes of the row came before. */
  readonly column: number;
  readonly row: number;
  readonly columns: number;
  readonly rowBytes: number;
  readonly isWhole: boolean;
}

/** Takes parts of rows; false where a row names a colour that its palette does not have (ISO/IEC 15948 §11.2.3). */
function rowTaker(png: Png): (part: Uint8Array, taken: Taken) => boolean {
  const colours = png.palette.length / 3;
  if (png.colourType !== 3 || colours >= 2 ** png.bits) return () => true;
  let rows = emptyRows(0);
  return (part, { column, row, columns, rowBytes, isWhole }) => {
    if (column === 0 && row === 0) rows = emptyRows(rowBytes);
    const { filtered, above, target } = rows;
    filtered.set(part, column);
    if (!isWhole) return true;
    unfilterRow(filtered, { above, target, step: filterStep(png) });
    rows = { filtered, above: target, target: above };
    return largestSample(target, { bits: png.bits, columns }) < colours;
  };
}

function emptyRows(rowBytes: number): Readonly<Record<'filtered' | 'above' | 'target', Uint8Array>> {
  return {
    filtered: new Uint8Array(rowBytes + 1),
    above: new Uint8Array(rowBytes),
    target: new Uint8Array(rowBytes),
  };
}

/** The largest of the packed samples of a row; what fills its last byte is none. */
function largestSample(
  row: Uint8Array,
  { bits, columns }: { readonly bits: number; readonly columns: number },
): number {
  const perByte = 8 / bits;
  let found = 0;
  for (let column = 0; column < columns; column += 1) {
    const byte = row[Math.floor(column / perByte)] ?? 0;
    found = Math.max(found, (byte >> (8 - bits * ((column % perByte) + 1))) & (2 ** bits - 1));
  }
  return found;
}
