import type { Document } from '../../../document/document.ts';
import { inlineText } from '../../../document/plain-text.ts';
import { fillString } from '../../../document/strings.ts';
import { walk } from '../../../document/walk.ts';
import type { BlockStyle, LayoutContext } from '../context.ts';
import type { FlowRun } from '../flow-mark.ts';
import {
  atEnd,
  furnitureStyle,
  roomBeside,
  runningLine,
  shortened,
  shortenedLine,
  type FurnitureLine,
} from './furniture-lines.ts';

/** What stands on every page outside the text: all artifacts. */
export interface Header {
  readonly marks: readonly FlowRun[];
  /** Where the text may begin below it, points from the top of the page; 0 without a header. */
  readonly bottomPt: number;
}

/**
 * The running header of an archived post: its label verbatim and its release date, and the agency at the end of the line. A
 * line that is too short for all shortens the agency first, then the label.
 */
export function layoutHeader(document: Document, body: BlockStyle, context: LayoutContext): Header {
  const { archived, agency = '' } = document.metadata;
  if (!archived) return { marks: [], bottomPt: 0 };
  const style = furnitureStyle(body, context);
  const start = shortenedLine(archivedWords(document, style, context), style, context);
  const room = roomBeside(start, style, context);
  const words = shortened(agency, room, context);
  return headerOf([start, shortenedLine(words, atEnd(style), context)], style, context);
}

/** The label of an archived post and its release date, at most as long as a line. */
export function archivedWords(document: Document, style: BlockStyle, context: LayoutContext): string {
  const label = document.metadata.archived?.label ?? '';
  const date = releaseDate(document);
  if (date === '') return shortened(label, style, context);
  const dated = `${middot}${date}`;
  const room = roomBeside(shortenedLine(dated, style, context), style, context);
  const own = shortened(label, room, context);
  return shortened(own === '' ? date : `${own}${dated}`, style, context);
}

/** Between words of a header. */
const middot = '  ·  ';

/** A header of one line. */
export function headerOf(lines: readonly FurnitureLine[], style: BlockStyle, context: LayoutContext): Header {
  const { headerPt, headerGapLeadings } = context.theme.metrics.furniture;
  return {
    marks: runningLine(lines, headerPt),
    bottomPt: headerPt + style.size.leadingPt * headerGapLeadings,
  };
}

/** The footer: the title, shortened where it is longer than the line, and the number of the page among all. */
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
  const words = fillString(context.strings, 'pageOf', { page: String(at.page), pages: String(at.pages) });
  const number = shortenedLine(words, atEnd(style), context);
  const title = shortenedLine(document.metadata.title, roomBeside(number, style, context), context);
  return runningLine([title, number], at.heightPt - context.theme.metrics.furniture.footerPt);
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
