import { decodeStream } from './decode-stream.ts';
import { parsePdfValues } from './parse-pdf-values.ts';
import { numberOf, type PdfValue } from './pdf-value.ts';
import { readCrossReference, type ObjectPlace } from './read-cross-reference.ts';
import { unreadable } from './unreadable.ts';

/** A PDF file with its objects read on demand. */
export interface PdfFile {
  readonly trailer: ReadonlyMap<string, PdfValue>;
  /** The value that a reference leads to; any other value is given back. A dangling reference is null (§7.3.10). */
  readonly resolve: (value: PdfValue | undefined) => PdfValue | undefined;
  /** The entries of a dictionary or stream, also behind a reference. */
  readonly entries: (value: PdfValue | undefined) => ReadonlyMap<string, PdfValue> | undefined;
  /** The items of an array, also behind a reference. */
  readonly items: (value: PdfValue | undefined) => readonly PdfValue[] | undefined;
  /** The decoded bytes of a stream, also behind a reference. */
  readonly streamBytes: (value: PdfValue | undefined) => Uint8Array | undefined;
}

/**
 * Opens a file by its cross-reference tables or streams (ISO 32000-1 §7.5). Files with encryption or filters other than Flate
 * are not read: an `InternalError` says so.
 */
export function openPdf(bytes: Uint8Array): PdfFile {
  const { places, trailer } = readCrossReference(bytes, (offset) => {
    const value = readObject(bytes, { offset, resolve: (other) => other });
    return value.type === 'stream' ? value : undefined;
  });
  if (trailer.has('Encrypt')) throw unreadable('the file is encrypted');
  const cache = new Map<number, PdfValue>();
  const resolve = (value: PdfValue | undefined): PdfValue | undefined => {
    if (value?.type !== 'reference') return value;
    const known = cache.get(value.number);
    if (known) return known;
    const read = readPlace(value.number, places.get(value.number));
    cache.set(value.number, read);
    return read;
  };
  const packed = new Map<number, PackedObjects>();
  const readPlace = (number: number, place: ObjectPlace | undefined): PdfValue => {
    if (!place) return { type: 'null' };
    if ('offset' in place) return readObject(bytes, { offset: place.offset, number, resolve });
    const { stream, index } = place;
    let objects = packed.get(stream);
    if (!objects) {
      const holder = places.get(stream);
      if (!holder || !('offset' in holder)) throw unreadable(`object stream ${stream} is missing`);
      packed.set(stream, (objects = unpack(resolve({ type: 'reference', number: stream }), resolve)));
    }
    if (objects.numbers[index] !== number)
      throw unreadable(`object ${number} is not where the cross-reference stream says`);
    return objects.read(index);
  };
  const entries = (value: PdfValue | undefined): ReadonlyMap<string, PdfValue> | undefined => {
    const target = resolve(value);
    return target?.type === 'dictionary' || target?.type === 'stream' ? target.entries : undefined;
  };
  const items = (value: PdfValue | undefined): readonly PdfValue[] | undefined => {
    const target = resolve(value);
    return target?.type === 'array' ? target.items : undefined;
  };
  const streamBytes = (value: PdfValue | undefined): Uint8Array | undefined => {
    const target = resolve(value);
    return target?.type === 'stream' ? decodeStream(target, resolve) : undefined;
  };
  return { trailer, resolve, entries, items, streamBytes };
}

function readObject(
  bytes: Uint8Array,
  at: { readonly offset: number; readonly number?: number; readonly resolve: PdfFile['resolve'] },
): PdfValue {
  const parser = parsePdfValues(bytes, at.offset);
  const number = numberOf(parser.next());
  parser.next();
  const word = parser.next();
  const isObject = number !== undefined && word?.type === 'operator' && word.value === 'obj';
  if (!isObject || number !== (at.number ?? number))
    throw unreadable(
      at.number === undefined
        ? 'the cross-reference table is missing'
        : `object ${at.number} is not where the cross-reference table says`,
    );
  const value = parser.next();
  if (value === undefined) throw unreadable(`object ${number} is cut off`);
  if (value.type !== 'dictionary') return value;
  const next = parser.next();
  if (next?.type !== 'operator' || next.value !== 'stream') return value;
  let start = parser.position;
  if (bytes[start] === 0x0d) start += 1;
  if (bytes[start] === 0x0a) start += 1;
  const length = numberOf(at.resolve(value.entries.get('Length')));
  if (length === undefined || start + length > bytes.length) throw unreadable(`stream ${number} is cut off`);
  return { type: 'stream', entries: value.entries, bytes: bytes.subarray(start, start + length) };
}

/** The objects of an object stream: their numbers, and each by its index. */
interface PackedObjects {
  readonly numbers: readonly number[];
  readonly read: (index: number) => PdfValue;
}

/** The objects of an object stream (ISO 32000-1 §7.5.7), each read when it is asked for. */
function unpack(stream: PdfValue | undefined, resolve: PdfFile['resolve']): PackedObjects {
  if (stream?.type !== 'stream') throw unreadable('an object stream is missing');
  const bytes = decodeStream(stream, resolve);
  const [count = 0, first = 0] = ['N', 'First'].map((key) => numberOf(resolve(stream.entries.get(key))) ?? 0);
  const heads = parsePdfValues(bytes.subarray(0, first));
  const numbers: number[] = [];
  const offsets: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const [number, offset] = [numberOf(heads.next()), numberOf(heads.next())];
    if (number === undefined || offset === undefined)
      throw unreadable('the head of an object stream is broken');
    numbers.push(number);
    offsets.push(offset);
  }
  return {
    numbers,
    read: (index) => parsePdfValues(bytes, first + (offsets[index] ?? 0)).next() ?? { type: 'null' },
  };
}
