import { breakOpportunities } from '../../../text/break-opportunities.ts';
import { clustersOf } from '../../../text/clusters.ts';
import { widthOfRuns } from '../../../text/width-of-runs.ts';
import type { BlockStyle, LayoutContext } from '../context.ts';
import type { FlowRun } from '../flow-mark.ts';
import { artifactLines } from '../inline/artifact-lines.ts';

/** One line of words outside the text; its marks begin at the top of the line. */
export type FurnitureLine = readonly FlowRun[];

/** Words on as many lines as they need. */
export function linesOf(words: string, style: BlockStyle, context: LayoutContext): readonly FurnitureLine[] {
  return artifactLines(words, style, context).map(({ marks }) => marks.filter((mark) => mark.type === 'run'));
}

/** The width of one line, points. */
export function lineWidth(line: FurnitureLine): number {
  return line.reduce((sum, mark) => {
    return sum + widthOfRuns(mark.runs, mark.sizePt);
  }, 0);
}

/** Words on one line of this width, with an ellipsis behind the last that fits where they are longer; nothing where so few fit that they tell nothing. */
export function shortened(words: string, style: BlockStyle, context: LayoutContext): string {
  const fits = (text: string): boolean => linesOf(text, { ...style, align: 'start' }, context).length <= 1;
  const head = headOf(words, context);
  if (head === words && fits(words)) return words;
  const upTo = (end: number): string => `${head.slice(0, end).trimEnd()}…`;
  const longest = (ends: readonly number[]): number | undefined => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (fits(upTo(ends[middle] ?? 0))) low = middle + 1;
      else high = middle;
    }
    return ends[low - 1];
  };
  const whole = longest([...breakOpportunities(head)]);
  const end = whole ?? longest(endsOfClusters(head));
  const { leastLetters } = context.theme.metrics.furniture;
  return end === undefined || (whole !== undefined && end < leastLetters) ? '' : upTo(end);
}

/** The beginning of words that no line can hold; all of shorter ones. */
function headOf(words: string, { theme }: LayoutContext): string {
  const { mostCharacters } = theme.metrics.furniture;
  if (words.length <= mostCharacters) return words;
  return clustersOf(words.slice(0, mostCharacters + 1))
    .slice(0, -1)
    .join('');
}

/** Of a word that is wider than the line: where it can be cut. */
function endsOfClusters(words: string): readonly number[] {
  let end = 0;
  return clustersOf(words).map((cluster) => (end += cluster.length));
}

/** Words as one line of this width, shortened where they are longer. */
export function shortenedLine(words: string, style: BlockStyle, context: LayoutContext): FurnitureLine {
  if (headOf(words, context) === words) {
    const [line = [], ...more] = linesOf(words, style, context);
    if (more.length === 0) return line;
  }
  return linesOf(shortened(words, style, context), style, context)[0] ?? [];
}

/** Lines at the start of the width and at its end, with their baseline where it belongs on the page. */
export function runningLine(lines: readonly FurnitureLine[], y: number): readonly FlowRun[] {
  return lines.flatMap((line) => line.map((mark) => ({ ...mark, y })));
}

/** The style of words that end at the end of the width. */
export function atEnd(style: BlockStyle): BlockStyle {
  return { ...style, align: 'end' };
}

/** What a line leaves of the width to words at its other end, points. */
export function roomBeside(line: FurnitureLine, style: BlockStyle, context: LayoutContext): BlockStyle {
  const { betweenPt } = context.theme.metrics.furniture;
  const takenPt = lineWidth(line);
  return { ...style, widthPt: Math.max(0, style.widthPt - (takenPt > 0 ? takenPt + betweenPt : 0)) };
}

/** The type of what stands outside the text: over the whole width that wide blocks may take. */
export function furnitureStyle(body: BlockStyle, { theme }: LayoutContext): BlockStyle {
  const { start, end } = body.reach ?? { start: body.start, end: body.start + body.widthPt };
  const { furniture: size } = theme.type;
  return { ...body, start, widthPt: end - start, size, colour: theme.colours.soft };
}
