import { appendAll } from '../lists/append-all.ts';
import type { Atom } from './atom.ts';
import { halvedAtEnd } from './half-signs.ts';
import type { InlineItem, Piece } from './inline-item.ts';
import { isReading, placeReading } from './readings.ts';
import type { Shaper } from './shape-text.ts';
import { widthOfRuns } from './width-of-runs.ts';

/** What says where a line may break, and nothing else: on paper that is decided, and a search would stumble over it. */
const breakCharacters = /[\u00AD\u200B]/gu;

/** An item with the place of its text among that of all. */
export interface PlacedItem<Tag> {
  readonly item: InlineItem<Tag>;
  readonly from: number;
  readonly to: number;
}

/** A part of a paragraph that no line breaks. */
export interface AtomRange<Tag> {
  /** The text of all items. */
  readonly text: string;
  readonly placed: readonly PlacedItem<Tag>[];
  /** Index of the first item that is not before it. */
  readonly first: number;
  readonly start: number;
  readonly end: number;
  readonly levels: Uint8Array | undefined;
}

const softHyphen = '\u00AD';

/** An atom while it is put together. */
interface OpenAtom<Tag> {
  readonly pieces: Piece<Tag>[];
  /** Of each item from the first of its range on, where its pieces begin. */
  readonly begins: number[];
  x: number;
  hangPt: number;
  overPt: number;
  mustBreak: boolean;
}

/** The atom of a range: its pieces beside each other, readings above their words. */
export function buildAtom<Tag>(range: AtomRange<Tag>, shaper: Shaper): Atom<Tag> {
  const open: OpenAtom<Tag> = { pieces: [], begins: [], x: 0, hangPt: 0, overPt: 0, mustBreak: false };
  for (let index = range.first; index < range.placed.length; index += 1) {
    const entry = range.placed[index];
    if (!entry || (entry.from >= range.end && !isReading(entry.item))) break;
    open.begins.push(open.pieces.length);
    addItem(open, { entry, index, range }, shaper);
  }
  const { pieces, x: widthPt, hangPt, overPt, mustBreak } = open;
  const text = range.text.slice(range.start, range.end);
  // Behind a space nothing is hyphenated.
  const hyphenPt = text.endsWith(softHyphen) && pieces.length > 0 ? hyphenWidth(pieces, shaper) : undefined;
  const atom = { pieces, widthPt, hangPt, mustBreak, text, hyphenPt };
  return overPt === 0 ? atom : { ...atom, overPt };
}

interface ItemAt<Tag> {
  readonly entry: PlacedItem<Tag>;
  readonly index: number;
  readonly range: AtomRange<Tag>;
}

function addItem<Tag>(open: OpenAtom<Tag>, at: ItemAt<Tag>, shaper: Shaper): void {
  const { entry, range } = at;
  const { item } = entry;
  const { pieces } = open;
  if (item.kind === 'isolate') return;
  if (item.kind === 'break') {
    open.mustBreak = true;
  } else if (item.kind === 'object') {
    const level = range.levels?.[Math.max(range.start, entry.from)] ?? 0;
    pieces.push({ tag: item.tag, start: 0, x: open.x, widthPt: item.widthPt, level });
    open.x += item.widthPt;
    open.hangPt = 0;
  } else if (item.above === undefined) {
    addText(open, item, at, shaper);
  } else if (!isReading(range.placed[at.index + 1]?.item)) {
    addReading(open, { ...at, back: item.above }, shaper);
  }
}

function addText<Tag>(
  open: OpenAtom<Tag>,
  item: InlineItem<Tag> & { readonly kind: 'text' },
  { entry, range }: ItemAt<Tag>,
  shaper: Shaper,
): void {
  const { style, tag } = item;
  const from = Math.max(range.start, entry.from);
  for (const part of levelParts(range, from, Math.min(range.end, entry.to))) {
    const start = part.from - entry.from;
    const slice = item.text.slice(start, part.to - entry.from).replace(breakCharacters, '');
    if (slice === '') continue;
    const runs = shaper.shape(slice, style, part.level % 2 === 1);
    const widthPt = widthOfRuns(runs, style.sizePt);
    const piece = { tag, start, x: open.x, widthPt, level: part.level, glyphs: { runs, style } };
    open.pieces.push(piece);
    open.x += widthPt;
    const spaces = spacesAtEnd(slice);
    const spacePt = spaces !== '' ? widthOfRuns(shaper.shape(spaces, style), style.sizePt) : 0;
    open.hangPt = spaces === slice ? open.hangPt + spacePt : spacePt;
    if (spaces === '' && !range.levels)
      open.hangPt = widthPt - (halvedAtEnd(piece, shaper)?.widthPt ?? widthPt);
  }
}

/** Adds a reading, the last part of which is at hand, above the word before it. */
function addReading<Tag>(
  open: OpenAtom<Tag>,
  { entry, index, range, back }: ItemAt<Tag> & { readonly back: number },
  shaper: Shaper,
): void {
  const wordAt = index - back;
  const { pieces } = open;
  const begin = open.begins[wordAt - range.first] ?? pieces.length;
  const word = range.placed[wordAt];
  const first = pieces[begin];
  if (!word || !first) return;
  const items = range.placed.slice(wordAt, index + 1).flatMap(({ item }) => (isReading(item) ? [item] : []));
  const beside = {
    before: signOf(range, wordAt - 1, word.from - 1),
    after: signOf(range, index + 1, entry.to),
  };
  const placed = placeReading({ items, from: first.x, to: open.x, ...beside }, shaper);
  for (const [place, piece] of pieces.entries())
    if (place >= begin) pieces[place] = { ...piece, x: piece.x + placed.wordPt };
  appendAll(pieces, placed.pieces);
  open.x += placed.restPt;
  open.hangPt = -placed.overAfterPt;
  if (begin === 0) open.overPt = placed.overBeforePt;
}

/** The sign at a place, where it is of a text that has no reading. */
function signOf<Tag>({ placed, text }: AtomRange<Tag>, index: number, at: number): string {
  const { item } = placed[index] ?? {};
  return item?.kind === 'text' && item.unbroken === undefined && item.above === undefined
    ? text.charAt(at)
    : '';
}

/** The width of the hyphen behind the last of these pieces. */
export function hyphenWidth<Tag>(pieces: readonly Piece<Tag>[], shaper: Shaper): number {
  const style = pieces.findLast(({ above }) => !above)?.glyphs?.style;
  return style ? widthOfRuns(shaper.shape('-', style), style.sizePt) : 0;
}

function spacesAtEnd(text: string): string {
  let end = text.length;
  while (isSpace(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(end);
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9;
}

/** A range cut where the embedding level changes, and before the spaces at the end of what reads from the right. */
function levelParts<Tag>(
  { levels, text }: AtomRange<Tag>,
  from: number,
  to: number,
): readonly { readonly from: number; readonly to: number; readonly level: number }[] {
  if (!levels) return [{ from, to, level: 0 }];
  const parts: { from: number; to: number; level: number }[] = [];
  let start = from;
  const spacesFrom = from + text.slice(from, to).trimEnd().length;
  for (let index = from + 1; index <= to; index += 1) {
    const level = levels[start] ?? 0;
    const spaceBegins = level % 2 === 1 && index >= spacesFrom;
    if (index < to && levels[index] === level && !spaceBegins) continue;
    parts.push({ from: start, to: index, level });
    start = index;
  }
  return parts;
}
