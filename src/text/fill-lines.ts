import { tolerancePt, type Atom } from './atom.ts';
import { splitAtom } from './atoms.ts';
import { openLines, type OpenLines } from './open-lines.ts';
import type { InlineItem } from './inline-item.ts';
import type { Line, Measure } from './line.ts';
import type { Shaper } from './shape-text.ts';

/** Of a line, what may stay empty at its end before a word is hyphenated; and how many lines in a row may end with a hyphen. */
const emptyShare = 0.1;
const mostHyphens = 2;

/** Lines while they are filled. */
export interface Filling<Tag> {
  /** Whether so much fits what is left of the line, points. */
  readonly fits: (shownPt: number) => boolean;
  /** Whether so much of the line is empty that a word is hyphenated, and not too many lines above end with a hyphen. */
  readonly mayHyphenate: () => boolean;
  /** Places what soft hyphens join: as much as fits with a hyphen, the rest on further lines; on several what is wider than one. */
  readonly place: (word: readonly Atom<Tag>[]) => void;
  /** Ends the line where there is anything on it. */
  readonly endLine: () => void;
  readonly close: () => readonly Line<Tag>[];
}

/** Begins the lines of a paragraph. */
export function fillLines<Tag>(
  items: readonly InlineItem<Tag>[],
  shaper: Shaper,
  measure: Measure,
): Filling<Tag> {
  const { widthPt } = measure;
  const lines = openLines<Tag>(shaper, measure);
  const fits = (shownPt: number): boolean => lines.usedPt() + shownPt <= widthPt + tolerancePt;
  const endLine = (): void => {
    if (!lines.isEmpty()) lines.closeLine();
  };
  let byTag: ReadonlyMap<Tag, InlineItem<Tag>> | undefined;
  const itemOf = (tag: Tag): InlineItem<Tag> | undefined =>
    (byTag ??= new Map(items.map((item) => [item.tag, item]))).get(tag);
  const placeParts = (atom: Atom<Tag>): void => {
    for (const part of splitAtom(atom, itemOf, shaper)) {
      if (!fits(part.widthPt - part.hangPt)) endLine();
      lines.put(part);
    }
    lines.hyphenNext(atom.hyphenPt !== undefined && fits(atom.hyphenPt));
  };
  return {
    fits,
    mayHyphenate: () =>
      lines.hyphensInARow() < mostHyphens && widthPt - lines.usedPt() > widthPt * emptyShare,
    place: (word) => {
      placeWord(word, { lines, fits, placeParts });
    },
    endLine,
    close: lines.close,
  };
}

/** What placing a word needs of the lines. */
interface Placing<Tag> {
  readonly lines: OpenLines<Tag>;
  readonly fits: Filling<Tag>['fits'];
  /** Places an atom that is wider than a line on as many as it takes. */
  readonly placeParts: (atom: Atom<Tag>) => void;
}

function placeWord<Tag>(word: readonly Atom<Tag>[], { lines, fits, placeParts }: Placing<Tag>): void {
  let from = 0;
  while (from < word.length) {
    let to = fittingEnd(word, from, fits);
    const atom = word[from];
    if (to === from && !lines.isEmpty()) {
      lines.closeLine();
      continue;
    }
    if (to === from && atom) {
      placeParts(atom);
      to = from + 1;
    } else {
      for (const fitting of word.slice(from, to)) lines.put(fitting);
    }
    from = to;
    if (from < word.length) lines.closeLine();
  }
  if (word.at(-1)?.mustBreak) lines.closeLine();
}

/** Behind the last atom that the line has room for: all of them, or as many as fit with the hyphen that it then shows. */
function fittingEnd<Tag>(word: readonly Atom<Tag>[], from: number, fits: Filling<Tag>['fits']): number {
  let [end, widthPt] = [from, 0];
  for (let at = from; at < word.length; at += 1) {
    const { widthPt: ownPt = 0, hangPt = 0, hyphenPt = 0 } = word[at] ?? {};
    const shown = widthPt + ownPt - hangPt;
    if (!fits(shown)) return end;
    if (at === word.length - 1 || fits(shown + hyphenPt)) end = at + 1;
    widthPt += ownPt;
  }
  return end;
}
