import { largest } from '../lists/extremes.ts';
import { breakLines } from '../text/break-lines.ts';
import type { Line } from '../text/line.ts';
import type { InlineItem } from '../text/inline-item.ts';
import { measureText } from '../text/measure-text.ts';
import { clustersOf } from '../text/clusters.ts';
import { startsRightToLeft } from '../text/directions.ts';
import type { Shaper } from '../text/shape-text.ts';
import type { TextStyle } from '../text/text-style.ts';

/** How the words of one part of a cover may be set; a point of the layout is a pixel of the cover. */
export interface Fitting {
  readonly style: TextStyle;
  /** From the largest to the smallest. */
  readonly sizesPx: readonly number[];
  /** In this size and smaller ones a word that is wider than the line may be broken. */
  readonly breaksWordsAtPx: number;
  /** Distance of baselines, in sizes. */
  readonly leadingEms: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Paragraphs as they fit: lines of one size, in order. */
export interface FittedText {
  readonly sizePx: number;
  readonly leadingPx: number;
  readonly lines: readonly Line<string>[];
}

/** One size of a fitting. */
interface Setting extends Fitting {
  readonly sizePx: number;
}

/**
 * The paragraphs in lines of even length, in the largest size in which all fit. What does not fit in the smallest is cut
 * and ends with an ellipsis.
 */
export function fitText(paragraphs: readonly string[], fitting: Fitting, shaper: Shaper): FittedText {
  const settings = fitting.sizesPx.map((sizePx) => {
    return { ...fitting, sizePx, style: { ...fitting.style, sizePt: sizePx } };
  });
  const fits = (setting: Setting): boolean => {
    if (!isWithin(paragraphs, setting, shaper)) return false;
    if (setting.sizePx <= setting.breaksWordsAtPx) return true;
    const words = paragraphs.map((text) => measureText(itemsOf(text, setting), shaper).minPt);
    return Math.max(0, largest(words)) <= setting.widthPx;
  };
  const setting = settings.find(fits);
  if (setting) return balance(paragraphs, setting, shaper);
  const smallest = settings.at(-1);
  if (!smallest) return { sizePx: 0, leadingPx: 0, lines: [] };
  return balance([cut(paragraphs.join(' · '), smallest, shaper)], smallest, shaper);
}

function itemsOf(text: string, { style }: Setting): readonly InlineItem<string>[] {
  return [{ kind: 'text', text, style, tag: text }];
}

function breakText(
  text: string,
  setting: Setting,
  { shaper, widthPx }: { readonly shaper: Shaper; readonly widthPx: number },
): readonly Line<string>[] {
  const direction = startsRightToLeft(text) ? 'rtl' : 'ltr';
  return breakLines(itemsOf(text, setting), shaper, { widthPt: widthPx, direction });
}

function isWithin(paragraphs: readonly string[], setting: Setting, shaper: Shaper): boolean {
  const { widthPx, heightPx, sizePx, leadingEms } = setting;
  const lines = paragraphs.flatMap((text) => breakText(text, setting, { shaper, widthPx }));
  return lines.length * sizePx * leadingEms <= heightPx;
}

/** Breaks each paragraph in the narrowest measure that gives no more lines than the full one. */
function balance(paragraphs: readonly string[], setting: Setting, shaper: Shaper): FittedText {
  const lines = paragraphs.flatMap((text) => {
    const broken = (widthPx: number): readonly Line<string>[] =>
      breakText(text, setting, { shaper, widthPx });
    const full = broken(setting.widthPx);
    // Narrower than its widest word, the text would break within it.
    const word = measureText(itemsOf(text, setting), shaper).minPt;
    let low = Math.min(Math.ceil(word), setting.widthPx);
    let high = setting.widthPx;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (broken(middle).length <= full.length) high = middle;
      else low = middle + 1;
    }
    return broken(high);
  });
  return { sizePx: setting.sizePx, leadingPx: setting.sizePx * setting.leadingEms, lines };
}

/** As many of the first words as fit, with an ellipsis. */
function cut(text: string, setting: Setting, shaper: Shaper): string {
  const clusters = clustersOf(text);
  const upTo = (count: number): string => {
    const kept = clusters.slice(0, count).join('');
    return `${(/^.*\S(?=\s)/u.exec(kept)?.[0] ?? kept).trimEnd()}…`;
  };
  let low = 0;
  let high = clusters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isWithin([upTo(middle)], setting, shaper)) low = middle;
    else high = middle - 1;
  }
  return upTo(low);
}
