import LineBreaker from 'linebreak';
import { clustersOf } from './clusters.ts';
import { embeddingLevels, visualOrder, type BaseDirection } from './directions.ts';
import type { GlyphRun, Shaper } from './shape-text.ts';
import type { TextStyle } from './text-style.ts';
import { widthOfRuns } from './width-of-runs.ts';

/** Text of one style within a paragraph, or an object that takes part in the line; `tag` comes back with its pieces. */
export type InlineItem<Tag> =
  | { readonly kind: 'text'; readonly text: string; readonly style: TextStyle; readonly tag: Tag }
  | {
      readonly kind: 'object';
      readonly widthPt: number;
      /** What it can be scaled down to where its column is narrow. */
      readonly leastPt?: number;
      readonly tag: Tag;
    }
  | { readonly kind: 'break'; readonly tag: Tag };

/** A part of one item on one line. */
export interface Piece<Tag> {
  readonly tag: Tag;
  /** Offset of its first UTF-16 unit in the text of its item. */
  readonly start: number;
  /** From the left end of the line, points. */
  readonly x: number;
  readonly widthPt: number;
  /** Embedding level (UAX 9): odd where it reads from the right. */
  readonly level: number;
  /** Absent for objects. */
  readonly glyphs?: { readonly runs: readonly GlyphRun[]; readonly style: TextStyle };
}

/** A line of a paragraph. */
export interface Line<Tag> {
  /** In logical order, whatever their places. */
  readonly pieces: readonly Piece<Tag>[];
  /** Without the spaces at its end. */
  readonly widthPt: number;
}

/** What may not be broken: the pieces between two break opportunities of UAX 14. */
interface Atom<Tag> {
  readonly pieces: Piece<Tag>[];
  readonly widthPt: number;
  /** Width of the white space at its end, which may hang over the measure. */
  readonly hangPt: number;
  readonly mustBreak: boolean;
  readonly text: string;
  readonly hyphen: boolean;
}

/** A digest in hexadecimal digits may break after so many: lines of equal length are compared by eye. */
const digestGroup = 16;

/** Longest text without a break opportunity that is left alone before URL-like rules apply. */
const longWord = 20;

/**
 * Breaks a paragraph into lines by UAX 14, first fit. A word wider than the line is broken between clusters; nothing is
 * ever lost. A used soft hyphen becomes a hyphen whose actual text is U+00AD (mapping §1.3).
 */
export function breakLines<Tag>(
  items: readonly InlineItem<Tag>[],
  shaper: Shaper,
  measure: {
    readonly widthPt: number;
    readonly firstIndentPt?: number;
    /** Of the paragraph; left to right where absent. */
    readonly direction?: BaseDirection;
  },
): readonly Line<Tag>[] {
  const { direction = 'ltr' } = measure;
  const lines: Line<Tag>[] = [];
  let current: Piece<Tag>[] = [];
  let x = measure.firstIndentPt ?? 0;
  let hang = 0;
  let hyphenated = false;
  const closeLine = (): void => {
    const last = current.at(-1);
    if (hyphenated && last) x = appendHyphen(current, shaper, x);
    lines.push({ pieces: placeVisually(current, direction), widthPt: x - hang });
    current = [];
    x = 0;
    hang = 0;
    hyphenated = false;
  };
  const place = (atom: Atom<Tag>): void => {
    for (const piece of atom.pieces) current.push({ ...piece, x: x + piece.x });
    x += atom.widthPt;
    hang = atom.hangPt;
    hyphenated = atom.hyphen;
  };
  const fits = (atom: Atom<Tag>): boolean => x + atom.widthPt - atom.hangPt <= measure.widthPt + 0.001;
  for (const atom of atomsOf(items, shaper, direction)) {
    if (!fits(atom) && current.length > 0) closeLine();
    if (fits(atom)) {
      place(atom);
    } else {
      for (const part of splitAtom(atom, items, shaper)) {
        if (!fits(part) && current.length > 0) closeLine();
        place(part);
      }
    }
    hyphenated = atom.hyphen;
    if (atom.mustBreak) {
      hyphenated = false;
      closeLine();
    }
  }
  if (current.length > 0 || lines.length === 0) {
    hyphenated = false;
    closeLine();
  }
  return lines;
}

/** What says where a line may break, and nothing else: on paper that is decided, and a search would stumble over it. */
const breakCharacters = /[\u00AD\u200B]/gu;

