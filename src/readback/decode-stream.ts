import { unzlibSync } from 'fflate';
import { nameOf, numberOf, type PdfStream, type PdfValue } from './pdf-value.ts';
import { unreadable } from './unreadable.ts';

/** The value that a reference leads to. */
type Resolve = (value: PdfValue | undefined) => PdfValue | undefined;

/**
 * The bytes of a stream without its filters (ISO 32000-1 §7.4). Filters other than Flate and its predictors of PNG are not
 * read: an `InternalError` says so.
 */
export function decodeStream(stream: PdfStream, resolve: Resolve): Uint8Array {
  const listed = (key: string): readonly (PdfValue | undefined)[] => {
    const value = resolve(stream.entries.get(key));
    if (value === undefined) return [];
    return value.type === 'array' ? value.items.map(resolve) : [value];
  };
  const parameters = listed('DecodeParms');
  return listed('Filter').reduce((bytes, filter, index) => {
    const name = nameOf(filter);
    if (name !== 'FlateDecode') throw unreadable(`filter ${name ?? '?'} is not supported`);
    const own = parameters[index];
    return undoPredictor(unzlibSync(bytes), own?.type === 'dictionary' ? own.entries : new Map(), resolve);
  }, stream.bytes);
}

/** Bytes that were written as what they are more than others before and above them (ISO 32000-1 §7.4.4.4). */
function undoPredictor(
  bytes: Uint8Array,
  parameters: ReadonlyMap<string, PdfValue>,
  resolve: Resolve,
): Uint8Array {
  const valueOf = (key: string, usual: number): number => numberOf(resolve(parameters.get(key))) ?? usual;
  const predictor = valueOf('Predictor', 1);
  if (predictor === 1) return bytes;
  if (predictor < 10) throw unreadable(`predictor ${predictor} is not supported`);
  const bits = valueOf('Colors', 1) * valueOf('BitsPerComponent', 8);
  // A row may say to be longer than all that there is.
  const width = Math.min(bytes.length, Math.ceil((valueOf('Columns', 1) * bits) / 8));
  if (!(width > 0)) throw unreadable('a predictor has no columns');
  const left = Math.max(1, bits >> 3);
  const rows = Math.ceil(bytes.length / (width + 1));
  const result = new Uint8Array(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const from = row * (width + 1);
    const to = row * width;
    const kind = bytes[from] ?? 0;
    for (let column = 0; column < width; column += 1) {
      const at = to + column;
      const before = column < left ? 0 : (result[at - left] ?? 0);
      const above = row === 0 ? 0 : (result[at - width] ?? 0);
      const corner = column < left || row === 0 ? 0 : (result[at - width - left] ?? 0);
      result[at] = (bytes[from + 1 + column] ?? 0) + predicted(kind, { before, above, corner });
    }
  }
  return result;
}

/** What a filter of PNG takes a byte for (ISO 15948 §9.2). */
function predicted(
  kind: number,
  { before, above, corner }: { readonly before: number; readonly above: number; readonly corner: number },
): number {
  if (kind === 1) return before;
  if (kind === 2) return above;
  if (kind === 3) return (before + above) >> 1;
  if (kind !== 4) return 0;
  const sum = before + above - corner;
  const far = (value: number): number => Math.abs(sum - value);
  if (far(before) <= far(above) && far(before) <= far(corner)) return before;
  return far(above) <= far(corner) ? above : corner;
}
