import { atomsOf, splitAtom, tolerancePt, widthOfAtoms, type Atom } from './atoms.ts';
import { balancedStarts } from './balance-lines.ts';
import { visualOrder, type BaseDirection } from './directions.ts';
import type { InlineItem, Piece } from './inline-item.ts';
import type { Shaper } from './shape-text.ts';
import { tiedAtoms, type Ties } from './tied-atoms.ts';
import { widthOfRuns } from './width-of-runs.ts';

/** A line of a paragraph. */
export interface Line<Tag> {
  /** In logical order, whatever their places. */
  readonly pieces: readonly Piece<Tag>[];
  /** Without the spaces at its end. */
  readonly widthPt: number;
}

/** What a paragraph is broken to. */
export interface Measure {
  readonly widthPt: number;
  readonly firstIndentPt?: number;
  /** Of the paragraph; left to right where absent. */
  readonly direction?: BaseDirection;
  /** Numbers that stay with the word before them; none where absent. */
  readonly ties?: Ties;
  /** Whether the lines, as many as first fit has, are to be as long as each other: of headings. */
  readonly balanced?: boolean;
}

/**
 * Breaks a paragraph into lines by UAX 14, first fit, or balanced where that is asked for. A word wider than the line is
 * broken between clusters; nothing is ever lost. A used soft hyphen becomes a hyphen whose actual text is U+00AD (ISO
 * 32000-1 §14.8.2.2.3).
 */
export function breakLines<Tag>(
  items: readonly InlineItem<Tag>[],
  shaper: Shaper,
  measure: Measure,
): readonly Line<Tag>[] {
  const { direction = 'ltr', ties, balanced = false, widthPt } = measure;
  const filling = openLines(items, shaper, measure);
  const tied = tiedAtoms(atomsOf(items, shaper, direction), { ties, widthPt });
  const placeGroup = (group: readonly Atom<Tag>[], begins: boolean): void => {
    if (begins) filling.endLine();
    for (const atom of group) filling.place(atom);
  };
  if (balanced) {
    const groups = [...tied];
    const starts = balancedStarts(groups, measure);
    for (const group of groups) placeGroup(group, starts ? starts.has(group) : !filling.fits(shownPt(group)));
  } else {
    for (const group of tied) placeGroup(group, group.length > 1 && !filling.fits(shownPt(group)));
  }
  return filling.close();
}

/** The width of atoms beside each other, without the spaces at their end, points. */
function shownPt<Tag>(atoms: readonly Atom<Tag>[]): number {
  return widthOfAtoms(atoms) - (atoms.at(-1)?.hangPt ?? 0);
}

/** Lines while they are filled. */
interface Filling<Tag> {
  /** Whether so much fits what is left of the line, points. */
  readonly fits: (shownPt: number) => boolean;
  /** Places an atom: on the next line where it does not fit, on several where it is wider than one. */
  readonly place: (atom: Atom<Tag>) => void;
  /** Ends the line where there is anything on it. */
  readonly endLine: () => void;
  readonly close: () => readonly Line<Tag>[];
}

function openLines<Tag>(
  items: readonly InlineItem<Tag>[],
  shaper: Shaper,
  { widthPt, firstIndentPt = 0, direction = 'ltr' }: Measure,
): Filling<Tag> {
  const lines: Line<Tag>[] = [];
  let current: Piece<Tag>[] = [];
  let x = firstIndentPt;
  let hang = 0;
  let hyphenated = false;
  const closeLine = (): void => {
    if (hyphenated && current.length > 0) x = appendHyphen(current, shaper, x);
    lines.push({ pieces: placeVisually(current, direction), widthPt: x - hang });
    current = [];
    x = 0;
    hang = 0;
    hyphenated = false;
  };
  const endLine = (): void => {
    if (current.length > 0) closeLine();
  };
  const put = (atom: Atom<Tag>): void => {
    for (const piece of atom.pieces) current.push({ ...piece, x: x + piece.x });
    x += atom.widthPt;
    hang = atom.hangPt;
    hyphenated = atom.hyphen;
  };
  const fits = (shown: number): boolean => x + shown <= widthPt + tolerancePt;
  let byTag: ReadonlyMap<Tag, InlineItem<Tag>> | undefined;
  const itemOf = (tag: Tag): InlineItem<Tag> | undefined =>
    (byTag ??= new Map(items.map((item) => [item.tag, item]))).get(tag);
  const placeParts = (atom: Atom<Tag>): void => {
    for (const part of splitAtom(atom, itemOf, shaper)) {
      if (!fits(part.widthPt - part.hangPt)) endLine();
      put(part);
    }
  };
  const place = (atom: Atom<Tag>): void => {
    const shown = atom.widthPt - atom.hangPt;
    if (!fits(shown)) endLine();
    if (fits(shown)) put(atom);
    else placeParts(atom);
    hyphenated = atom.hyphen && !atom.mustBreak;
    if (atom.mustBreak) closeLine();
  };
  const close = (): readonly Line<Tag>[] => {
    hyphenated = false;
    if (current.length > 0 || lines.length === 0) closeLine();
    return lines;
  };
  return { fits, place, endLine, close };
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
