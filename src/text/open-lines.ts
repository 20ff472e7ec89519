import type { Direction } from '../characters/strong-letters.ts';
import type { Atom } from './atom.ts';
import { visualOrder } from './directions.ts';
import { halvedAtEnd, halvedAtStart } from './half-signs.ts';
import type { Piece } from './inline-item.ts';
import type { Line, Measure } from './line.ts';
import type { Shaper } from './shape-text.ts';
import { widthOfRuns } from './width-of-runs.ts';

/** The lines that are full, and the one that is being filled. */
export interface OpenLines<Tag> {
  /** The width of what stands on the line under way, points. */
  readonly usedPt: () => number;
  /** Lines in a row, up to the one under way, that end with a hyphen. */
  readonly hyphensInARow: () => number;
  /** Puts an atom at the end of the line; a hyphen follows it, where it may have one, if the line ends there. */
  readonly put: (atom: Atom<Tag>) => void;
  /** Says whether a hyphen follows what was put last, if the line ends there. */
  readonly hyphenNext: (hyphen: boolean) => void;
  readonly isEmpty: () => boolean;
  /** Ends the line, with nothing on it too. */
  readonly closeLine: () => void;
  /** All lines, one at least. */
  readonly close: () => readonly Line<Tag>[];
}

/** Begins the first line of a paragraph. */
export function openLines<Tag>(
  shaper: Shaper,
  { firstIndentPt = 0, direction = 'ltr' }: Measure,
): OpenLines<Tag> {
  const lines: Line<Tag>[] = [];
  let current: Piece<Tag>[] = [];
  let x = firstIndentPt;
  let hang = 0;
  let hyphen = false;
  let hyphensInARow = 0;
  const put = (atom: Atom<Tag>): void => {
    const [first] = atom.pieces;
    const half = current.length === 0 ? halvedAtStart(first, shaper) : undefined;
    const lostPt = first && half ? first.widthPt - half.widthPt : 0;
    if (current.length === 0) x += atom.overPt ?? 0;
    for (const piece of atom.pieces) {
      current.push(half && piece === first ? { ...half, x } : { ...piece, x: x + piece.x - lostPt });
    }
    x += atom.widthPt - lostPt;
    hang = atom.hangPt;
    hyphen = atom.hyphenPt !== undefined;
  };
  const closeLine = (): void => {
    hyphensInARow = hyphen ? hyphensInARow + 1 : 0;
    if (hyphen && current.length > 0) x = appendHyphen(current, shaper, x);
    // The room that the sign gives up is in what hangs over already.
    const half = hang > 0 ? halvedAtEnd(current.at(-1), shaper) : undefined;
    if (half) current.splice(-1, 1, half);
    lines.push({ pieces: placeVisually(current, direction), widthPt: x - hang });
    current = [];
    x = 0;
    hang = 0;
    hyphen = false;
  };
  const close = (): readonly Line<Tag>[] => {
    hyphen = false;
    if (current.length > 0 || lines.length === 0) closeLine();
    return lines;
  };
  return {
    usedPt: () => x,
    hyphensInARow: () => hyphensInARow,
    put,
    hyphenNext: (next) => void (hyphen = next),
    isEmpty: () => current.length === 0,
    closeLine,
    close,
  };
}

function appendHyphen<Tag>(line: Piece<Tag>[], shaper: Shaper, x: number): number {
  const last = line.findLast(({ above }) => !above);
  if (!last?.glyphs) return x;
  const { style } = last.glyphs;
  const runs = shaper.shape('-', style).map((run) => ({ ...run, actualText: '\u00AD' }));
  const widthPt = widthOfRuns(runs, style.sizePt);
  line.push({ ...last, start: last.start + 1, x, widthPt, glyphs: { runs, style } });
  return x + widthPt;
}

/** Gives the pieces of a line with right-to-left parts their places on the page (UAX 9 L1, L2). */
function placeVisually<Tag>(pieces: Piece<Tag>[], direction: Direction): readonly Piece<Tag>[] {
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
