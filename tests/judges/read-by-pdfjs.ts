import { createRequire } from 'node:module';

/** What is used of pdfjs-dist, which is installed with the judges only. */
interface PdfJs {
  getDocument(source: { readonly data: Uint8Array }): { readonly promise: Promise<PdfJsDocument> };
}

interface PdfJsDocument {
  readonly numPages: number;
  getPage(
    number: number,
  ): Promise<{ getTextContent(options: { readonly disableNormalization: boolean }): Promise<TextContent> }>;
}

interface TextContent {
  readonly items: readonly { readonly str?: string; readonly hasEOL?: boolean }[];
}

/** The text of a PDF as pdf.js gives it to the search of a browser, each line with its end, each page with a form feed. */
export async function readByPdfJs(bytes: Uint8Array): Promise<string> {
  // The types of pdfjs-dist are not there when the sources are checked, before the judges are installed.
  const path = createRequire(import.meta.url).resolve('pdfjs-dist/legacy/build/pdf.mjs');
  const { getDocument } = (await import(path)) as PdfJs;
  const document = await getDocument({ data: Uint8Array.from(bytes) }).promise;
  let text = '';
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent({ disableNormalization: true });
    for (const { str = '', hasEOL = false } of items) text += hasEOL ? `${str}\n` : str;
    text += '\f';
  }
  return text;
}
