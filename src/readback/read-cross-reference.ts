import { decodeStream } from './decode-stream.ts';
import { parsePdfValues } from './parse-pdf-values.ts';
import { numberOf, type PdfStream, type PdfValue } from './pdf-value.ts';
import { unreadable } from './unreadable.ts';

/** Where an object stands: at a place of the file, or in an object stream. */
export type ObjectPlace = { readonly offset: number } | { readonly stream: number; readonly index: number };

/** Where the objects of a file stand, and its newest trailer. */
export interface CrossReference {
  readonly places: ReadonlyMap<number, ObjectPlace>;
  readonly trailer: ReadonlyMap<string, PdfValue>;
}

type Entries = ReadonlyMap<string, PdfValue>;

/**
 * Reads the cross-reference tables and streams of a file, the newest first (ISO 32000-1 §7.5.4 and §7.5.8).
 *
 * @param readStream Reads the stream object that begins at a place of the file.
 */
export function readCrossReference(
  bytes: Uint8Array,
  readStream: (offset: number) => PdfStream | undefined,
): CrossReference {
  const tail = new TextDecoder('latin1').decode(bytes.subarray(-2048));
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/u.exec(tail)?.[1];
  if (start === undefined) throw unreadable('"startxref" is missing');
  const places = new Map<number, ObjectPlace>();
  let newest: Entries | undefined;
  const seen = new Set<number>();
  const waiting = [Number(start)];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const trailer = readTable(bytes, at, places) ?? readEntries(readStream(at), places);
    newest ??= trailer;
    // A file for old and new readers has a stream beside each table, which is read first.
    for (const key of ['Prev', 'XRefStm']) {
      const other = numberOf(trailer.get(key));
      if (other !== undefined) waiting.push(other);
    }
  }
  if (!newest) throw unreadable('the trailer is missing');
  return { places, trailer: newest };
}

type Places = Map<number, ObjectPlace>;

/** What is said to be free may stand in an older section, or in the stream beside a table. */
function setPlace(places: Places, number: number, place: ObjectPlace | undefined): void {
  if (place && !places.has(number)) places.set(number, place);
}

/** Adds the entries of one table, and gives back its trailer; `undefined` where no table begins. */
function readTable(bytes: Uint8Array, at: number, places: Places): Entries | undefined {
  const parser = parsePdfValues(bytes, at);
  const word = parser.next();
  if (word?.type !== 'operator' || word.value !== 'xref') return undefined;
  for (;;) {
    const first = parser.next();
    if (first?.type === 'operator' && first.value === 'trailer') break;
    const count = parser.next();
    if (first?.type !== 'number' || count?.type !== 'number')
      throw unreadable('a cross-reference section is broken');
    for (let index = 0; index < count.value; index += 1) {
      const offset = numberOf(parser.next());
      parser.next();
      const kind = parser.next();
      if (offset === undefined || kind?.type !== 'operator')
        throw unreadable('a cross-reference entry is broken');
      setPlace(places, first.value + index, kind.value === 'n' ? { offset } : undefined);
    }
  }
  const trailer = parser.next();
  if (trailer?.type !== 'dictionary') throw unreadable('the trailer is missing');
  return trailer.entries;
}

/** Adds the entries of a cross-reference stream, and gives back its own, which are those of a trailer. */
function readEntries(stream: PdfStream | undefined, places: Places): Entries {
  const widths = numbersOf(stream?.entries.get('W'));
  if (!stream || widths.length < 3) throw unreadable('the cross-reference table is missing');
  const bytes = decodeStream(stream, (value) => value);
  const columns = widths.reduce((sum, width) => sum + width, 0);
  if (!(columns > 0)) throw unreadable('a cross-reference entry is broken');
  const sections = numbersOf(stream.entries.get('Index'));
  if (sections.length === 0) sections.push(0, numberOf(stream.entries.get('Size')) ?? 0);
  let at = 0;
  for (let section = 0; section + 1 < sections.length; section += 2) {
    const [first = 0, count = 0] = sections.slice(section, section + 2);
    for (let index = 0; index < count; index += 1) {
      if (at + columns > bytes.length) throw unreadable('a cross-reference entry is broken');
      setPlace(places, first + index, placeOf(bytes.subarray(at, at + columns), widths));
      at += columns;
    }
  }
  return stream.entries;
}

function numbersOf(value: PdfValue | undefined): number[] {
  return value?.type === 'array' ? value.items.map((item) => numberOf(item) ?? 0) : [];
}

function placeOf(entry: Uint8Array, widths: readonly number[]): ObjectPlace | undefined {
  let at = 0;
  const [type, second = 0, third = 0] = widths.map((width, index) => {
    // The type of an entry is 1 where it has no room.
    if (width === 0) return index === 0 ? 1 : 0;
    at += width;
    return entry.subarray(at - width, at).reduce((number, byte) => number * 256 + byte, 0);
  });
  if (type === 1) return { offset: second };
  return type === 2 ? { stream: second, index: third } : undefined;
}