/** The width of the longest line without any optional break, and of the widest atom: what table columns are measured by. */
export function measureText<Tag>(
  items: readonly InlineItem<Tag>[],
  shaper: Shaper,
): { readonly minPt: number; readonly maxPt: number } {
  let minPt = 0;
  let maxPt = 0;
  let x = 0;
  const spare = sparesOf(items);
  for (const atom of atomsOf(items, shaper)) {
    const scaled = atom.pieces.reduce(
      (sum, piece) => sum + (piece.glyphs ? 0 : (spare.get(piece.tag) ?? 0)),
      0,
    );
    minPt = Math.max(minPt, atom.widthPt - atom.hangPt - scaled);
    maxPt = Math.max(maxPt, x + atom.widthPt - atom.hangPt);
    x = atom.mustBreak ? 0 : x + atom.widthPt;
  }
  return { minPt, maxPt };
}

/** By how much each object can be scaled down. */
function sparesOf<Tag>(items: readonly InlineItem<Tag>[]): ReadonlyMap<Tag, number> {
  const objects = items.filter((item) => item.kind === 'object');
  return new Map(objects.map(({ tag, widthPt, leastPt = widthPt }) => [tag, widthPt - leastPt]));
}

function appendHyphen<Tag>(line: Piece<Tag>[], shaper: Shaper, x: number): number {
  const last = line.at(-1);
  if (!last?.glyphs) return x;
  const { style } = last.glyphs;
  const runs = shaper.shape('-', style).map((run) => ({ ...run, actualText: '\u00AD' }));
  const widthPt = widthOfRuns(runs, style.sizePt);
  line.push({ ...last, start: last.start + 1, x, widthPt, glyphs: { runs, style } });
  return x + widthPt;
}

/** Gives the pieces of a line with right-to-left parts their places on the page (UAX 9 L1, L2). */
function placeVisually<Tag>(pieces: Piece<Tag>[], direction: BaseDirection): readonly Piece<Tag>[] {
  if (pieces.every((piece) => piece.level === 0)) return pieces;
  const afterWords = pieces.findLastIndex((piece) => !isSpace(piece)) + 1;
  const level = direction === 'rtl' ? 1 : 0;
  const levelled = pieces.map((piece, index) => (index < afterWords ? piece : { ...piece, level }));
  let x = pieces[0]?.x ?? 0;
  // The spaces at the end of a line that reads from the right hang over its left end.
  if (direction === 'rtl') for (const space of pieces.slice(afterWords)) x -= space.widthPt;
  const places = new Map<Piece<Tag>, number>();
  for (const piece of visualOrder(levelled)) {
    places.set(piece, x);
    x += piece.widthPt;
  }
  return levelled.map((piece) => ({ ...piece, x: places.get(piece) ?? piece.x }));
}

function isSpace<Tag>(piece: Piece<Tag>): boolean {
  return piece.glyphs?.runs.every((run) => run.text.trim() === '') ?? false;
}

interface PlacedItem<Tag> {
  readonly item: InlineItem<Tag>;
  readonly from: number;
  readonly to: number;
}

function* atomsOf<Tag>(
  items: readonly InlineItem<Tag>[],
  shaper: Shaper,
  direction: BaseDirection = 'ltr',
): Generator<Atom<Tag>, void, undefined> {
  const placed: PlacedItem<Tag>[] = [];
  let text = '';
  for (const item of items) {
    const from = text.length;
    text += item.kind === 'text' ? item.text : item.kind === 'object' ? '\uFFFC' : '\u2028';
    placed.push({ item, from, to: text.length });
  }
  const levels = embeddingLevels(text, direction);
  let first = 0;
  let start = 0;
  for (const end of opportunities(text)) {
    while ((placed[first]?.to ?? Infinity) <= start) first += 1;
    yield atomOf(text.slice(start, end), { placed, first, start, end, levels }, shaper);
    start = end;
  }
}

/** Break opportunities of UAX 14, the end of the text among them; inside long words also after the signs of a URL and within digests. */
function* opportunities(text: string): Generator<number, void, undefined> {
  const breaker = new LineBreaker(text);
  let start = 0;
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    if (next.position - start > longWord) yield* urlBreaks(text, start, next.position);
    if (next.position > start) yield next.position;
    start = next.position;
  }
  if (start < text.length) yield text.length;
}

