import { widthOfAtoms, type Atom } from './atom.ts';

type Group<Tag> = readonly Atom<Tag>[];

/** Of the width of a line: a last word that takes less does not stand alone on the last line of a paragraph … */
const shortShare = 0.12;

/** … where the word before it, which joins it there, leaves no larger hole than this. */
const holeShare = 0.25;

/** The same groups, the last two in one where the last alone would be too short a line. */
export function* tiedEnd<Tag>(
  groups: Iterable<Group<Tag>>,
  widthPt: number,
): Generator<Group<Tag>, void, undefined> {
  let [before, last]: [Group<Tag> | undefined, Group<Tag> | undefined] = [undefined, undefined];
  for (const group of groups) {
    if (before) yield before;
    [before, last] = [last, group];
  }
  if (before && last && isTied(before, last, widthPt)) {
    yield [...before, ...last];
    return;
  }
  if (before) yield before;
  if (last) yield last;
}

function isTied<Tag>(before: Group<Tag>, last: Group<Tag>, widthPt: number): boolean {
  if (before.at(-1)?.mustBreak) return false;
  return widthOfAtoms(last) < widthPt * shortShare && widthOfAtoms(before) < widthPt * holeShare;
}
