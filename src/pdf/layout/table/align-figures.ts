import type { Table, TableCell } from '../../../document/document.ts';
import { largest } from '../../../lists/extremes.ts';
import { inlineText } from '../../../document/plain-text.ts';
import { widthOfRuns } from '../../../text/width-of-runs.ts';
import type { BlockStyle, LayoutContext } from '../context.ts';
import { inlineItems } from '../inline/inline-items.ts';

/** Where a number stands among those of its column, whose points are under each other. */
export interface FigurePlace {
  /** From the start of the room that they need together, points. */
  readonly shiftPt: number;
  /** That room. */
  readonly blockPt: number;
}

/** A number, with a sign, a currency or a unit of one letter. */
const number = /^[-−–+±~<>≤≥]?\s?\p{Sc}?\s?[-−]?\d[\d.,'’%‰°*\s\p{Sc}]*$/u;

/** Letters of the longest number: longer ones are not compared by eye. */
const longest = 24;

/** What stands where there is no number. */
const noNumber = /^[-−–—]?$/u;

/** A number of a column, and its text. */
interface Figure {
  readonly cell: TableCell;
  readonly text: string;
}

/** The places of the numbers of each column that holds nothing else in its body. */
export function alignFigures(
  table: Table,
  style: BlockStyle,
  context: LayoutContext,
): ReadonlyMap<TableCell, FigurePlace> {
  const columns = table.columns.map((): Figure[] => []);
  for (const { cells } of table.body) {
    for (const cell of cells) columns[cell.column]?.push({ cell, text: figureText(cell) });
  }
  return new Map(
    columns.flatMap((cells) => {
      const figures = cells.filter(({ text }) => number.test(text));
      const others = cells.filter(({ text }) => !number.test(text));
      const isOfNumbers = figures.length > 1 && others.every(({ text }) => noNumber.test(text));
      return isOfNumbers ? placeFigures(figures, style, context) : [];
    }),
  );
}

/** The text of a cell that may be a number; what neither is one nor is empty where it cannot be one. */
function figureText({ children, header, colSpan }: TableCell): string {
  const [first, ...rest] = children;
  if (header !== undefined || colSpan > 1 || rest.length > 0) return 'words';
  if (!first) return '';
  if (first.type !== 'paragraph') return 'words';
  const text = inlineText(first.children).trim();
  return text.length <= longest ? text : 'words';
}

function placeFigures(
  figures: readonly Figure[],
  style: BlockStyle,
  context: LayoutContext,
): readonly (readonly [TableCell, FigurePlace])[] {
  const point = pointOf(
    figures.map(({ text }) => text),
    style.lang,
  );
  const forms = figures.map(({ cell, text }) => {
    const at = point === undefined ? -1 : text.lastIndexOf(point);
    return {
      cell,
      length: text.length,
      before: at >= 0 ? at : text.split('').findLastIndex((sign) => /\d/u.test(sign)) + 1,
    };
  });
  // Years, for instance: they are under each other anyway.
  const [first] = forms;
  if (forms.every(({ length, before }) => length === first?.length && before === first.before)) return [];
  const parts = forms.map(({ cell, length, before }) => ({
    cell,
    beforePt: widthOfStart(cell, before, { style, context }),
    wholePt: widthOfStart(cell, length, { style, context }),
  }));
  const mostBeforePt = largest(parts.map(({ beforePt }) => beforePt));
  const mostAfterPt = largest(parts.map(({ beforePt, wholePt }) => wholePt - beforePt));
  const blockPt = mostBeforePt + mostAfterPt;
  return parts.map(({ cell, beforePt }) => [cell, { shiftPt: mostBeforePt - beforePt, blockPt }]);
}

/** The sign before decimals: the last of two kinds; of one kind alone, what groups of three digits cannot explain. */
function pointOf(texts: readonly string[], lang: string): '.' | ',' | undefined {
  for (const text of texts) {
    const [stop, comma] = [text.lastIndexOf('.'), text.lastIndexOf(',')];
    if (stop >= 0 && comma >= 0) return stop > comma ? '.' : ',';
  }
  for (const sign of ['.', ','] as const) {
    const isDecimal = texts.some((text) => {
      const [, first, ...more] = text.split(sign);
      return first !== undefined && more.length === 0 && !/^\d{3}(?!\d)/u.test(first);
    });
    if (isDecimal) return sign;
  }
  return /^en(?:-|$)/u.test(lang) ? '.' : undefined;
}

/** The width of the first letters of the one line of a cell. */
function widthOfStart(
  { children: [paragraph], lang }: TableCell,
  letters: number,
  { style, context }: { readonly style: BlockStyle; readonly context: LayoutContext },
): number {
  if (paragraph?.type !== 'paragraph') return 0;
  const own = lang === undefined ? style : { ...style, lang };
  let [left, widthPt] = [letters, 0];
  for (const item of inlineItems(paragraph.children, own, context)) {
    if (item.kind !== 'text' || left <= 0) continue;
    const text = item.text.slice(0, left);
    left -= text.length;
    widthPt += widthOfRuns(context.shaper.shape(text, item.style), item.style.sizePt);
  }
  return widthPt;
}
