import type { Atom } from './atom.ts';
import { atomsOf } from './atoms.ts';
import type { InlineItem } from './inline-item.ts';
import type { Shaper } from './shape-text.ts';

/** How wide a text is, points, and how many lines it has where nothing makes it break. */
export interface TextWidth {
  /** Of the widest atom: narrower, a word would break where no language breaks it. */
  readonly minPt: number;
  /** Of the widest word, with what hyphens and slashes join to it, but for long ones such as addresses. */
  readonly wordPt: number;
  /** Of the longest line without any optional break. */
  readonly maxPt: number;
  /** Of all lines together. */
  readonly inkPt: number;
  readonly lines: number;
}

/** Signs that a line may break behind, though what they join is read as one: a date, a number, a name. */
const joiner = /[-‐\u00AD/._?&=#]$/u;

/** Letters of what is kept whole; longer addresses break at their signs. */
const longestWhole = 20;

/** What columns of tables are measured by. */
export function measureText<Tag>(items: readonly InlineItem<Tag>[], shaper: Shaper): TextWidth {
  const spare = sparesOf(items);
  let [minPt, wordPt, maxPt, inkPt, lines, x, shownPt] = [0, 0, 0, 0, 0, 0, 0];
  let word = emptyWord;
  let isOpen = false;
  for (const atom of atomsOf(items, shaper)) {
    const leastPt = atom.widthPt - atom.hangPt - scaledPt(atom, spare);
    minPt = Math.max(minPt, leastPt + (atom.hyphenPt ?? 0));
    word = joinWord(isOpen ? word : emptyWord, atom, leastPt);
    isOpen = !atom.mustBreak && joiner.test(atom.text);
    if (!isOpen) wordPt = Math.max(wordPt, word.letters > longestWhole ? word.widestPt : word.widthPt);
    shownPt = x + atom.widthPt - atom.hangPt;
    maxPt = Math.max(maxPt, shownPt);
    x += atom.widthPt;
    if (!atom.mustBreak) continue;
    [inkPt, lines, x, shownPt] = [inkPt + shownPt, lines + 1, 0, 0];
  }
  if (isOpen) wordPt = Math.max(wordPt, word.widestPt);
  if (x > 0) [inkPt, lines] = [inkPt + shownPt, lines + 1];
  return { minPt, wordPt, maxPt, inkPt, lines };
}

/** Atoms that are read as one: their width, that of the widest, and how many letters they are. */
interface Word {
  readonly widthPt: number;
  readonly widestPt: number;
  readonly letters: number;
}

const emptyWord: Word = { widthPt: 0, widestPt: 0, letters: 0 };

function joinWord<Tag>({ widthPt, widestPt, letters }: Word, atom: Atom<Tag>, leastPt: number): Word {
  return {
    widthPt: widthPt + leastPt,
    widestPt: Math.max(widestPt, leastPt + (atom.hyphenPt ?? 0)),
    letters: letters + atom.text.trimEnd().length,
  };
}

function scaledPt<Tag>(atom: Atom<Tag>, spare: ReadonlyMap<Tag, number>): number {
  return atom.pieces.reduce((sum, piece) => sum + (piece.glyphs ? 0 : (spare.get(piece.tag) ?? 0)), 0);
}

/** By how much each object can be scaled down. */
function sparesOf<Tag>(items: readonly InlineItem<Tag>[]): ReadonlyMap<Tag, number> {
  const objects = items.filter((item) => item.kind === 'object');
  return new Map(objects.map(({ tag, widthPt, leastPt = widthPt }) => [tag, widthPt - leastPt]));
}
