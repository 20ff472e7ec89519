import type { Document } from '../../document/document.ts';
import { inlineText } from '../../document/plain-text.ts';
import { fillString } from '../../document/strings.ts';
import { walk } from '../../document/walk.ts';
import { clustersOf } from '../../text/clusters.ts';
import type { TextStyle } from '../../text/text-style.ts';
import type { BlockStyle, LayoutContext } from './context.ts';
import type { RunMark } from './display-list.ts';

interface FurnitureAt {
  readonly page: number;
  readonly pages: number;
  readonly style: BlockStyle;
  readonly widthPt: number;
  readonly heightPt: number;
}

/** The running header of an archived post (label verbatim, release date, agency) and the footer (title, page n of N): artifacts. */
export function layoutFurniture(
  document: Document,
  at: FurnitureAt,
  context: LayoutContext,
): { readonly header: readonly RunMark[]; readonly footer: readonly RunMark[] } {
  const { metadata } = document;
  const { furniture } = context.theme.type;
  const pageOf = fillString(context.strings, 'pageOf', { page: String(at.page), pages: String(at.pages) });
  const footer = line(at, { start: metadata.title, end: pageOf, y: at.heightPt - 40 }, context);
  if (!metadata.archived) return { header: [], footer };
  const label = [metadata.archived.label, releaseDate(document)].filter((text) => text !== '').join('  ·  ');
  const header = line(
    at,
    { start: label, end: metadata.agency ?? '', y: 36 + furniture.leadingPt / 2 },
    context,
  );
  return { header, footer };
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

function line(
  at: FurnitureAt,
  text: { readonly start: string; readonly end: string; readonly y: number },
  context: LayoutContext,
): readonly RunMark[] {
  const { sizePt } = context.theme.type.furniture;
  const style: TextStyle = { role: 'text', bold: false, italic: false, sizePt, lang: at.style.lang };
  const widthOf = (words: string): number =>
    (context.shaper.shape(words, style).reduce((sum, run) => sum + run.width, 0) * sizePt) / 1000;
  const endPt = text.end === '' ? 0 : widthOf(text.end);
  const start = shorten(text.start, at.style.widthPt - endPt - 18, widthOf);
  const mark = (words: string, x: number): readonly RunMark[] =>
    words === ''
      ? []
      : [
          {
            type: 'run',
            x,
            y: text.y,
            runs: context.shaper.shape(words, style),
            sizePt,
            colour: context.theme.colours.soft,
            slot: null,
          },
        ];
  return [...mark(start, at.style.x), ...mark(text.end, at.style.x + at.style.widthPt - endPt)];
}

/** The text, or as much of it as fits with an ellipsis. */
function shorten(text: string, roomPt: number, widthOf: (words: string) => number): string {
  if (widthOf(text) <= roomPt) return text;
  const clusters = clustersOf(text);
  let low = 0;
  let high = clusters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (widthOf(`${clusters.slice(0, middle).join('').trimEnd()}…`) <= roomPt) low = middle;
    else high = middle - 1;
  }
  return `${clusters.slice(0, low).join('').trimEnd()}…`;
}
