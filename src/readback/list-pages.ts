import type { PdfFile } from './open-pdf.ts';
import { nameOf, type PdfValue } from './pdf-value.ts';
import { unreadable } from './unreadable.ts';

/** The leaves of the page tree in order (ISO 32000-1 §7.7.3). */
export function listPages(file: PdfFile, root: PdfValue | undefined): readonly PdfValue[] {
  const pages: PdfValue[] = [];
  const seen = new Set<ReadonlyMap<string, PdfValue>>();
  const visit = (node: PdfValue): void => {
    const entries = file.entries(node);
    if (!entries || seen.has(entries)) throw unreadable('the page tree is broken');
    seen.add(entries);
    if (nameOf(entries.get('Type')) === 'Page') pages.push(node);
    else for (const kid of file.items(entries.get('Kids')) ?? []) visit(kid);
  };
  if (root) visit(root);
  return pages;
}

/** The number of each page, from 1, by its entries. */
export function numberPages(
  file: PdfFile,
  pages: readonly PdfValue[],
): ReadonlyMap<ReadonlyMap<string, PdfValue>, number> {
  const numbers = new Map<ReadonlyMap<string, PdfValue>, number>();
  for (const [index, page] of pages.entries()) {
    const entries = file.entries(page);
    if (entries) numbers.set(entries, index + 1);
  }
  return numbers;
}
