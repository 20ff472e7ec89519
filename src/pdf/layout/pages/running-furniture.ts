import type { Document } from '../../../document/document.ts';
import { fillString } from '../../../document/strings.ts';
import type { Publication } from '../../../document/publication.ts';
import type { BlockStyle, LayoutContext } from '../context.ts';
import type { FlowRun } from '../flow-mark.ts';
import { releaseDate, type Header } from './furniture.ts';
import { furnitureStyle, linesOf, placed, shortenedLines, widthOf } from './furniture-lines.ts';

/**
 * The running header of a chapter of a collection: what it is called, on one line. Below it, of an archived post, its label
 * verbatim and its release date, never shortened.
 */
export function layoutRunningHeader(
  title: string,
  { document, body }: { readonly document: Document; readonly body: BlockStyle },
  context: LayoutContext,
): Header {
  const style = furnitureStyle(body, context);
  const { headerPt, headerGapLeadings, raisedPt } = context.theme.metrics.furniture;
  const { archived } = document.metadata;
  const label = archived ? [archived.label, releaseDate(document)].filter((text) => text !== '') : [];
  const lines = [
    ...shortenedLines(title, { style, lines: 1 }, context),
    ...linesOf(label.join('  ·  '), style, context),
  ];
  const first = lines.length > 1 ? headerPt - raisedPt : headerPt;
  const marks = lines.flatMap((line, index) => placed(line, first + index * style.size.leadingPt));
  const last = marks.at(-1)?.y ?? headerPt;
  return { marks, bottomPt: last + style.size.leadingPt * headerGapLeadings };
}

/** The footer of a page of a collection: the title of the whole, on one line, and the label of the page. */
export function layoutRunningFooter(
  publication: Publication,
  at: { readonly label: string; readonly body: BlockStyle; readonly heightPt: number },
  context: LayoutContext,
): readonly FlowRun[] {
  const { metadata, strings } = publication;
  const { footerPt, betweenPt } = context.theme.metrics.furniture;
  const style = furnitureStyle({ ...at.body, lang: metadata.lang ?? 'und' }, context);
  const words = fillString(strings, 'page', { page: at.label });
  const number = linesOf(words, { ...style, lang: strings.lang, align: 'end' }, context);
  const room = { ...style, widthPt: style.widthPt - widthOf(number) - betweenPt };
  const title = shortenedLines(metadata.title, { style: room, lines: 1 }, context);
  return [...title, ...number].flatMap((line) => placed(line, at.heightPt - footerPt));
}