function* urlBreaks(text: string, start: number, end: number): Generator<number, void, undefined> {
  if (/^[0-9a-f]{64,}\s*$/u.test(text.slice(start, end))) {
    for (let index = start + digestGroup; index < end - 2; index += digestGroup) yield index;
    return;
  }
  for (let index = start + 1; index < end - 2; index += 1) {
    if (/[/._?&=#-]/u.test(text[index] ?? '') && /[\p{L}\p{N}]/u.test(text[index + 1] ?? '')) yield index + 1;
  }
}

function atomOf<Tag>(
  text: string,
  range: {
    readonly placed: readonly PlacedItem<Tag>[];
    readonly first: number;
    readonly start: number;
    readonly end: number;
    readonly levels: Uint8Array | undefined;
  },
  shaper: Shaper,
): Atom<Tag> {
  const pieces: Piece<Tag>[] = [];
  let x = 0;
  let hangPt = 0;
  let mustBreak = false;
  for (let index = range.first; index < range.placed.length; index += 1) {
    const entry = range.placed[index];
    if (!entry || entry.from >= range.end) break;
    const { item } = entry;
    const from = Math.max(range.start, entry.from);
    if (item.kind === 'break') {
      mustBreak = true;
    } else if (item.kind === 'object') {
      pieces.push({ tag: item.tag, start: 0, x, widthPt: item.widthPt, level: range.levels?.[from] ?? 0 });
      x += item.widthPt;
      hangPt = 0;
    } else {
      for (const part of levelParts(range.levels, from, Math.min(range.end, entry.to), text, range.start)) {
        const start = part.from - entry.from;
        const slice = item.text.slice(start, part.to - entry.from).replace(breakCharacters, '');
        if (slice === '') continue;
        const runs = shaper.shape(slice, item.style, part.level % 2 === 1);
        const widthPt = widthOfRuns(runs, item.style.sizePt);
        const { level } = part;
        pieces.push({ tag: item.tag, start, x, widthPt, level, glyphs: { runs, style: item.style } });
        x += widthPt;
        const spaces = spacesAtEnd(slice);
        const spacePt = spaces !== '' ? widthOfRuns(shaper.shape(spaces, item.style), item.style.sizePt) : 0;
        hangPt = spaces === slice ? hangPt + spacePt : spacePt;
      }
    }
  }
  return { pieces, widthPt: x, hangPt, mustBreak, text, hyphen: text.endsWith('\u00AD') };
}

function spacesAtEnd(text: string): string {
  let end = text.length;
  while (' \t'.includes(text.charAt(end - 1) || '|')) end -= 1;
  return text.slice(end);
}

/** A range cut where the embedding level changes, and before the spaces at the end of what reads from the right. */
function* levelParts(
  levels: Uint8Array | undefined,
  from: number,
  to: number,
  text: string,
  textFrom: number,
): Generator<{ from: number; to: number; level: number }, void, undefined> {
  if (!levels) {
    yield { from, to, level: 0 };
    return;
  }
  let start = from;
  const spacesFrom = textFrom + text.slice(0, to - textFrom).trimEnd().length;
  for (let index = from + 1; index <= to; index += 1) {
    const level = levels[start] ?? 0;
    const spaceBegins = level % 2 === 1 && index >= spacesFrom;
    if (index < to && levels[index] === level && !spaceBegins) continue;
    yield { from: start, to: index, level };
    start = index;
  }
}

/** Cuts an atom that is wider than a line into clusters. */
function* splitAtom<Tag>(
  atom: Atom<Tag>,
  items: readonly InlineItem<Tag>[],
  shaper: Shaper,
): Generator<Atom<Tag>, void, undefined> {
  const itemOf = new Map(items.map((item) => [item.tag, item]));
  for (const piece of atom.pieces) {
    const item = itemOf.get(piece.tag);
    if (!piece.glyphs || item?.kind !== 'text') {
      yield { ...atom, pieces: [{ ...piece, x: 0 }], widthPt: piece.widthPt, hangPt: 0, mustBreak: false };
      continue;
    }
    const { style, runs } = piece.glyphs;
    let start = piece.start;
    for (const cluster of clustersOf(runs.map((run) => run.actualText ?? run.text).join(''))) {
      const shaped = shaper.shape(cluster, style, piece.level % 2 === 1);
      const widthPt = widthOfRuns(shaped, style.sizePt);
      const part = { ...piece, start, x: 0, widthPt, glyphs: { runs: shaped, style } };
      const hangPt = cluster === ' ' ? widthPt : 0;
      yield { pieces: [part], widthPt, hangPt, mustBreak: false, text: cluster, hyphen: false };
      start += cluster.length;
    }
  }
}
