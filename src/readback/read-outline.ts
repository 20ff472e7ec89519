import type { PdfFile } from './open-pdf.ts';
import { decodedText, numberOf, type PdfValue } from './pdf-value.ts';

/** A file, and the number of each of its pages. */
export interface NumberedPages {
  readonly file: PdfFile;
  readonly numbers: ReadonlyMap<ReadonlyMap<string, PdfValue>, number>;
}

/** A bookmark. Pages count from 1. */
export interface PdfBookmark {
  readonly title: string;
  readonly targetPage?: number;
  /** Whether its children are shown at first. */
  readonly open: boolean;
  readonly children: readonly PdfBookmark[];
}

/** No outline of ours is as deep. */
const deepest = 32;

/** The bookmarks of a file (ISO 32000-1 §12.3.3). */
export function readOutline(pages: NumberedPages): readonly PdfBookmark[] {
  const { file } = pages;
  const catalog = file.entries(file.trailer.get('Root'));
  return readItems(pages, file.entries(catalog?.get('Outlines'))?.get('First'), 0);
}

function readItems(pages: NumberedPages, first: PdfValue | undefined, depth: number): readonly PdfBookmark[] {
  const { file } = pages;
  const bookmarks: PdfBookmark[] = [];
  const seen = new Set<ReadonlyMap<string, PdfValue>>();
  for (let item = file.entries(first); item && !seen.has(item) && depth < deepest;) {
    seen.add(item);
    const { targetPage } = readDestination(pages, item.get('Dest'));
    bookmarks.push({
      title: decodedText(file.resolve(item.get('Title'))) ?? '',
      ...(targetPage !== undefined && { targetPage }),
      open: (numberOf(file.resolve(item.get('Count'))) ?? 0) > 0,
      children: readItems(pages, item.get('First'), depth + 1),
    });
    item = file.entries(item.get('Next'));
  }
  return bookmarks;
}

/** An explicit destination, `[page /XYZ left top zoom]` (ISO 32000-1 §12.3.2.2): its page, and how far above the foot, points. */
export function readDestination(
  { file, numbers }: NumberedPages,
  value: PdfValue | undefined,
): { readonly targetPage?: number; readonly targetTop?: number } {
  const items = file.items(value) ?? [];
  const entries = file.entries(items[0]);
  const targetPage = entries && numbers.get(entries);
  if (targetPage === undefined) return {};
  const targetTop = numberOf(file.resolve(items[3]));
  return { targetPage, ...(targetTop !== undefined && { targetTop }) };
}
