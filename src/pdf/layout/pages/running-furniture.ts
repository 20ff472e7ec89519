import type { Document } from '../../../document/document.ts';
import { fillString } from '../../../document/strings.ts';
import type { Publication } from '../../../document/publication.ts';
import type { BlockStyle, LayoutContext } from '../context.ts';
import type { FlowRun } from '../flow-mark.ts';
import { archivedWords, headerOf, type Header } from './furniture.ts';
import { atEnd, furnitureStyle, roomBeside, runningLine, shortenedLine } from './furniture-lines.ts';

/**
 * The running header of a chapter of a collection: what it is called, and at the end of the line, of an archived post, its
 * label verbatim and its release date. A line that is too short for both shortens the title first.
 */
export function layoutRunningHeader(
  title: string,
  { document, body }: { readonly document: Document; readonly body: BlockStyle },
  context: LayoutContext,
): Header {
  const style = furnitureStyle(body, context);
  const words = document.metadata.archived ? archivedWords(document, style, context) : '';
  const end = shortenedLine(words, atEnd(style), context);
  const start = shortenedLine(title, roomBeside(end, style, context), context);
  return headerOf([start, end], style, context);
}

/** The footer of a page of a collection: the title of the whole, and the label of the page. */
export function layoutRunningFooter(
  publication: Publication,
  at: { readonly label: string; readonly body: BlockStyle; readonly heightPt: number },
  context: LayoutContext,
): readonly FlowRun[] {
  const { metadata, strings } = publication;
  const style = furnitureStyle({ ...at.body, lang: metadata.lang ?? 'und' }, context);
  const words = fillString(strings, 'page', { page: at.label });
  const number = shortenedLine(words, atEnd({ ...style, lang: strings.lang }), context);
  const title = shortenedLine(metadata.title, roomBeside(number, style, context), context);
  return runningLine([title, number], at.heightPt - context.theme.metrics.furniture.footerPt);
}
