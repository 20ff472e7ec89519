import { parsePdfValues } from './parse-pdf-values.ts';
import type { PdfValue } from './pdf-value.ts';

/** What the codes of one font mean. */
export interface ToUnicode {
  /** How many bytes a code has. */
  readonly codeLength: number;
  readonly characters: ReadonlyMap<number, string>;
  /** Codes that stand for what is no character (ISO 14289-1 §7.21.7, ISO 19005-2 §6.2.11.7.2). */
  readonly faults: readonly string[];
}

const utf16 = new TextDecoder('utf-16be');

/** The characters of each code of a ToUnicode CMap (ISO 32000-1 §9.10.3). */
export function readToUnicode(bytes: Uint8Array): ToUnicode {
  const parser = parsePdfValues(bytes);
  const characters = new Map<number, string>();
  let codeLength = 2;
  let operands: PdfValue[] = [];
  for (let value = parser.next(); value !== undefined; value = parser.next()) {
    if (value.type !== 'operator') {
      operands.push(value);
      continue;
    }
    if (value.value === 'endcodespacerange') codeLength = stringBytes(operands[0])?.length ?? codeLength;
    if (value.value === 'endbfchar') addPairs(operands, characters);
    if (value.value === 'endbfrange') addRanges(operands, characters);
    operands = [];
  }
  return { codeLength, characters, faults: faultsOf(characters) };
}

/** Code 0 is the glyph for “no such character” of every font with an identical encoding: no text shows it. */
function faultsOf(characters: ReadonlyMap<number, string>): readonly string[] {
  return [...characters].flatMap(([code, text]) => {
    const character = /[\0\uFEFF\uFFFE]/u.exec(text)?.[0];
    const found =
      character === undefined ? [] : [`code ${code.toString(16)} stands for ${codePoint(character)}`];
    return code === 0 ? ['code 0 stands for a character', ...found] : found;
  });
}

function codePoint(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function stringBytes(value: PdfValue | undefined): Uint8Array | undefined {
  return value?.type === 'string' ? value.bytes : undefined;
}

/** The big-endian number that a code's bytes are. */
export function codeOf(bytes: Uint8Array): number {
  return bytes.reduce((code, byte) => code * 256 + byte, 0);
}

function addPairs(operands: readonly PdfValue[], characters: Map<number, string>): void {
  for (let index = 0; index + 1 < operands.length; index += 2) {
    const code = stringBytes(operands[index]);
    const text = stringBytes(operands[index + 1]);
    if (code && text) characters.set(codeOf(code), utf16.decode(text));
  }
}

function addRanges(operands: readonly PdfValue[], characters: Map<number, string>): void {
  for (let index = 0; index + 2 < operands.length; index += 3) {
    const first = stringBytes(operands[index]);
    const last = stringBytes(operands[index + 1]);
    const target = operands[index + 2];
    if (!first || !last || !target) continue;
    const start = codeOf(first);
    const count = Math.min(codeOf(last) - start + 1, 0x10000);
    if (target.type === 'array') {
      for (const [offset, item] of target.items.entries()) {
        const text = stringBytes(item);
        if (text && offset < count) characters.set(start + offset, utf16.decode(text));
      }
      continue;
    }
    const text = stringBytes(target);
    // Only the last byte of the target counts up (ISO 32000-1 §9.10.3).
    if (text)
      for (let offset = 0; offset < count; offset += 1) characters.set(start + offset, countUp(text, offset));
  }
}

function countUp(text: Uint8Array, offset: number): string {
  const bytes = Uint8Array.from(text);
  const last = bytes.length - 1;
  bytes[last] = (bytes[last] ?? 0) + offset;
  return utf16.decode(bytes);
}
