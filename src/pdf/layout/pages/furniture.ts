import type { Document } from '../../../document/document.ts';
import { inlineText } from '../../../document/plain-text.ts';
import { fillString } from '../../../document/strings.ts';
import { walk } from '../../../document/walk.ts';
import type { BlockStyle, LayoutContext } from '../context.ts';
import type { FlowRun } from '../flow-mark.ts';
import { furnitureStyle, linesOf, placed, shortenedLines, widthOf } from './furniture-lines.ts';

/** What stands on every page outside the text: all artifacts. */
export interface Header {
  readonly marks: readonly FlowRun[];
  /** Where the text may begin below it, points from the top of the page; 0 without a header. */
  readonly bottomPt: number;
}

/**
 * The running header of an archived post: its label verbatim and its release date, never shortened, and the agency, at
 * the end of the line or, where there is no room, on a line of its own.
 */
export function layoutHeader(document: Document, body: BlockStyle, context: LayoutContext): Header {
  const { archived, agency } = document.metadata;
  const { headerPt, headerGapLeadings, raisedPt, betweenPt } = context.theme.metrics.furniture;
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
  return { marks, bottomPt: last + style.size.leadingPt * headerGapLeadings };
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
): readonly FlowRun[] {
  const style = furnitureStyle(at.style, context);
  const { footerPt, raisedPt, betweenPt, titleLines } = context.theme.metrics.furniture;
  const words = fillString(context.strings, 'pageOf', { page: String(at.page), pages: String(at.pages) });
  const number = linesOf(words, { ...style, align: 'end' }, context);
  const title = shortenedLines(
    document.metadata.title,
    { style: { ...style, widthPt: style.widthPt - widthOf(number) - betweenPt }, lines: titleLines },
    context,
  );
  const y = at.heightPt - footerPt - (title.length > 1 ? raisedPt : 0);
  return [
    ...title.flatMap((line, index) => placed(line, y + index * style.size.leadingPt)),
    ...number.flatMap((line) => placed(line, y)),
  ];
}

/** The release date as the title block prints it. */
export function releaseDate(document: Document): string {
  const { released, releasedAsShown } = document.metadata;
  if (released === undefined && releasedAsShown === undefined) return '';
  for (const node of walk(document.titleBlock)) {
    if (node.type === 'span' && node.kind === 'time') return inlineText(node.children);
  }
  return '';
}
