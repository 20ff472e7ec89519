import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readByMuPdf } from './read-by-mupdf.ts';
import { readByPdfJs } from './read-by-pdfjs.ts';

/** A PDF and the text that it was made of. */
export interface Printed {
  readonly source: string;
  readonly bytes: Uint8Array;
}

/** What pdftotext adds to tell directions apart, and what no one sees. */
const unseen = /\p{Default_Ignorable_Code_Point}/gu;
/** Where lines may end without a space: in addresses, long words and at hyphens. */
const lineEnds = /[\n\f]+/gu;
/** What stands at the foot of a page, between the halves of a paragraph: title and number. */
const pageEnds = /\n+[^\n]*\s+Page \d+ of \d+\n*\f/gu;

/** The text of a PDF as pdftotext gives it. */
export function popplerText(bytes: Uint8Array, mode: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'poppler-'));
  const file = join(folder, 'post.pdf');
  writeFileSync(file, bytes);
  const text = execFileSync('pdftotext', [...mode, '-enc', 'UTF-8', file, '-'], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  rmSync(folder, { recursive: true });
  return text;
}

/** The words of a text that a search for them does not find in another: Poppler takes hyphens at the ends of lines away. */
export function lostWords(source: string, found: string): readonly string[] {
  const clean = found.replace(unseen, '');
  const words = new Set(wordsOf(clean));
  const joined = clean.replace(pageEnds, '\n').replace(lineEnds, '');
  return [...new Set(wordsOf(source.replace(unseen, '')))].filter(
    (word) => !words.has(word) && !joined.includes(word),
  );
}

/** The words of a text: what a reader may search for. */
export function wordsOf(text: string): readonly string[] {
  // Poppler turns marks of one letter around where they read from the right: the same text (UAX 15).
  // It parts words of two directions, as an article before a Latin name is.
  return (
    text
      .normalize('NFC')
      .match(
        /(?:(?=[\p{L}\p{M}])[\p{sc=Arabic}\p{sc=Hebrew}\p{M}])+|(?:(?!(?=\p{L})[\p{sc=Arabic}\p{sc=Hebrew}])[\p{L}\p{M}\p{N}])+/gu,
      ) ?? []
  );
}

/** Marks of letters that read from the right. */
const marksFromTheRight = /(?=\p{M})[\p{scx=Arabic}\p{scx=Hebrew}]/gu;
const digitsFromTheRight = /[\u0660-\u0669\u066B\u066C]+/gu;

/** A text as pdf.js gives it: without the marks of letters that read from the right, which stand before their letters there. */
export const withoutMarksFromTheRight = (text: string): string => text.replace(marksFromTheRight, '');

/** A text as MuPDF gives it: digits of Arabic are turned around. */
export const turnDigits = (text: string): string => text.replace(digitsFromTheRight, reversed);

const reversed = (text: string): string => Array.from(text).toReversed().join('');

/** A program that reads the text of a PDF. */
export interface Reader {
  readonly name: string;
  readonly read: (bytes: Uint8Array) => string | Promise<string>;
  /** What of a source the program does not find by its own doing. */
  readonly known?: (source: string) => string;
  /** Whether it is asked for what reads from the right. */
  readonly fromTheRight: boolean;
}

/** The programs that are asked. */
export const readers: readonly Reader[] = [
  { name: 'Poppler', read: (bytes) => popplerText(bytes, []), fromTheRight: true },
  // In the order of the content Poppler turns words that read from the right around, letter by letter.
  { name: 'Poppler (-raw)', read: (bytes) => popplerText(bytes, ['-raw']), fromTheRight: false },
  {
    // pdf.js takes letters for drawn from the left, and turns each stretch that it takes for Arabic or Hebrew around. Ours are drawn as
    // they are read, one jump each: each is a stretch of its own, which stands before its own marks then, and blanks get lost.
    name: 'pdf.js',
    read: readByPdfJs,
    known: withoutMarksFromTheRight,
    fromTheRight: true,
  },
  {
    // MuPDF turns the digits of Arabic around with its letters, though they are drawn and read from the left (UAX 9: AN).
    name: 'MuPDF',
    read: readByMuPdf,
    known: turnDigits,
    fromTheRight: true,
  },
];

/** Whether a text has letters that read from the right. */
export const isFromTheRight = (text: string): boolean => /[\p{sc=Arabic}\p{sc=Hebrew}]/u.test(text);

/** The words of a source that a program does not find. */
export async function notFound(
  { read, known }: Reader,
  { source, bytes }: Printed,
): Promise<readonly string[]> {
  const found = await read(bytes);
  const asKnown = known ?? ((text) => text);
  return lostWords(asKnown(source), known === undefined ? found : known(asKnown(found)));
}
