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
  /** Of the largest size in which all fits: how small it may be where no last line then has one word alone. */
  readonly leastShare: number;
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
 * The paragraphs in lines of even length, in the largest size in which all fit, or a little smaller where none of them then
 * ends in a line of one word. What does not fit in the smallest is cut and ends with an ellipsis.
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
  const from = settings.findIndex(fits);
  const setting = settings[from];
  if (setting) {
    const near = settings.slice(from).filter(({ sizePx }) => sizePx >= setting.sizePx * fitting.leastShare);
    return settleSize(paragraphs, [setting, ...near.slice(1)], shaper);
  }
  const smallest = settings.at(-1);
  if (!smallest) return { sizePx: 0, leadingPx: 0, lines: [] };
  return settleSize([cut(paragraphs.join(' · '), smallest, shaper)], [smallest], shaper);
}

/** The paragraphs in the first of these sizes in which none ends in a line of one word; in the first of all where there is none. */
function settleSize(
  paragraphs: readonly string[],
  [setting, ...smaller]: readonly [Setting, ...(readonly Setting[])],
  shaper: Shaper,
): FittedText {
  const inLines = (own: Setting): readonly (readonly Line<string>[])[] =>
    paragraphs.map((text) => breakText(text, own, { shaper, balanced: true }));
  const shown = (
    { sizePx, leadingEms }: Setting,
    lines: readonly (readonly Line<string>[])[],
  ): FittedText => {
    return { sizePx, leadingPx: sizePx * leadingEms, lines: lines.flat() };
  };
  const first = inLines(setting);
  if (!first.some(endsAlone)) return shown(setting, first);
  for (const own of smaller) {
    const lines = inLines(own);
    if (!lines.some(endsAlone)) return shown(own, lines);
  }
  return shown(setting, first);
}

/** Whether the last of several lines has one word, and another has more. */
function endsAlone(lines: readonly Line<string>[]): boolean {
  const hasOne = (line: Line<string> | undefined): boolean => !/\S\s+\S/u.test(line ? wordsOf(line) : '');
  return lines.length > 1 && hasOne(lines.at(-1)) && !lines.every(hasOne);
}

function wordsOf({ pieces }: Line<string>): string {
  return pieces.flatMap(({ glyphs }) => glyphs?.runs.map(({ text }) => text) ?? []).join('');
}

function itemsOf(text: string, { style }: Setting): readonly InlineItem<string>[] {
  return [{ kind: 'text', text, style, tag: text }];
}

function breakText(
  text: string,
  setting: Setting,
  { shaper, balanced = false }: { readonly shaper: Shaper; readonly balanced?: boolean },
): readonly Line<string>[] {
  const direction = startsRightToLeft(text) ? 'rtl' : 'ltr';
  return breakLines(itemsOf(text, setting), shaper, { widthPt: setting.widthPx, direction, balanced });
}

function isWithin(paragraphs: readonly string[], setting: Setting, shaper: Shaper): boolean {
  const { heightPx, sizePx, leadingEms } = setting;
  const lines = paragraphs.flatMap((text) => breakText(text, setting, { shaper }));
  return lines.length * sizePx * leadingEms <= heightPx;
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
