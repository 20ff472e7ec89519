import { InternalError } from '../diagnostics/errors.ts';
import type { PdfValue } from './pdf-value.ts';

/** Reads values one after the other from `position`, which may be moved between two reads. */
export interface PdfParser {
  position: number;
  /** The next value or operator; `undefined` at the end of the bytes. */
  readonly next: () => PdfValue | undefined;
}

const depthLimit = 256;

/** A parser of PDF syntax over bytes: file bodies, content streams and CMaps alike (ISO 32000-1 §7.2 and §7.3). */
export function parsePdfValues(bytes: Uint8Array, start: number = 0): PdfParser {
  const parser = { position: start, next: () => readValue(parser, bytes, 0) };
  return parser;
}

interface Cursor {
  position: number;
}

function readValue(cursor: Cursor, bytes: Uint8Array, depth: number): PdfValue | undefined {
  if (depth > depthLimit) throw new InternalError('values nested too deeply', { stage: 'readback' });
  skipSpace(cursor, bytes);
  const byte = bytes[cursor.position];
  if (byte === undefined) return undefined;
  switch (byte) {
    case 0x2f: // /
      return { type: 'name', value: readName(cursor, bytes) };
    case 0x28: // (
      return { type: 'string', bytes: readLiteralString(cursor, bytes) };
    case 0x5b: // [
      cursor.position += 1;
      return { type: 'array', items: readItems(cursor, bytes, { depth, end: ']' }) };
    case 0x3c: // <
      if (bytes[cursor.position + 1] !== 0x3c) return { type: 'string', bytes: readHexString(cursor, bytes) };
      cursor.position += 2;
      return { type: 'dictionary', entries: pairUp(readItems(cursor, bytes, { depth, end: '>>' })) };
    case 0x5d: // ]
    case 0x7b: // {
    case 0x7d: // }
      cursor.position += 1;
      return { type: 'operator', value: String.fromCharCode(byte) };
    case 0x3e: // >
      cursor.position += bytes[cursor.position + 1] === 0x3e ? 2 : 1;
      return { type: 'operator', value: '>>' };
    default:
      return readNumberOrWord(cursor, bytes);
  }
}

function readItems(
  cursor: Cursor,
  bytes: Uint8Array,
  options: { readonly depth: number; readonly end: string },
): PdfValue[] {
  const items: PdfValue[] = [];
  for (;;) {
    const value = readValue(cursor, bytes, options.depth + 1);
    if (value === undefined) throw new InternalError(`"${options.end}" is missing`, { stage: 'readback' });
    if (value.type === 'operator' && value.value === options.end) return items;
    items.push(value);
  }
}

function pairUp(items: readonly PdfValue[]): ReadonlyMap<string, PdfValue> {
  const entries = new Map<string, PdfValue>();
  for (let index = 0; index + 1 < items.length; index += 2) {
    const key = items[index];
    const value = items[index + 1];
    if (key?.type !== 'name' || value === undefined)
      throw new InternalError('a dictionary key is not a name', { stage: 'readback' });
    entries.set(key.value, value);
  }
  return entries;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x0c || byte === 0;
}

function isRegular(byte: number | undefined): boolean {
  if (byte === undefined || isSpace(byte)) return false;
  // ( ) < > [ ] { } / %
  return !(
    byte === 0x28 ||
    byte === 0x29 ||
    byte === 0x3c ||
    byte === 0x3e ||
    byte === 0x5b ||
    byte === 0x5d ||
    byte === 0x7b ||
    byte === 0x7d ||
    byte === 0x2f ||
    byte === 0x25
  );
}

function skipSpace(cursor: Cursor, bytes: Uint8Array): void {
  for (;;) {
    const byte = bytes[cursor.position];
    if (isSpace(byte)) cursor.position += 1;
    else if (byte === 0x25) skipComment(cursor, bytes);
    else return;
  }
}

function skipComment(cursor: Cursor, bytes: Uint8Array): void {
  for (;;) {
    const byte = bytes[cursor.position];
    if (byte === undefined || byte === 0x0a || byte === 0x0d) return;
    cursor.position += 1;
  }
}

