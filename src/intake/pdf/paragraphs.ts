import type { PdfLine } from './lines.ts';

/** Lines that belong together. */
export interface PdfBlock {
  readonly lines: readonly string[];
  readonly size: number;
}

/** The blocks of all pages: lines of one size under each other, also over the end of a column or a page. */
export function blocksOf(pages: readonly (readonly PdfLine[])[]): readonly PdfBlock[] {
  const leading = usualLeading(pages);
  const blocks: { lines: string[]; size: number }[] = [];
  let last: PdfLine | undefined;
  for (const lines of pages) {
    for (const [index, line] of lines.entries()) {
      const block = blocks.at(-1);
      if (block && last && belongs(last, line, { leading, isNextPage: index === 0 }))
        block.lines.push(line.text);
      else blocks.push({ lines: [line.text], size: line.size });
      last = line;
    }
  }
  return blocks;
}

function belongs(
  last: PdfLine,
  line: PdfLine,
  { leading, isNextPage }: { readonly leading: number; readonly isNextPage: boolean },
): boolean {
  if (Math.abs(last.size - line.size) > 0.08 * last.size || startsItem(line.text)) return false;
  const down = last.y - line.y;
  if (isNextPage || down < 0)
    return !/[.!?:…]["'”’)\]]*$/u.test(last.text) && /^[\p{Ll}\d(]/u.test(line.text);
  const isIndented = line.x - last.x > 0.9 * line.size && line.x - last.x < 4 * line.size;
  const isFull = /[.!?:…]["'”’)\]]*$/u.test(last.text);
  return down <= 1.3 * leading * line.size && !(isIndented && isFull);
}

function startsItem(text: string): boolean {
  return /^(?:[•‣▪◦●○∙·–—*-]|\(?(?:\d{1,3}|[a-z])[.)])\s/u.test(text);
}

/** How far lines stand apart that follow each other, as a share of their size: what most of them have. */
function usualLeading(pages: readonly (readonly PdfLine[])[]): number {
  const counts = new Map<number, number>();
  for (const lines of pages) {
    for (const [index, line] of lines.entries()) {
      const before = lines[index - 1];
      const down = before && Math.abs(before.size - line.size) < 0.5 ? (before.y - line.y) / line.size : 0;
      if (down < 0.8 || down > 3) continue;
      const step = Math.round(down * 20) / 20;
      counts.set(step, (counts.get(step) ?? 0) + 1);
    }
  }
  const [first] = [...counts].toSorted(([one, few], [other, many]) => many - few || one - other);
  return first?.[0] ?? 1.2;
}
