import { atomsOf, splitAtom, type Atom } from './atoms.ts';
import { visualOrder, type BaseDirection } from './directions.ts';
import type { InlineItem, Piece } from './inline-item.ts';
import type { Shaper } from './shape-text.ts';
import { widthOfRuns } from './width-of-runs.ts';

/** A line of a paragraph. */
export interface Line<Tag> {
  /** In logical order, whatever their places. */
  readonly pieces: readonly Piece<Tag>[];
  /** Without the spaces at its end. */
  readonly widthPt: number;
}

/**
 * Breaks a paragraph into lines by UAX 14, first fit. A word wider than the line is broken between clusters; nothing is
 * ever lost. A used soft hyphen becomes a hyphen whose actual text is U+00AD (ISO 32000-1 §14.8.2.2.3).
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
  let byTag: ReadonlyMap<Tag, InlineItem<Tag>> | undefined;
  const itemOf = (tag: Tag): InlineItem<Tag> | undefined =>
    (byTag ??= new Map(items.map((item) => [item.tag, item]))).get(tag);
  for (const atom of atomsOf(items, shaper, direction)) {
    if (!fits(atom) && current.length > 0) closeLine();
    if (fits(atom)) {
      place(atom);
    } else {
      for (const part of splitAtom(atom, itemOf, shaper)) {
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
