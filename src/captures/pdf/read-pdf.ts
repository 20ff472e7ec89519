import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js';
import { CaptureFlaw } from '../unpack.ts';
import { pdfReader } from './load-pdfjs.ts';

/** A piece of text where it stands on its page, in points from the left and from the bottom. */
export interface PdfPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** What a PDF says as text. */
export interface PdfText {
  /** As its metadata say. */
  readonly title?: string;
  readonly lang?: string;
  /** The pieces of each page, in the order in which the file draws them. */
  readonly pages: readonly (readonly PdfPiece[])[];
  /** What stands in its metadata, its notes and the fields of its forms. */
  readonly asides: readonly string[];
}

/** Longer books are no captures of a page, and take minutes to read. */
const mostPages = 2000;
const mostPieces = 1_000_000;
const mostCharacters = 10_000_000;

/** Whether bytes are a PDF: its sign stands among the first thousand (ISO 32000-2 §7.5.2, as readers take it). */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
}

/**
 * Reads the text of a PDF.
 *
 * @throws CaptureFlaw where the package for it is missing, it is encrypted, damaged or too long, or has no text.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfText> {
  const open = await pdfReader();
  if (open === undefined)
    throw new CaptureFlaw('It is a PDF, for which a package is missing: npm install pdfjs-dist@5.6');
  let document: PDFDocumentProxy | undefined;
  try {
    document = await open(bytes);
    return await readDocument(document);
  } catch (error) {
    if (error instanceof CaptureFlaw) throw error;
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw new CaptureFlaw(isLocked ? 'The PDF is encrypted' : 'The PDF is damaged', { cause: error });
  } finally {
    await document?.loadingTask.destroy();
  }
}

async function readDocument(document: PDFDocumentProxy): Promise<PdfText> {
  if (document.numPages > mostPages)
    throw new CaptureFlaw(`The PDF has ${document.numPages} pages, more than ${mostPages}`);
  const pages: PdfPiece[][] = [];
  const asides: string[] = [];
  let left = { pieces: mostPieces, characters: mostCharacters };
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const pieces = await piecesOf(page);
    const characters = pieces.reduce((sum, { text }) => sum + text.length, 0);
    left = { pieces: left.pieces - pieces.length, characters: left.characters - characters };
    if (left.pieces < 0 || left.characters < 0) throw new CaptureFlaw('The PDF has too much text to be read');
    pages.push(pieces);
    for (const text of await notesOf(page)) asides.push(text);
    page.cleanup();
  }
  if (!pages.some((pieces) => pieces.some(({ text }) => /[\p{L}\p{N}]/u.test(text))))
    throw new CaptureFlaw('The PDF has no text: it shows pictures of pages');
  const { title, lang, words } = await metadataOf(document);
  return {
    ...(title !== undefined && { title }),
    ...(lang !== undefined && { lang }),
    pages,
    asides: [...words, ...asides],
  };
}

async function piecesOf(page: PDFPageProxy): Promise<PdfPiece[]> {
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item) || item.str === '') return [];
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform.map(Number);
    return [{ text: item.str, x, y, width: item.width, size: Math.hypot(a, b) || item.height }];
  });
}

async function notesOf(page: PDFPageProxy): Promise<readonly string[]> {
  const notes: unknown = await page.getAnnotations();
  return stringsIn(notes);
}

async function metadataOf(document: PDFDocumentProxy): Promise<{
  readonly title: string | undefined;
  readonly lang: string | undefined;
  readonly words: readonly string[];
}> {
  const { info, metadata } = await document.getMetadata();
  const text = (name: string): string | undefined => {
    const value: unknown = Reflect.get(info, name);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const words = [...stringsIn(info), ...stringsIn(metadata ? Object.fromEntries(metadata) : {})];
  return { title: text('Title'), lang: text('Language'), words };
}

/** All texts in data, however deep. */
function stringsIn(data: unknown): readonly string[] {
  const found: string[] = [];
  const waiting: unknown[] = [data];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value === 'string') found.push(value);
    else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value))
      for (const each of Object.values(value)) if (each !== undefined && each !== null) waiting.push(each);
  }
  return found;
}
