import type { Document } from '../../../document/document.ts';
import { fillString } from '../../../document/strings.ts';
import type { Publication } from '../../../document/publication.ts';
import type { BlockStyle, LayoutContext } from '../context.ts';
import type { FlowRun } from '../flow-mark.ts';
import { archivedWords, headerOf, type Header } from './furniture.ts';
import { furnitureStyle, roomBeside, runningLine, shortened } from './furniture-lines.ts';

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
  const end = document.metadata.archived ? archivedWords(document, style, context) : '';
  const start = shortened(title, roomBeside(end, style, context), context);
  return headerOf({ start, end }, style, context);
}

/** The footer of a page of a collection: the title of the whole, and the label of the page. */
export function layoutRunningFooter(
  publication: Publication,
  at: { readonly label: string; readonly body: BlockStyle; readonly heightPt: number },
  context: LayoutContext,
): readonly FlowRun[] {
  const { metadata, strings } = publication;
  const style = furnitureStyle({ ...at.body, lang: metadata.lang ?? 'und' }, context);
  const own = { ...style, lang: strings.lang };
  const end = fillString(strings, 'page', { page: at.label });
  const start = shortened(metadata.title, roomBeside(end, style, context), context);
  const y = at.heightPt - context.theme.metrics.furniture.footerPt;
  return [
    ...runningLine({ start, end: '' }, { style, y }, context),
    ...runningLine({ start: '', end }, { style: own, y }, context),
  ];
}
