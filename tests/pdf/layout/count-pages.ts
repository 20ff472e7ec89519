import type { DisplayList, Page, RunMark } from '../../../src/pdf/layout/display-list.ts';
import type { StructElem } from '../../../src/pdf/structure/struct-elem.ts';
import { theme } from './lay-out-post.ts';

/** What a designer would not print, counted in the pages of one document. */
export interface PageCounts {
  readonly pages: number;
  /** Headings of several lines, and those of them whose last line is one word. */
  readonly longHeadings: number;
  readonly loneWords: readonly string[];
  /** Whether the last of several pages has fewer than three lines. */
  readonly shortEnds: number;
  /** Pages before the last, and those of them that are empty by more than a quarter, by number. */
  readonly interior: number;
  readonly hollow: readonly number[];
  /** Words of cells that are broken between two letters. */
  readonly brokenWords: readonly string[];
  /** Pages whose header or footer has more than one line. */
  readonly highFurniture: number;
  /** Pages with ink beside the paper. */
  readonly outside: number;
}

/** A line of text, or another thing that fills the page, from the top of the page. */
interface Extent {
  readonly top: number;
  readonly bottom: number;
  readonly isPicture: boolean;
  readonly isText: boolean;
}

/** Lines nearer to each other are one: words stand a little higher or lower in a line. */
const sameLine = 0.55;

/** Counts over the pages of a document whose tags these are. */
export function countPages({ pages, widthPt, heightPt }: DisplayList, root: StructElem): PageCounts {
  const bottom = heightPt - theme.marginsPt.bottom;
  const extents = pages.map(extentsOf);
  const headings = runsIn(pages, root, /^H[1-6]?$/u).map(linesOf);
  const long = headings.filter((lines) => lines.length > 1);
  return {
    pages: pages.length,
    longHeadings: long.length,
    loneWords: long.filter((lines) => isOneWord(lines.at(-1))).map((lines) => lines.join('|')),
    shortEnds: pages.length > 1 && lineCount(extents.at(-1) ?? []) < 3 ? 1 : 0,
    interior: pages.length - 1,
    hollow: extents.flatMap((own, index) => {
      const next = extents[index + 1];
      return next && isHollow(own, { next, bottom }) ? [index + 1] : [];
    }),
    brokenWords: runsIn(pages, root, /^T[HD]$/u).flatMap(brokenWords),
    highFurniture: pages.filter((page) => linesHigh(page.header) > 1 || linesHigh(page.footer) > 1).length,
    outside: pages.filter((page) => hasInkOutside(page, page.turned ? heightPt : widthPt)).length,
  };
}

/** Whether something that is drawn begins or ends beside a page of that width. */
function hasInkOutside({ placed, header, footer }: Page, widthPt: number): boolean {
  return [...placed.flatMap(({ marks }) => marks), ...header, ...footer].some((mark) => {
    if (mark.type === 'run') return mark.x < 0 || mark.x > widthPt;
    return (mark.type === 'rect' || mark.type === 'image') && (mark.x < 0 || mark.x + mark.widthPt > widthPt);
  });
}

function isOneWord(line: string | undefined): boolean {
  return line !== undefined && !/\s/u.test(line.trim());
}

interface BodyRun {
  readonly run: RunMark;
  readonly page: Page;
  readonly y: number;
}

/** The text of each element of a role, in the order of the pages, without what is repeated. */
function runsIn(pages: readonly Page[], root: StructElem, role: RegExp): readonly (readonly BodyRun[])[] {
  const outer = new Map<StructElem, BodyRun[]>();
  const open: { readonly elem: StructElem; readonly within?: BodyRun[] }[] = [{ elem: root }];
  for (let entry = open.pop(); entry; entry = open.pop()) {
    const within = role.test(entry.elem.role) ? [] : entry.within;
    if (within) outer.set(entry.elem, within);
    for (const kid of entry.elem.kids)
      if (kid.kind === 'elem') open.push({ elem: kid, ...(within && { within }) });
  }
  for (const body of pages.flatMap(bodyRuns)) if (body.run.slot) outer.get(body.run.slot.elem)?.push(body);
  return [...new Set(outer.values())];
}

