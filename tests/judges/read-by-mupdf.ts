import { createRequire } from 'node:module';

/** What is used of mupdf, which is installed with the judges only. */
interface MuPdf {
  readonly Document: {
    openDocument(bytes: Uint8Array, type: string): MuPdfDocument;
  };
}

interface MuPdfDocument {
  countPages(): number;
  loadPage(index: number): { toStructuredText(options: string): { asText(): string; asJSON(): string } };
  destroy(): void;
}

/** The text of a PDF as MuPDF gives it, each line with its end, each page with a form feed. */
export async function readByMuPdf(bytes: Uint8Array): Promise<string> {
  return (await readPages(bytes, '', (page) => `${page.asText()}\f`)).join('');
}

/** What MuPDF gives as JSON: an element with what it holds, or lines of text. */
interface StructBlock {
  readonly blocks?: readonly StructBlock[];
  readonly contents?: readonly StructBlock[];
  readonly lines?: readonly { readonly text: string }[];
}

/** The text of the tags of a PDF, page by page; MuPDF gives artifacts that it meets as parts of the element before them. */
export async function readTagsByMuPdf(bytes: Uint8Array): Promise<string> {
  const textOf = ({ blocks = [], contents = [], lines = [] }: StructBlock): string =>
    [...blocks, ...contents].map(textOf).join('') + lines.map(({ text }) => text).join('');
  const pages = await readPages(bytes, 'structured,preserve-whitespace', (page) =>
    textOf(JSON.parse(page.asJSON()) as StructBlock),
  );
  return pages.join('');
}

async function readPages<T>(
  bytes: Uint8Array,
  options: string,
  read: (page: { asText(): string; asJSON(): string }) => T,
): Promise<readonly T[]> {
  // Its types are not there when the sources are checked, before the judges are installed.
  const { Document } = (await import(createRequire(import.meta.url).resolve('mupdf'))) as MuPdf;
  const document = Document.openDocument(bytes, 'application/pdf');
  const pages = Array.from({ length: document.countPages() }, (_, index) =>
    read(document.loadPage(index).toStructuredText(options)),
  );
  document.destroy();
  return pages;
}
