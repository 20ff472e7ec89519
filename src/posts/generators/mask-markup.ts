import { countUpTo } from '../../lists/count-up-to.ts';
import type { FoundMarkup, Markup, MarkupRange } from './markup.ts';

/** A source in which every stretch of markup is as many letters that the source does not use: no parser of Markdown takes it apart. */
export interface MaskedSource {
  /** As long as the source; what stands where is the same but for markup. */
  readonly text: string;
  readonly markup: readonly Markup[];
  /** That which is read as empty lines, in the order of the source. */
  readonly blank: readonly Markup[];
  readonly ranges: readonly MarkupRange[];
  /** The letters of one mask, with three digits that say which it is. */
  readonly mask: RegExp | undefined;
  /** The first of the letters. */
  readonly base: number;
}

const digits = 64;
const most = digits ** 3;
// The private use area; a letter there has no meaning for Markdown and is no punctuation.
const area = { from: 0xe000, to: 0xf8ff };

/** Puts letters in the place of markup; where a post uses all letters that could be taken, its markup stays as it is. */
export function maskMarkup(source: string, { markup, ranges }: FoundMarkup): MaskedSource {
  const base = markup.length === 0 ? undefined : freeLetters(source);
  if (base === undefined)
    return { text: source, markup: [], blank: [], ranges: [], mask: undefined, base: 0 };
  const out: string[] = [];
  let from = 0;
  markup.slice(0, most).forEach(({ start, end, written, content, blank }, index) => {
    const fits = blank || content.type === 'rewritten' || end - start >= 3;
    if (start < from || !fits) return;
    out.push(
      source.slice(from, start),
      content.type === 'rewritten'
        ? content.as
        : blank
          ? written.replace(/[^\r\n]+/gu, (line) => ' '.repeat(line.length))
          : maskOf(index, end - start, base),
    );
    from = end;
  });
  out.push(source.slice(from));
  const letter = (offset: number): string => String.fromCharCode(base + offset);
  const digit = `[${letter(0)}-${letter(digits - 1)}]`;
  return {
    text: out.join(''),
    markup,
    blank: markup.filter(({ blank }) => blank),
    ranges,
    mask: new RegExp(`(${digit}{3})${letter(digits)}*`, 'gu'),
    base,
  };
}

function maskOf(index: number, length: number, base: number): string {
  const letters = [Math.floor(index / digits ** 2), Math.floor(index / digits) % digits, index % digits];
  return (
    letters.map((letter) => String.fromCharCode(base + letter)).join('') +
    String.fromCharCode(base + digits).repeat(length - 3)
  );
}

function freeLetters(source: string): number | undefined {
  if (!/[\ue000-\uf8ff]/u.test(source)) return area.from;
  for (let base = area.from; base + digits <= area.to; base += digits + 1) {
    const taken = new RegExp(`[${String.fromCharCode(base)}-${String.fromCharCode(base + digits)}]`, 'u');
    if (!taken.test(source)) return base;
  }
  return undefined;
}

/** What is read as empty lines and begins no earlier than one offset and no later than another. */
export function blankBetween({ blank }: MaskedSource, from: number, to: number): readonly Markup[] {
  const before = (offset: number): number => countUpTo(blank, offset, ({ start }) => start);
  return blank.slice(before(from - 1), before(to));
}

/** The text between masks, and the markup behind them, in order; the text alone where it holds none. */
export function splitMasked(
  value: string,
  { mask, base, markup }: MaskedSource,
): readonly (string | Markup)[] {
  if (mask === undefined) return [value];
  const parts: (string | Markup)[] = [];
  let from = 0;
  for (const match of value.matchAll(mask)) {
    const found = markup[indexOf(match[1] ?? '', base)];
    if (found === undefined) continue;
    if (match.index > from) parts.push(value.slice(from, match.index));
    parts.push(found);
    from = match.index + match[0].length;
  }
  if (from < value.length || parts.length === 0) parts.push(value.slice(from));
  return parts;
}

/** The text with each mask replaced. */
export function replaceMasks(
  value: string,
  { mask, base, markup }: MaskedSource,
  replace: (markup: Markup, mask: string) => string,
): string {
  if (mask === undefined) return value;
  return value.replace(mask, (all: string, letters: string) => {
    const found = markup[indexOf(letters, base)];
    return found === undefined ? all : replace(found, all);
  });
}

function indexOf(letters: string, base: number): number {
  return [...letters].reduce((index, letter) => index * digits + letter.charCodeAt(0) - base, 0);
}

/** Whether the text holds a mask. */
export function isMasked(value: string, { mask, base }: MaskedSource): boolean {
  if (mask === undefined) return false;
  for (let index = 0; index < value.length; index += 1) {
    const code = value.charCodeAt(index);
    if (code >= base && code < base + digits) return true;
  }
  return false;
}
