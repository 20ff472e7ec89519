import { largest } from '../../../lists/extremes.ts';
import { clustersOf } from '../../../text/clusters.ts';
import { widthOfRuns } from '../../../text/width-of-runs.ts';
import type { BlockStyle, LayoutContext } from '../context.ts';
import type { FlowRun } from '../flow-mark.ts';
import { layoutLines } from '../inline/layout-lines.ts';

/** One line of words outside the text; its marks begin at the top of the line. */
export type FurnitureLine = readonly FlowRun[];

/** Words on as many lines as they need. */
export function linesOf(words: string, style: BlockStyle, context: LayoutContext): readonly FurnitureLine[] {
  if (words === '') return [];
  const { bold, italic, lang, size } = style;
  const glyphs = { role: 'text' as const, bold, italic, lang, sizePt: size.sizePt };
  const tag = { slot: null, colour: style.colour, risePt: 0, underline: false, strike: false };
  const units = layoutLines([{ kind: 'text', text: words, style: glyphs, tag }], style, context);
  return units.map((unit) => unit.marks.filter((mark) => mark.type === 'run'));
}

/** A line with its baseline where it belongs on the page. */
export function placed(line: FurnitureLine, y: number): readonly FlowRun[] {
  return line.map((mark) => ({ ...mark, y }));
}

/** Of lines that all begin, or all end, at one side: the width of the widest. */
export function widthOf(lines: readonly FurnitureLine[]): number {
  return Math.max(0, largest(lines.map(lineWidth)));
}

/** The width of one line, points. */
export function lineWidth(line: FurnitureLine): number {
  return line.reduce((sum, mark) => {
    return sum + widthOfRuns(mark.runs, mark.sizePt);
  }, 0);
}

/** The text on at most so many lines, with an ellipsis where it is longer. */
export function shortenedLines(
  words: string,
  { style, lines }: { readonly style: BlockStyle; readonly lines: number },
  context: LayoutContext,
): readonly FurnitureLine[] {
  const whole = linesOf(words, style, context);
  if (whole.length <= lines) return whole;
  const clusters = clustersOf(words);
  const upTo = (count: number): readonly FurnitureLine[] =>
    linesOf(`${clusters.slice(0, count).join('').trimEnd()}…`, style, context);
  let low = 0;
  let high = clusters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (upTo(middle).length <= lines) low = middle;
    else high = middle - 1;
  }
  return upTo(low);
}

/** The type of what stands outside the text. */
export function furnitureStyle(body: BlockStyle, { theme }: LayoutContext): BlockStyle {
  return { ...body, size: theme.type.furniture, colour: theme.colours.soft };
}
