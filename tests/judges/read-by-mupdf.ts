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
