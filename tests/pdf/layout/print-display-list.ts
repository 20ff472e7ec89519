import type { LinkTarget } from '../../../src/document/inline.ts';
import type { DisplayList, Mark, Page, RunMark } from '../../../src/pdf/layout/display-list.ts';
import type { Colour } from '../../../src/pdf/theme/theme.ts';

/**
 * Pages as text, one mark a line, for golden files: points to one decimal from the top left of the page; of words where
 * their baseline begins, their face, size, colour and tag. What is repeated from an earlier page is marked `~`.
 */
export function printDisplayList({ widthPt, heightPt, pages }: DisplayList): string {
  return pages.map((page) => printPage(page, { widthPt, heightPt })).join('\n');
}

function printPage(page: Page, size: { readonly widthPt: number; readonly heightPt: number }): string {
  const starts = page.offset === undefined ? '' : `, begins at ${page.offset}`;
  const body = page.placed.flatMap(({ top, marks, repeated }) =>
    marks.map((mark) => `${repeated ? '~' : ' '} ${printMark({ ...mark, y: mark.y + top })}`),
  );
  return [
    `page "${page.label}", ${points(size.widthPt)} × ${points(size.heightPt)}${starts}`,
    ...page.header.map((mark) => `H ${printMark(mark)}`),
    ...body,
    ...page.footer.map((mark) => `F ${printMark(mark)}`),
    '',
  ].join('\n');
}

function printMark(mark: Mark): string {
  const at = 'x' in mark ? `${column(mark.x)}${column(mark.y)}` : `${column(mark.y, 14)}`;
  const height = 'heightPt' in mark ? ` ×${column(mark.heightPt)}` : '';
  const area = 'widthPt' in mark ? ` ${column(mark.widthPt)}${height}` : '';
  return `${mark.type.padEnd(6)}${at}${area} ${details(mark)}`;
}

function details(mark: Mark): string {
  switch (mark.type) {
    case 'run':
      return ` ${faces(mark)} ${points(mark.sizePt)} ${hex(mark.colour)} ${tag(mark)} ${words(mark)}`;
    case 'rect':
      return ` ${hex(mark.colour)}${mark.under ? '' : ' over'}`;
    case 'shape':
      return ` ${hex(mark.colour)} of ${mark.corners.length} corners`;
    case 'dots':
      return ` ${hex(mark.colour)} of ${points(mark.dotPt)} every ${points(mark.stepPt)}`;
    case 'image':
      return ` ${mark.asset.id} ${tag(mark)}`;
    case 'link':
      return ` → ${target(mark.target)} ${quoted(mark.contents)} ${mark.elem.role}`;
    case 'anchor':
      return ` ${mark.id}`;
  }
}

function faces({ runs }: RunMark): string {
  const names = runs.map(({ face }) => face.face.id.replace(/^.*\/(?:AtkinsonHyperlegible)?/u, ''));
  return [...new Set(names)].join('+');
}

function words(mark: RunMark): string {
  const shown = mark.runs.map(({ text }) => text).join('');
  const read = mark.actualText ?? mark.runs.map(({ text, actualText = text }) => actualText).join('');
  const drawn = mark.asShapes ? ' as shapes' : '';
  return read === shown ? `${quoted(shown)}${drawn}` : `${quoted(shown)} reads ${quoted(read)}`;
}

/** The element that it belongs to, or `-` where it is an artifact. */
function tag({ slot }: { readonly slot: RunMark['slot'] }): string {
  return slot?.elem.role ?? '-';
}

function target(link: LinkTarget): string {
  return link.kind === 'internal' ? `#${link.id}` : link.url;
}

/** Characters that cannot be seen are written as escapes. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u00A0\u00AD\u200B-\u200F\u2060]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function hex(colour: Colour): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function column(value: number, width = 7): string {
  return points(value).padStart(width);
}

function points(value: number): string {
  const rounded = value.toFixed(1);
  return rounded === '-0.0' ? '0.0' : rounded;
}
