import type { Piece } from '../../../text/inline-item.ts';
import type { Metrics } from '../../theme/metrics.ts';
import type { InlineTag, LinkRef } from './inline-tag.ts';

/** The part of a line that a link takes, points from the start of the line. */
export interface LinkArea {
  readonly link: LinkRef;
  readonly from: number;
  readonly to: number;
}

/**
 * One area for each link on a line: one annotation per line box (ISO 32000-1 §12.5.6.5). A narrow one, as that of the number
 * of a note, is made as wide as a finger, over the words beside it but not over half of what parts it from another link.
 */
export function linkAreas(
  pieces: readonly Piece<InlineTag>[],
  endPt: number,
  { linkPt, wideLinkPt }: Pick<Metrics['inline'], 'linkPt' | 'wideLinkPt'>,
): readonly LinkArea[] {
  const areas = new Map<LinkRef['elem'], LinkArea>();
  for (const { tag, x, widthPt } of pieces) {
    if (!tag.link) continue;
    const { link, from, to } = areas.get(tag.link.elem) ?? { link: tag.link, from: x, to: x };
    areas.set(link.elem, { link, from: Math.min(from, x), to: Math.max(to, x + widthPt) });
  }
  // The space at the end of a line hangs over: nothing is clicked there.
  const drawn = [...areas.values()]
    .map(({ link, from, to }) => ({ link, from, to: Math.max(Math.min(to, endPt), from + linkPt) }))
    .toSorted((a, b) => a.from - b.from);
  return drawn.map((area, index) => {
    const left = drawn[index - 1]?.to;
    const right = drawn[index + 1]?.from;
    const least = left === undefined ? 0 : Math.min(area.from, (left + area.from) / 2);
    const most = right === undefined ? endPt : Math.max(area.to, (right + area.to) / 2);
    return widened(area, { least, most: Math.max(most, area.to), widePt: wideLinkPt });
  });
}

function widened(
  area: LinkArea,
  { least, most, widePt }: { readonly least: number; readonly most: number; readonly widePt: number },
): LinkArea {
  const lacking = widePt - (area.to - area.from);
  if (lacking <= 0) return area;
  const to = Math.min(most, area.to + lacking / 2);
  const from = Math.max(least, to - widePt);
  return { ...area, from: Math.min(from, area.from), to: Math.max(to, Math.min(most, from + widePt)) };
}
