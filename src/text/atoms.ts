import type { Direction } from '../characters/strong-letters.ts';
import { breakingSigns } from './breaking-signs.ts';
import { breakOpportunities } from './break-opportunities.ts';
import { clustersOf } from './clusters.ts';
import { hyphenPlaces } from './hyphenate.ts';
import { embeddingLevels } from './directions.ts';
import { halvedAtEnd } from './half-signs.ts';
import type { InlineItem, Piece } from './inline-item.ts';
import type { Shaper } from './shape-text.ts';
import { widthOfRuns } from './width-of-runs.ts';

/** What may not be broken: the pieces between two break opportunities of UAX 14. */
export interface Atom<Tag> {
  readonly pieces: Piece<Tag>[];
  readonly widthPt: number;
  /** Width of the white space at its end, which may hang over the measure, that within a sign among it. */
  readonly hangPt: number;
  readonly mustBreak: boolean;
  readonly text: string;
  /** Of what ends with a soft hyphen: how wide the hyphen is that a line shows which ends there. */
  readonly hyphenPt: number | undefined;
  /** Of a word that may be hyphenated: its parts, each but the last as if it ended with a soft hyphen. */
  readonly parts?: () => readonly Atom<Tag>[];
}

/** What is wider than a line by no more than this fits it: widths are sums that were rounded. */
export const tolerancePt = 0.001;

/** The width of atoms beside each other, points. */
export function widthOfAtoms<Tag>(atoms: readonly Atom<Tag>[]): number {
  return atoms.reduce((sum, { widthPt }) => sum + widthPt, 0);
}

/** What says where a line may break, and nothing else: on paper that is decided, and a search would stumble over it. */
const breakCharacters = /[\u00AD\u200B]/gu;

interface PlacedItem<Tag> {
  readonly item: InlineItem<Tag>;
  readonly from: number;
  readonly to: number;
}

/** The atoms of a paragraph, in order: together they are all of its items. */
export function* atomsOf<Tag>(
  items: readonly InlineItem<Tag>[],
  shaper: Shaper,
  direction: Direction = 'ltr',
): Generator<Atom<Tag>, void, undefined> {
  const placed: PlacedItem<Tag>[] = [];
  let [text, signs] = ['', ''];
  for (const item of items) {
    const from = text.length;
    const own = textOf(item);
    text += own;
    signs += item.kind === 'text' ? breakingSigns(own, item.style.lang) : own;
    placed.push({ item, from, to: text.length });
  }
  const levels = embeddingLevels(text, direction);
  let first = 0;
  let start = 0;
  let ending = 0;
  for (const end of breakOpportunities(text, signs)) {
    while ((placed[ending]?.to ?? Infinity) <= end) ending += 1;
    const holding = placed[ending];
    if (holding && holdsTogether(holding, end)) continue;
    while ((placed[first]?.to ?? Infinity) <= start) first += 1;
    const range = { placed, first, start, end, levels };
    const atom = atomOf(text.slice(start, end), range, shaper);
    const parts = levels ? undefined : hyphenParts(text, range, shaper);
    yield parts ? { ...atom, parts } : atom;
    start = end;
  }
}

/** Whether no line ends at a place that is in an item, or where it begins. */
function holdsTogether<Tag>({ item, from }: PlacedItem<Tag>, end: number): boolean {
  if (item.kind !== 'text' || item.unbroken === undefined) return false;
  return end > from || item.unbroken === 'before';
}

function textOf<Tag>(item: InlineItem<Tag>): string {
  if (item.kind === 'text') return item.text;
  return item.kind === 'isolate' ? item.control : item.kind === 'object' ? '\uFFFC' : '\u2028';
}

interface AtomRange<Tag> {
  readonly placed: readonly PlacedItem<Tag>[];
  /** Index of the first item that is not before it. */
  readonly first: number;
  readonly start: number;
  readonly end: number;
  readonly levels: Uint8Array | undefined;
}

