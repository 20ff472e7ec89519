import type { Document } from '../../document/document.ts';
import { inlineText } from '../../document/plain-text.ts';
import { fillString } from '../../document/strings.ts';
import { walk } from '../../document/walk.ts';
import { clustersOf } from '../../text/clusters.ts';
import type { BlockStyle, LayoutContext } from './context.ts';
import type { RunMark } from './display-list.ts';
import { layoutLines } from './layout-lines.ts';

/** What stands on every page outside the text: all artifacts. */
export interface Header {
  readonly marks: readonly RunMark[];
  /** Where the text may begin below it, points from the top of the page; 0 without a header. */
  readonly bottomPt: number;
}

/** Baselines of a header of one line, from the top, and of such a footer, from the bottom; points. */
const headerPt = 42;
const footerPt = 40;

/** How much higher the first of several lines stands. */
const raisedPt = 8;

/** Between words at the two ends of one line. */
const betweenPt = 18;

/**
 * The running header of an archived post: its label verbatim and its release date, never shortened, and the agency, at
 * the end of the line or, where there is no room, on a line of its own.
 */
export function layoutHeader(document: Document, body: BlockStyle, context: LayoutContext): Header {
  const { archived, agency } = document.metadata;
  if (!archived) return { marks: [], bottomPt: 0 };
  const style = furnitureStyle(body, context);
  const words = [archived.label, releaseDate(document)].filter((text) => text !== '').join('  ·  ');
  const label = linesOf(words, style, context);
  const end = linesOf(agency ?? '', { ...style, align: 'end' }, context);
  const sameLine = widthOf(label) + widthOf(end) + betweenPt <= style.widthPt;
  const lines = sameLine ? [...label, ...end] : [...label, ...linesOf(agency ?? '', style, context)];
  const first = sameLine || lines.length === 1 ? headerPt : headerPt - raisedPt;
  const marks = lines.flatMap((line, index) =>
    placed(line, first + (sameLine ? 0 : index * style.size.leadingPt)),
  );
  const last = marks.at(-1)?.y ?? headerPt;
  return { marks, bottomPt: last + style.size.leadingPt * 1.5 };
}

/** The footer: the title, on two lines at most, and the number of the page among all. */
export function layoutFooter(
  document: Document,
  at: {
    readonly page: number;
    readonly pages: number;
    readonly style: BlockStyle;
    readonly heightPt: number;
  },
  context: LayoutContext,
): readonly RunMark[] {
  const style = furnitureStyle(at.style, context);
  const words = fillString(context.strings, 'pageOf', { page: String(at.page), pages: String(at.pages) });
  const number = linesOf(words, { ...style, align: 'end' }, context);
  const title = shortened(
    document.metadata.title,
    { ...style, widthPt: style.widthPt - widthOf(number) - betweenPt },
    context,
  );
  const y = at.heightPt - footerPt - (title.length > 1 ? raisedPt : 0);
  return [
    ...title.flatMap((line, index) => placed(line, y + index * style.size.leadingPt)),
    ...number.flatMap((line) => placed(line, y)),
  ];
}

function furnitureStyle(body: BlockStyle, { theme }: LayoutContext): BlockStyle {
  return { ...body, size: theme.type.furniture, colour: theme.colours.soft };
}

/** The release date as the title block prints it. */
function releaseDate(document: Document): string {
  const { released, releasedAsShown } = document.metadata;
  if (released === undefined && releasedAsShown === undefined) return '';
  for (const node of walk(document.titleBlock)) {
    if (node.type === 'span' && node.kind === 'time') return inlineText(node.children);
  }
  return '';
}

type FurnitureLine = readonly RunMark[];

function linesOf(words: string, style: BlockStyle, context: LayoutContext): readonly FurnitureLine[] {
  if (words === '') return [];
  const { bold, italic, lang, size } = style;
  const glyphs = { role: 'text' as const, bold, italic, lang, sizePt: size.sizePt };
  const tag = { slot: null, colour: style.colour, risePt: 0, underline: false, strike: false };
  const units = layoutLines([{ kind: 'text', text: words, style: glyphs, tag }], style, context);
  return units.map((unit) => unit.marks.filter((mark) => mark.type === 'run'));
}

function placed(line: FurnitureLine, y: number): readonly RunMark[] {
  return line.map((mark) => ({ ...mark, y }));
}

/** Of lines that all begin, or all end, at one side: the width of the widest. */
function widthOf(lines: readonly FurnitureLine[]): number {
  return Math.max(0, ...lines.map(lineWidth));
}

function lineWidth(line: FurnitureLine): number {
  return line.reduce((sum, mark) => {
    const thousandths = mark.runs.reduce((width, run) => width + run.width, 0);
    return sum + (thousandths * mark.sizePt) / 1000;
  }, 0);
}

/** The text on at most two lines, with an ellipsis where it is longer. */
function shortened(words: string, style: BlockStyle, context: LayoutContext): readonly FurnitureLine[] {
  const whole = linesOf(words, style, context);
  if (whole.length <= 2) return whole;
  const clusters = clustersOf(words);
  const upTo = (count: number): readonly FurnitureLine[] =>
    linesOf(`${clusters.slice(0, count).join('').trimEnd()}…`, style, context);
  let low = 0;
  let high = clusters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (upTo(middle).length <= 2) low = middle;
    else high = middle - 1;
  }
  return upTo(low);
}
