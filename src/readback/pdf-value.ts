/** A value of a PDF file (ISO 32000-1 §7.3) or an operator of a content stream. */
export type PdfValue =
  | { readonly type: 'null' }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'name'; readonly value: string }
  | { readonly type: 'string'; readonly bytes: Uint8Array }
  | PdfArray
  | PdfDictionary
  | PdfReference
  | PdfStream
  | { readonly type: 'operator'; readonly value: string };

/** An array (ISO 32000-1 §7.3.6). */
export interface PdfArray {
  readonly type: 'array';
  readonly items: readonly PdfValue[];
}

/** A dictionary (ISO 32000-1 §7.3.7). */
export interface PdfDictionary {
  readonly type: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfValue>;
}

/** A reference to an indirect object (ISO 32000-1 §7.3.10). */
export interface PdfReference {
  readonly type: 'reference';
  /** The object number; generations other than 0 are not used by the files that are read here. */
  readonly number: number;
}

/** `bytes` are as they stand in the file, still encoded. */
export interface PdfStream {
  readonly type: 'stream';
  readonly entries: ReadonlyMap<string, PdfValue>;
  readonly bytes: Uint8Array;
}

const utf16 = new TextDecoder('utf-16be');
const utf8 = new TextDecoder('utf-8');
const latin1 = new TextDecoder('latin1');

/** The characters of a text string: UTF-16BE or UTF-8 by its mark, else one byte a character (ISO 32000-1 §7.9.2.2). */
export function decodeTextString(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16.decode(bytes.subarray(2));
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return utf8.decode(bytes.subarray(3));
  return latin1.decode(bytes);
}

/** The name, or `undefined` for any other value. */
export function nameOf(value: PdfValue | undefined): string | undefined {
  return value?.type === 'name' ? value.value : undefined;
}

/** The number, or `undefined` for any other value. */
export function numberOf(value: PdfValue | undefined): number | undefined {
  return value?.type === 'number' ? value.value : undefined;
}

/** The decoded text string, or `undefined` for any other value. */
export function decodedText(value: PdfValue | undefined): string | undefined {
  return value?.type === 'string' ? decodeTextString(value.bytes) : undefined;
}
