import { tolerancePt } from '../../../text/atom.ts';
import type { InlineItem } from '../../../text/inline-item.ts';
import { measureText } from '../../../text/measure-text.ts';
import type { Shaper } from '../../../text/shape-text.ts';
import type { Metrics } from '../../theme/metrics.ts';
import type { InlineTag, Item } from './inline-tag.ts';

type TextItem = InlineItem<InlineTag> & { readonly kind: 'text' };

/** Where a word with a reading stands. */
interface RubyRoom {
  /** The width of a line. */
  readonly measurePt: number;
  readonly shaper: Shaper;
  readonly metrics: Metrics['inline'];
}

/**
 * A word and its reading: above it where both are words alone and fit on a line; behind it, where no line ends between them,
 * where a picture, a note or another reading is among them; as ordinary words where they are longer than a line.
 */
export function rubyItems(
  base: readonly Item[],
  reading: readonly Item[],
  { measurePt, shaper, metrics }: RubyRoom,
): readonly Item[] {
  const fits = [base, reading].every((items) => measureText(items, shaper).maxPt <= measurePt + tolerancePt);
  if (!fits) return [...base, ...reading];
  const words = base.filter(isWords);
  const readings = reading.filter(isWords);
  const [first] = words;
  const isPlain = words.length === base.length && readings.length === reading.length;
  if (!isPlain || !first || words.every(({ text }) => text.trim() === '')) {
    return [
      ...base.map((item) => unbroken(item, 'within')),
      ...reading.map((item) => unbroken(item, 'before')),
    ];
  }
  const topPt = words.reduce(
    (most, { style, tag }) => Math.max(most, tag.risePt + style.sizePt * metrics.rubyOverEms),
    0,
  );
  return [
    ...words.map((item, index) => ({
      ...unbroken(item, index === 0 ? 'within' : 'before'),
      hyphenates: false,
    })),
    ...readings.map((item, index) => above(item, { back: words.length + index, topPt, metrics })),
  ];
}

/** Whether an item is of words without a note, which have no reading yet. */
function isWords(item: Item): item is TextItem {
  return item.kind === 'text' && item.unbroken === undefined && item.above === undefined && !item.tag.note;
}

function unbroken<I extends Item>(item: I, where: 'within' | 'before'): I {
  return item.kind === 'text' ? { ...item, unbroken: where } : item;
}

function above(
  item: TextItem,
  at: { readonly back: number; readonly topPt: number; readonly metrics: Metrics['inline'] },
): Item {
  const { sizePt } = item.style;
  const readingRisePt = at.topPt + sizePt * at.metrics.rubyDepthEms;
  const readingTopPt = readingRisePt + sizePt * at.metrics.rubyHeightEms;
  // The line under a link is under its word.
  const tag = { ...item.tag, readingRisePt, readingTopPt, underline: false };
  return { ...item, unbroken: 'before', hyphenates: false, above: at.back, tag };
}
