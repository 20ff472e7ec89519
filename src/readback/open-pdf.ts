import { unzlibSync } from 'fflate';

import { InternalError } from '../diagnostics/errors.ts';
import { parsePdfValues } from './parse-pdf-values.ts';
import { nameOf, numberOf, type PdfDictionary, type PdfStream, type PdfValue } from './pdf-value.ts';

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
 * Opens a file by its cross-reference table (ISO 32000-1 §7.5.4). Files with cross-reference streams, encryption or
 * filters other than Flate are not read: an `InternalError` says so.
 */
export function openPdf(bytes: Uint8Array): PdfFile {
  const { offsets, trailer } = readCrossReference(bytes);
  if (trailer.has('Encrypt')) throw fail('the file is encrypted');
  const cache = new Map<number, PdfValue>();
  const resolve = (value: PdfValue | undefined): PdfValue | undefined => {
    if (value?.type !== 'reference') return value;
    const known = cache.get(value.number);
    if (known) return known;
    const offset = offsets.get(value.number);
    const read: PdfValue =
      offset === undefined ? { type: 'null' } : readObject(bytes, { offset, number: value.number, resolve });
    cache.set(value.number, read);
    return read;
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

function fail(message: string): InternalError {
  return new InternalError(`cannot read the PDF: ${message}`, { stage: 'readback' });
}

function readCrossReference(bytes: Uint8Array): {
  readonly offsets: ReadonlyMap<number, number>;
  readonly trailer: ReadonlyMap<string, PdfValue>;
} {
  const tail = new TextDecoder('latin1').decode(bytes.subarray(-2048));
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/u.exec(tail)?.[1];
  if (start === undefined) throw fail('"startxref" is missing');
  const offsets = new Map<number, number>();
  let newest: ReadonlyMap<string, PdfValue> | undefined;
  const seen = new Set<number>();
  let at: number | undefined = Number(start);
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    const trailer: PdfDictionary = readSection(bytes, at, offsets);
    newest ??= trailer.entries;
    at = numberOf(trailer.entries.get('Prev'));
  }
  if (!newest) throw fail('the trailer is missing');
  return { offsets, trailer: newest };
}

/** Adds the entries of one table to `offsets`, where a newer table has not, and gives back its trailer. */
function readSection(bytes: Uint8Array, at: number, offsets: Map<number, number>): PdfDictionary {
  const parser = parsePdfValues(bytes, at);
  const word = parser.next();
  if (word?.type !== 'operator' || word.value !== 'xref') throw fail('the cross-reference table is missing');
  for (;;) {
    const first = parser.next();
    if (first?.type === 'operator' && first.value === 'trailer') break;
    const count = parser.next();
    if (first?.type !== 'number' || count?.type !== 'number')
      throw fail('a cross-reference section is broken');
    for (let index = 0; index < count.value; index += 1) {
      const offset = numberOf(parser.next());
      parser.next();
      const kind = parser.next();
      if (offset === undefined || kind?.type !== 'operator') throw fail('a cross-reference entry is broken');
      const number = first.value + index;
      if (kind.value === 'n' && !offsets.has(number)) offsets.set(number, offset);
    }
  }
  const trailer = parser.next();
  if (trailer?.type !== 'dictionary') throw fail('the trailer is missing');
  return trailer;
}

function readObject(
  bytes: Uint8Array,
  at: { readonly offset: number; readonly number: number; readonly resolve: PdfFile['resolve'] },
): PdfValue {
  const parser = parsePdfValues(bytes, at.offset);
  const number = numberOf(parser.next());
  parser.next();
  const word = parser.next();
  if (number !== at.number || word?.type !== 'operator' || word.value !== 'obj')
    throw fail(`object ${at.number} is not where the cross-reference table says`);
  const value = parser.next();
  if (value === undefined) throw fail(`object ${at.number} is cut off`);
  if (value.type !== 'dictionary') return value;
  const next = parser.next();
  if (next?.type !== 'operator' || next.value !== 'stream') return value;
  let start = parser.position;
  if (bytes[start] === 0x0d) start += 1;
  if (bytes[start] === 0x0a) start += 1;
  const length = numberOf(at.resolve(value.entries.get('Length')));
  if (length === undefined || start + length > bytes.length) throw fail(`stream ${at.number} is cut off`);
  return { type: 'stream', entries: value.entries, bytes: bytes.subarray(start, start + length) };
}

function decodeStream(stream: PdfStream, resolve: PdfFile['resolve']): Uint8Array {
  const filter = resolve(stream.entries.get('Filter'));
  const names =
    filter?.type === 'array'
      ? filter.items.map((item) => nameOf(resolve(item)))
      : filter
        ? [nameOf(filter)]
        : [];
  let bytes = stream.bytes;
  for (const name of names) {
    if (name !== 'FlateDecode') throw fail(`filter ${name ?? '?'} is not supported`);
    bytes = unzlibSync(bytes);
  }
  return bytes;
}
