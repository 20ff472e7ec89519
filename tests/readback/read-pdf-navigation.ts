import { listPages, numberPages } from '../../src/readback/list-pages.ts';
import { openPdf, type PdfFile } from '../../src/readback/open-pdf.ts';
import { nameOf, numberOf, decodedText, type PdfValue } from '../../src/readback/pdf-value.ts';
import {
  readDestination,
  readOutline,
  type NumberedPages,
  type PdfBookmark,
} from '../../src/readback/read-outline.ts';

/** A link annotation. Pages count from 1. */
export interface PdfLink {
  readonly page: number;
  /** The accessible name. */
  readonly contents: string;
  /** Where a link within the file leads; absent where it leads nowhere, or out of the file. */
  readonly targetPage?: number;
  /** How far above the foot of the page the target lies, points. */
  readonly targetTop?: number;
  readonly url?: string;
}

/** How a reader finds its way in a file. */
export interface PdfNavigation {
  /** Of every page, in order (ISO 32000-1 §12.4.2). */
  readonly pageLabels: readonly string[];
  readonly links: readonly PdfLink[];
  readonly bookmarks: readonly PdfBookmark[];
}

/**
 * Reads page labels, links and bookmarks of a finished PDF.
 *
 * @throws InternalError for a file that it cannot read.
 */
export function readPdfNavigation(bytes: Uint8Array): PdfNavigation {
  const file = openPdf(bytes);
  const catalog = file.entries(file.trailer.get('Root'));
  const pages = listPages(file, catalog?.get('Pages'));
  const known: NumberedPages = { file, numbers: numberPages(file, pages) };
  return {
    pageLabels: readLabels(file, catalog?.get('PageLabels'), pages.length),
    links: pages.flatMap((page, index) => readLinks(known, page, index + 1)),
    bookmarks: readOutline(known),
  };
}

/** Without a label a page is called by its place. Of the styles, decimal and lower-case roman are read. */
function readLabels(file: PdfFile, tree: PdfValue | undefined, count: number): readonly string[] {
  const nums = file.items(file.entries(tree)?.get('Nums')) ?? [];
  const ranges = new Map<number, ReadonlyMap<string, PdfValue> | undefined>();
  for (let index = 0; index + 1 < nums.length; index += 2)
    ranges.set(numberOf(file.resolve(nums[index])) ?? 0, file.entries(nums[index + 1]));
  let style: string | undefined = 'D';
  let prefix = '';
  let value = 0;
  return Array.from({ length: count }, (_, page) => {
    value += 1;
    const range = ranges.get(page);
    if (range) {
      style = nameOf(file.resolve(range.get('S')));
      prefix = decodedText(file.resolve(range.get('P'))) ?? '';
      value = numberOf(file.resolve(range.get('St'))) ?? 1;
    }
    return prefix + (style === 'r' ? roman(value) : style === 'D' ? String(value) : '');
  });
}

function roman(value: number): string {
  const tens = ['', 'x', 'xx', 'xxx', 'xl', 'l', 'lx', 'lxx', 'lxxx', 'xc'];
  const ones = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];
  const hundreds = 'c'.repeat(Math.floor(value / 100));
  return hundreds + (tens[Math.floor((value % 100) / 10)] ?? '') + (ones[value % 10] ?? '');
}

function readLinks(pages: NumberedPages, page: PdfValue, number: number): readonly PdfLink[] {
  const { file } = pages;
  const annotations = file.items(file.entries(page)?.get('Annots')) ?? [];
  return annotations.flatMap((annotation) => {
    const entries = file.entries(annotation);
    if (!entries || nameOf(file.resolve(entries.get('Subtype'))) !== 'Link') return [];
    const action = file.entries(entries.get('A'));
    const url = decodedText(file.resolve(action?.get('URI')));
    const contents = decodedText(file.resolve(entries.get('Contents'))) ?? '';
    const target = readDestination(pages, action?.get('D') ?? entries.get('Dest'));
    return [{ page: number, contents, ...target, ...(url !== undefined && { url }) }];
  });
}
