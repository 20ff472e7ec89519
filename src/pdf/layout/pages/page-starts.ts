import type { PageStart } from '../../../document/page-start.ts';

/** What a page says of itself before all are known. */
export interface PageMark {
  readonly label: string;
  /** Of the first text or picture on it. */
  readonly offset?: number;
}

/**
 * Where each page begins. A page without a place of its own (a cover, the contents), or one that only goes on with a note
 * whose place is before the page before it, begins where the next one does; the last ones, where the one before them does.
 */
export function pageStarts(pages: readonly PageMark[]): readonly PageStart[] {
  let reached = 0;
  const own = pages.map(({ offset }) => {
    if (offset === undefined || offset < reached) return undefined;
    reached = offset;
    return offset;
  });
  const starts: PageStart[] = [];
  let next = reached;
  for (let index = pages.length - 1; index >= 0; index -= 1) {
    next = own[index] ?? next;
    starts.push({ label: pages[index]?.label ?? '', offset: next });
  }
  return starts.toReversed();
}
