import type { PdfLine } from './lines.ts';

/** The pages without what stands at their edges on many of them, and what that was. */
export interface WithoutRunning {
  readonly pages: readonly (readonly PdfLine[])[];
  /** Each line once, with how often it stood there; numbers of pages as `#`. */
  readonly running: readonly { readonly text: string; readonly count: number }[];
}

/** So many lines from the top and from the bottom may be running heads and feet. */
const edgeLines = 3;

/** Heads of chapters stand on fewer pages than those of books. */
const manyPages = 5;

const pageNumber = 'the number of the page';

/** Takes away what stands at the top or the bottom of many pages alike, but for its numbers. */
export function withoutRunningLines(pages: readonly (readonly PdfLine[])[]): WithoutRunning {
  const counts = new Map<string, number>();
  const edges = pages.map(edgesOf);
  for (const page of edges)
    for (const key of new Set([...page].map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const many = Math.max(2, Math.min(manyPages, Math.ceil(pages.length * 0.4)));
  const found = new Map<string, number>();
  const kept = pages.map((lines, index) =>
    lines.filter((line) => {
      const often = counts.get(keyOf(line)) ?? 0;
      if (!edges[index]?.has(line) || often < (keyOf(line) === pageNumber ? 2 : many)) return true;
      const shown = line.text.replace(/\d+/gu, '#');
      found.set(shown, (found.get(shown) ?? 0) + 1);
      return false;
    }),
  );
  return { pages: kept, running: [...found].map(([text, count]) => ({ text, count })) };
}

/** The lines at the top and at the bottom of a page. */
function edgesOf(lines: readonly PdfLine[]): ReadonlySet<PdfLine> {
  const byHeight = lines.toSorted((one, other) => other.y - one.y);
  return new Set([...byHeight.slice(0, edgeLines), ...byHeight.slice(-edgeLines)]);
}

/** At the same height, to some points; numbers of pages stand where they like. */
function keyOf({ text, y }: PdfLine): string {
  if (/^(?:[-–—] ?)?(?:\d{1,4}|[ivxlc]{1,7})(?: ?[-–—])?$/iu.test(text)) return pageNumber;
  return `${Math.round(y / 4)} ${text.replace(/\d+/gu, '#').toLowerCase()}`;
}