function readWord(cursor: Cursor, bytes: Uint8Array): string {
  const start = cursor.position;
  let word = '';
  while (isRegular(bytes[cursor.position])) {
    word += String.fromCharCode(bytes[cursor.position] ?? 0);
    cursor.position += 1;
  }
  // A stray delimiter would otherwise be read for ever.
  if (cursor.position === start) {
    word = String.fromCharCode(bytes[start] ?? 0);
    cursor.position += 1;
  }
  return word;
}

function readName(cursor: Cursor, bytes: Uint8Array): string {
  cursor.position += 1;
  if (!isRegular(bytes[cursor.position])) return '';
  return readWord(cursor, bytes).replace(/#([0-9a-f]{2})/giu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function readNumberOrWord(cursor: Cursor, bytes: Uint8Array): PdfValue {
  const word = readWord(cursor, bytes);
  if (/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/u.test(word)) {
    if (/^\d+$/u.test(word) && skipReferenceEnd(cursor, bytes))
      return { type: 'reference', number: Number(word) };
    return { type: 'number', value: Number(word) };
  }
  if (word === 'true' || word === 'false') return { type: 'boolean', value: word === 'true' };
  return word === 'null' ? { type: 'null' } : { type: 'operator', value: word };
}

/** Steps over " 0 R" where it follows. */
function skipReferenceEnd(cursor: Cursor, bytes: Uint8Array): boolean {
  let at = cursor.position;
  if (!isSpace(bytes[at])) return false;
  while (isSpace(bytes[at])) at += 1;
  const digits = at;
  for (let byte = bytes[at]; byte !== undefined && byte >= 0x30 && byte <= 0x39; byte = bytes[at]) at += 1;
  if (at === digits || !isSpace(bytes[at])) return false;
  while (isSpace(bytes[at])) at += 1;
  if (bytes[at] !== 0x52 || isRegular(bytes[at + 1])) return false;
  cursor.position = at + 1;
  return true;
}

function readHexString(cursor: Cursor, bytes: Uint8Array): Uint8Array {
  const digits: number[] = [];
  for (;;) {
    cursor.position += 1;
    const byte = bytes[cursor.position];
    if (byte === undefined) throw new InternalError('">" is missing', { stage: 'readback' });
    if (byte === 0x3e) break;
    const digit = hexDigit(byte);
    if (digit !== undefined) digits.push(digit);
  }
  cursor.position += 1;
  const result = new Uint8Array(Math.ceil(digits.length / 2));
  for (let index = 0; index < result.length; index += 1)
    result[index] = (digits[index * 2] ?? 0) * 16 + (digits[index * 2 + 1] ?? 0);
  return result;
}

function hexDigit(byte: number): number | undefined {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : undefined;
}

const escapes: ReadonlyMap<number, number> = new Map([
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
  [0x62, 0x08],
  [0x66, 0x0c],
]);

function readLiteralString(cursor: Cursor, bytes: Uint8Array): Uint8Array {
  const result: number[] = [];
  let open = 1;
  for (;;) {
    cursor.position += 1;
    const byte = bytes[cursor.position];
    if (byte === undefined) throw new InternalError('")" is missing', { stage: 'readback' });
    if (byte === 0x5c) {
      readEscape(cursor, bytes, result);
      continue;
    }
    if (byte === 0x28) open += 1;
    if (byte === 0x29) open -= 1;
    if (open === 0) break;
    result.push(byte);
  }
  cursor.position += 1;
  return Uint8Array.from(result);
}

/** `cursor` stands on the backslash; afterwards on the last byte of the escape. */
function readEscape(cursor: Cursor, bytes: Uint8Array, result: number[]): void {
  cursor.position += 1;
  const byte = bytes[cursor.position] ?? 0;
  if (byte === 0x0d) {
    if (bytes[cursor.position + 1] === 0x0a) cursor.position += 1;
    return;
  }
  if (byte === 0x0a) return;
  if (byte < 0x30 || byte > 0x37) {
    result.push(escapes.get(byte) ?? byte);
    return;
  }
  let code = byte - 0x30;
  for (let count = 0; count < 2; count += 1) {
    const digit = bytes[cursor.position + 1] ?? 0;
    if (digit < 0x30 || digit > 0x37) break;
    code = code * 8 + digit - 0x30;
    cursor.position += 1;
  }
  result.push(code & 0xff);
}