function isNextLine(before: BodyRun | undefined, { run, page, y }: BodyRun): boolean {
  return before?.page !== page || Math.abs(before.y - y) >= run.sizePt * sameLine;
}

/** The words of an element line by line. */
function linesOf(runs: readonly BodyRun[]): readonly string[] {
  const lines: string[] = [];
  let first: BodyRun | undefined;
  for (const body of runs) {
    if (isNextLine(first, body)) {
      lines.push(wordsOf(body.run));
      first = body;
    } else lines.push((lines.pop() ?? '') + wordsOf(body.run));
  }
  return lines;
}

/** Words that go on in the next line, of one text, without a sign between. */
function brokenWords(runs: readonly BodyRun[]): readonly string[] {
  return runs.slice(1).flatMap((body, index) => {
    const before = runs[index];
    if (!before || before.run.slot !== body.run.slot || !isNextLine(before, body)) return [];
    const words = [wordsOf(before.run), wordsOf(body.run)];
    return /[\p{L}\p{N}]\u00AD?$/u.test(words[0] ?? '') && /^[\p{L}\p{N}]/u.test(words[1] ?? '')
      ? [words.join('|')]
      : [];
  });
}

function wordsOf(run: RunMark): string {
  return run.runs.map(({ text, actualText = text }) => actualText).join('');
}

function bodyRuns(page: Page): readonly BodyRun[] {
  return page.placed
    .filter(({ repeated }) => !repeated)
    .flatMap(({ top, marks }) =>
      marks.flatMap((mark) => (mark.type === 'run' ? [{ run: mark, page, y: top + mark.y }] : [])),
    );
}

function linesHigh(runs: readonly RunMark[]): number {
  return new Set(runs.map(({ y }) => Math.round(y))).size;
}

function extentsOf({ placed }: Page): readonly Extent[] {
  return placed
    .flatMap(({ top, marks, repeated = false }) =>
      marks.flatMap((mark): Extent[] => {
        const isText = mark.type === 'run' && !repeated;
        if (mark.type === 'run')
          return [
            {
              top: top + mark.y - mark.sizePt,
              bottom: top + mark.y + mark.sizePt * 0.4,
              isPicture: false,
              isText,
            },
          ];
        if (mark.type !== 'image') return [];
        return [{ top: top + mark.y, bottom: top + mark.y + mark.heightPt, isPicture: true, isText }];
      }),
    )
    .toSorted((a, b) => a.top - b.top);
}

/** How many lines a page has, its pictures by the lines that they take. */
function lineCount(extents: readonly Extent[]): number {
  const { leadingPt } = theme.type.body;
  let count = 0;
  let reached = -Infinity;
  for (const { top, bottom, isPicture, isText } of extents) {
    if (isPicture) count += (bottom - top) / leadingPt;
    if (!isText || top < reached) continue;
    count += 1;
    reached = top + (bottom - top) * sameLine;
  }
  return count;
}

/** Whether a quarter of a page is empty in one piece, and no picture that begins the next page would have needed more than that. */
function isHollow(
  extents: readonly Extent[],
  { next, bottom }: { readonly next: readonly Extent[]; readonly bottom: number },
): boolean {
  const top = theme.marginsPt.top;
  let reached = top;
  let hole = 0;
  for (const extent of [...extents, { top: bottom, bottom }]) {
    hole = Math.max(hole, extent.top - reached);
    reached = Math.max(reached, extent.bottom);
  }
  if (hole <= (bottom - top) / 4) return false;
  const picture = next.find(({ isPicture }) => isPicture);
  return !(picture && picture.top - top < hole && picture.bottom - top > hole);
}