/** A word with the marks around it, in one piece and without a hyphen of its own. */
const plainWord = /^[("'“‘«„¿¡[]*(\p{L}+)[)"'”’»\].,;:!?…]*\s*$/u;
const joinedBefore = /[-\u00AD\u2010./@_]/u;

/** The parts of a word that is all of one phrase which is hyphenated; `undefined` of what is no such word. */
function hyphenParts<Tag>(
  text: string,
  range: AtomRange<Tag>,
  shaper: Shaper,
): (() => readonly Atom<Tag>[]) | undefined {
  const { placed, first, start, end } = range;
  const { item, from = 0, to = 0 } = placed[first] ?? {};
  if (item?.kind !== 'text' || !item.hyphenates || from > start || to < end) return undefined;
  if (joinedBefore.test(text.charAt(start - 1))) return undefined;
  return () => {
    const whole = text.slice(start, end);
    const word = plainWord.exec(whole)?.[1];
    if (word === undefined) return [];
    const at = start + whole.indexOf(word);
    const ends = [...hyphenPlaces(word, item.style.lang).map((place) => at + place), end];
    let partStart = start;
    return ends.map((partEnd) => {
      const part = { ...range, start: partStart, end: partEnd };
      const atom = atomOf(text.slice(partStart, partEnd), part, shaper);
      partStart = partEnd;
      return partEnd === end ? atom : { ...atom, hyphenPt: hyphenWidth(atom.pieces, shaper) };
    });
  };
}

function atomOf<Tag>(text: string, range: AtomRange<Tag>, shaper: Shaper): Atom<Tag> {
  const pieces: Piece<Tag>[] = [];
  let x = 0;
  let hangPt = 0;
  let mustBreak = false;
  for (let index = range.first; index < range.placed.length; index += 1) {
    const entry = range.placed[index];
    if (!entry || entry.from >= range.end) break;
    const { item } = entry;
    const from = Math.max(range.start, entry.from);
    if (item.kind === 'isolate') continue;
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
        const piece = { tag: item.tag, start, x, widthPt, level, glyphs: { runs, style: item.style } };
        pieces.push(piece);
        x += widthPt;
        const spaces = spacesAtEnd(slice);
        const spacePt = spaces !== '' ? widthOfRuns(shaper.shape(spaces, item.style), item.style.sizePt) : 0;
        hangPt = spaces === slice ? hangPt + spacePt : spacePt;
        if (spaces === '' && !range.levels)
          hangPt = widthPt - (halvedAtEnd(piece, shaper)?.widthPt ?? widthPt);
      }
    }
  }
  // Behind a space nothing is hyphenated.
  const hyphenPt = text.endsWith(softHyphen) && pieces.length > 0 ? hyphenWidth(pieces, shaper) : undefined;
  return { pieces, widthPt: x, hangPt, mustBreak, text, hyphenPt };
}

const softHyphen = '\u00AD';

/** The width of the hyphen behind the last of these pieces. */
function hyphenWidth<Tag>(pieces: readonly Piece<Tag>[], shaper: Shaper): number {
  const style = pieces.at(-1)?.glyphs?.style;
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
function levelParts(
  levels: Uint8Array | undefined,
  from: number,
  to: number,
  text: string,
  textFrom: number,
): readonly { readonly from: number; readonly to: number; readonly level: number }[] {
  if (!levels) return [{ from, to, level: 0 }];
  const parts: { from: number; to: number; level: number }[] = [];
  let start = from;
  const spacesFrom = from + text.slice(from - textFrom, to - textFrom).trimEnd().length;
  for (let index = from + 1; index <= to; index += 1) {
    const level = levels[start] ?? 0;
    const spaceBegins = level % 2 === 1 && index >= spacesFrom;
    if (index < to && levels[index] === level && !spaceBegins) continue;
    parts.push({ from: start, to: index, level });
    start = index;
  }
  return parts;
}

/** Cuts an atom that is wider than a line into clusters. */
export function* splitAtom<Tag>(
  atom: Atom<Tag>,
  itemOf: (tag: Tag) => InlineItem<Tag> | undefined,
  shaper: Shaper,
): Generator<Atom<Tag>, void, undefined> {
  for (const piece of atom.pieces) {
    const item = itemOf(piece.tag);
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
      yield { pieces: [part], widthPt, hangPt, mustBreak: false, text: cluster, hyphenPt: undefined };
      start += cluster.length;
    }
  }
}
