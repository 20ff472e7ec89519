import { createRequire } from 'node:module';

/** What is used of pdfjs-dist, which is installed with the judges only. */
interface PdfJs {
  getDocument(source: { readonly data: Uint8Array }): { readonly promise: Promise<PdfJsDocument> };
}

interface PdfJsDocument {
  readonly numPages: number;
  getPage(number: number): Promise<PdfJsPage>;
}

interface PdfJsPage {
  getTextContent(options: Readonly<Record<string, boolean>>): Promise<TextContent>;
  getStructTree(): Promise<StructNode | null>;
}

/** An element with its children, or a marked-content sequence by its id. */
interface StructNode {
  readonly children?: readonly StructNode[];
  readonly id?: string;
}

interface TextContent {
  readonly items: readonly {
    readonly type?: string;
    readonly id?: string | null;
    readonly str?: string;
    readonly hasEOL?: boolean;
  }[];
}

/** The text of a PDF as pdf.js gives it to the search of a browser, each line with its end, each page with a form feed. */
export async function readByPdfJs(bytes: Uint8Array): Promise<string> {
  const pages = await readPages(bytes, async (page) => {
    const { items } = await page.getTextContent({ disableNormalization: true });
    return items.map(({ str = '', hasEOL = false }) => (hasEOL ? `${str}\n` : str)).join('');
  });
  return pages.map((text) => `${text}\f`).join('');
}

/** The text of the tags of a PDF, page by page, as pdf.js gives it to a screen reader; it may have blanks too few. */
export async function readTagsByPdfJs(bytes: Uint8Array): Promise<string> {
  return (await readPages(bytes, readTags)).join('');
}

async function readTags(page: PdfJsPage): Promise<string> {
  const { items } = await page.getTextContent({ disableNormalization: true, includeMarkedContent: true });
  const texts = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const { type, id, str } of items) {
    if (type === undefined) {
      const within = open.findLast((each) => each !== undefined);
      if (within !== undefined) texts.set(within, (texts.get(within) ?? '') + (str ?? ''));
    } else if (type.startsWith('begin')) open.push(id ?? undefined);
    else open.pop();
  }
  const textOf = ({ children = [], id = '' }: StructNode): string =>
    (texts.get(id) ?? '') + children.map(textOf).join('');
  const tree = await page.getStructTree();
  return tree ? textOf(tree) : '';
}

async function readPages<T>(bytes: Uint8Array, read: (page: PdfJsPage) => Promise<T>): Promise<readonly T[]> {
  // The types of pdfjs-dist are not there when the sources are checked, before the judges are installed.
  const path = createRequire(import.meta.url).resolve('pdfjs-dist/legacy/build/pdf.mjs');
  const { getDocument } = (await import(path)) as PdfJs;
  const document = await getDocument({ data: Uint8Array.from(bytes) }).promise;
  const pages: T[] = [];
  for (let number = 1; number <= document.numPages; number += 1)
    pages.push(await read(await document.getPage(number)));
  return pages;
}
