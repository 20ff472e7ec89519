import type { InlineItem, Piece } from './inline-item.ts';
import type { Shaper } from './shape-text.ts';
import { widthOfRuns } from './width-of-runs.ts';

/** The same items with readings behind their words, smaller as they are. */
export function withReadingsBehind<Tag>(items: readonly InlineItem<Tag>[]): readonly InlineItem<Tag>[] {
  return items.map((item) => {
    if (item.kind !== 'text' || item.above === undefined) return item;
    const { above: _, ...behind } = item;
    return behind;
  });
}

/** Whether an item is a reading that stands above its word. */
export function isReading<Tag>(item: InlineItem<Tag> | undefined): boolean {
  return item?.kind === 'text' && item.above !== undefined;
}

/** A word and its reading within an atom, points from its start. */
export interface Reading<Tag> {
  readonly items: readonly InlineItem<Tag>[];
  /** Where the word begins and ends. */
  readonly from: number;
  readonly to: number;
  /** The signs beside the word: a reading may reach over kana that have none of their own. */
  readonly before: string;
  readonly after: string;
}

/** How a reading stands to its word. */
export interface PlacedReading<Tag> {
  readonly pieces: readonly Piece<Tag>[];
  /** How far it pushes its word along the line, and what follows it further. */
  readonly wordPt: number;
  readonly restPt: number;
  /** How far it reaches over what is before and behind. */
  readonly overBeforePt: number;
  readonly overAfterPt: number;
}

/** Of the size of a reading, how far it reaches over kana: two readings do not meet over one of them. */
const overEms = 0.5;
const kana = /[\p{sc=Hira}\p{sc=Kana}ー]/u;

/** Places a reading in the middle above its word; one that is longer reaches over kana, and then makes room for itself. */
export function placeReading<Tag>(reading: Reading<Tag>, shaper: Shaper): PlacedReading<Tag> {
  const shaped = reading.items.flatMap((item) => {
    if (item.kind !== 'text') return [];
    const runs = shaper.shape(item.text, item.style);
    return [{ tag: item.tag, widthPt: widthOfRuns(runs, item.style.sizePt), runs, style: item.style }];
  });
  const ownPt = shaped.reduce((sum, { widthPt }) => sum + widthPt, 0);
  const lackPt = ownPt - (reading.to - reading.from);
  const mostPt = (shaped[0]?.style.sizePt ?? 0) * overEms;
  const over = (sign: string): number => (kana.test(sign) ? Math.min(mostPt, Math.max(0, lackPt / 2)) : 0);
  const [overBeforePt, overAfterPt] = [over(reading.before), over(reading.after)];
  const wordPt = Math.max(0, lackPt / 2) - overBeforePt;
  let x = reading.from + wordPt - lackPt / 2;
  const pieces = shaped.map(({ tag, widthPt, runs, style }) => {
    const piece = { tag, start: 0, x, widthPt, level: 0, above: true as const, glyphs: { runs, style } };
    x += widthPt;
    return piece;
  });
  const restPt = Math.max(0, lackPt) - overBeforePt - overAfterPt;
  return { pieces, wordPt, restPt, overBeforePt, overAfterPt };
}
