import type { Document } from '../../../document/document.ts';
import { largest } from '../../../lists/extremes.ts';
import type { ContentsEntry, ContentsSlot, Listing } from '../../structure/build-contents.ts';
import { baselineOf, indented, textStyle, type BlockStyle, type LayoutContext } from '../context.ts';
import type { FlowLink, FlowMark, FlowRun } from '../flow-mark.ts';
import { keepingWithNext, withGap, type Unit } from '../flow-block.ts';
import { layoutBlocks } from '../flow/layout-blocks.ts';
import { lineWidth, linesOf } from './furniture-lines.ts';
import { documentUnits } from './layout-chapter.ts';
import { layoutLines } from '../inline/layout-lines.ts';

/** What is listed, each entry with the place in the tags that its words and its page label go to. */
export interface Contents {
  readonly listing: Listing;
  readonly slots: ReadonlyMap<ContentsEntry, ContentsSlot>;
}

interface ListSetting {
  readonly style: BlockStyle;
  readonly contents: Contents;
}

/**
 * The table of contents below the heading of its document: entries with leader dots and the labels of their pages. Behind it
 * the lists of figures and tables, each below its own.
 */
export function contentsUnits(
  document: Document,
  setting: ListSetting,
  context: LayoutContext,
): readonly Unit[] {
  const { style, contents } = setting;
  const { entries, lists } = contents.listing;
  const { metrics } = context.theme;
  const below = ({ heading, entries: own }: Listing['lists'][number]): readonly Unit[] => [
    ...layoutBlocks([heading], style, context),
    ...withGap(listUnits(own, setting, context), style.size.leadingPt * metrics.contents.groupGapLeadings),
  ];
  return [
    ...documentUnits({ ...document, body: [] }, style, context),
    ...withGap(listUnits(entries, setting, context), style.size.leadingPt * metrics.heading.bodyGapLeadings),
    ...lists.flatMap(below),
  ];
}

function listUnits(
  listed: readonly ContentsEntry[],
  { style, contents }: ListSetting,
  context: LayoutContext,
): readonly Unit[] {
  const { gapLeadings, groupGapLeadings } = context.theme.metrics.contents;
  return listed.flatMap((entry, index) => {
    const units = entryUnits(entry, { contents, style, depth: 0 }, context);
    const apart = hasEntries(entry) || hasEntries(listed[index - 1]);
    return withGap(units, style.size.leadingPt * (apart ? groupGapLeadings : gapLeadings));
  });
}

function hasEntries(entry: ContentsEntry | undefined): boolean {
  return entry !== undefined && entry.entries.length > 0;
}

function entryUnits(
  entry: ContentsEntry,
  at: { readonly contents: Contents; readonly style: BlockStyle; readonly depth: number },
  context: LayoutContext,
): readonly Unit[] {
  const { contents, depth } = at;
  const { insetsPt, metrics } = context.theme;
  const stepPt = insetsPt.contents;
  const { slot, link } = contents.slots.get(entry) ?? {};
  const style = { ...at.style, ...(entry.lang !== undefined && { lang: entry.lang }) };
  // A part, or a post that is in none: what stands under a post is no group by itself.
  const isHead = depth === 0 && hasEntries(entry);
  const own = { ...indented(style, depth * stepPt, context), bold: isHead };
  // Further lines stand in: the first makes up for it.
  const inner = { ...indented(own, stepPt, context), firstIndentPt: -stepPt };
  const text = { ...inner, widthPt: inner.widthPt - metrics.contents.labelRoomPt };
  const number = linesOf(entry.page, { ...own, align: 'end' }, context)[0] ?? [];
  const tag = {
    slot: slot ?? null,
    colour: own.colour,
    risePt: 0,
    underline: false,
    strike: false,
    ...(link && {
      link: {
        elem: link,
        target: { kind: 'internal' as const, id: entry.target },
        contents: `${entry.label} ${entry.page}`,
        underlined: false,
      },
    }),
  };
  const item = { kind: 'text' as const, text: `${entry.label} `, style: textStyle(text), tag };
  const lines = layoutLines([item], text, context);
  const last = lines.length - 1;
  const units = lines.map((unit, index) => ({
    ...unit,
    gapPt: index === 0 ? style.size.leadingPt * metrics.contents.gapLeadings : 0,
    keepWithNext: index < last,
    ...(index === last && { marks: withNumber(unit, { number, own, slot: tag.slot }, context) }),
  }));
  const below = entry.entries.flatMap((inside) => entryUnits(inside, { ...at, depth: depth + 1 }, context));
  return [...(hasEntries(entry) ? keepingWithNext(units) : units), ...below];
}

/** The marks of the last line of an entry, the label of its page at the end and dots between. */
function withNumber(
  unit: Unit,
  at: { readonly number: readonly FlowRun[]; readonly own: BlockStyle; readonly slot: FlowRun['slot'] },
  context: LayoutContext,
): readonly FlowMark[] {
  const { own, number } = at;
  const { dotGapPt, dotsEndPt } = context.theme.metrics.contents;
  const y = unit.baselinePt ?? baselineOf(own.size, context);
  const endPt = own.start + own.widthPt;
  const numbers = number.map((mark) => ({ ...mark, y, slot: at.slot }));
  const links = unit.marks.filter((mark) => mark.type === 'link');
  const rest = unit.marks.filter((mark) => mark.type !== 'link');
  const fromPt = Math.max(own.start, largest(links.map(({ start, widthPt }) => start + widthPt))) + dotGapPt;
  const toPt = endPt - Math.max(lineWidth(number) + dotGapPt, dotsEndPt);
  return [
    ...rest,
    ...numbers,
    ...leaders({ fromPt, toPt, endPt, y }, own, context),
    ...links.map((mark): FlowLink => {
      const line = { start: mark.start, widthPt: endPt - mark.start };
      return { ...mark, line, widthPt: line.widthPt };
    }),
  ];
}

/** Dots between two places, on a grid from the end of the line, so that those of all lines stand under each other. */
function leaders(
  at: { readonly fromPt: number; readonly toPt: number; readonly endPt: number; readonly y: number },
  { size }: BlockStyle,
  { theme }: LayoutContext,
): readonly FlowMark[] {
  const { dotEms, dotRiseEms, dotStepEms } = theme.metrics.contents;
  const [dotPt, stepPt] = [size.sizePt * dotEms, size.sizePt * dotStepEms];
  const first = Math.floor((at.endPt - at.fromPt) / stepPt);
  const last = Math.ceil((at.endPt - at.toPt) / stepPt) + 1;
  if (last > first) return [];
  return [
    {
      type: 'dots',
      start: at.endPt - first * stepPt + dotPt / 2,
      y: at.y - size.sizePt * dotRiseEms,
      widthPt: (first - last) * stepPt,
      dotPt,
      stepPt,
      colour: theme.colours.rule,
    },
  ];
}
