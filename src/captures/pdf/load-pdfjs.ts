import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { DocumentInitParameters, PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js';

/** Opens a PDF; what it throws is what the package throws. */
export type OpenPdf = (bytes: Uint8Array) => Promise<PDFDocumentProxy>;

let loading: Promise<OpenPdf | undefined> | undefined;

/** The reader of PDFs; `undefined` where its package, of forty megabytes, is not installed beside Tagleaf. */
export function pdfReader(): Promise<OpenPdf | undefined> {
  return (loading ??= load());
}

/** The package that stands beside Tagleaf: one of the folder of the posts is never run. */
async function load(): Promise<OpenPdf | undefined> {
  const own = createRequire(import.meta.url);
  let path: string;
  try {
    path = own.resolve('pdfjs-dist/package.json');
  } catch {
    return undefined;
  }
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const folder = (name: string): string => join(dirname(path), name) + sep;
  const options: DocumentInitParameters = {
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    // Nothing of a file is run, and nothing is fetched.
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  };
  // The package takes over the memory of what it is given.
  return (bytes) => getDocument({ ...options, data: new Uint8Array(bytes) }).promise;
}
