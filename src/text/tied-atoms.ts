import type { Atom } from './atom.ts';

/** Which numbers stay on the line of the word before them: those that name something or belong to a unit, or all of them. */
export type Ties = 'names' | 'all';

/** Of the width of a line, what a tie may at most keep together: in a narrow column it is better to break. */
const tiedShare = 0.6;

/** A date has three parts; what is longer breaks. */
const mostTied = 4;

/**
 * Atoms in groups that one line is to hold: a number with the word that it belongs to, such as `Section 5`, `Rev. 4`, `10 May
 * 2012` or `$5 million`. Where a group does not fit a line, it breaks as other words do.
 */
export function* tiedAtoms<Tag>(
  atoms: Iterable<Atom<Tag>>,
  { ties, widthPt }: { readonly ties: Ties | undefined; readonly widthPt: number },
): Generator<readonly Atom<Tag>[], void, undefined> {
  let group: Atom<Tag>[] = [];
  let groupPt = 0;
  for (const atom of atoms) {
    const last = group.at(-1);
    const joins =
      ties !== undefined &&
      last !== undefined &&
      !last.mustBreak &&
      group.length < mostTied &&
      areTied(last.text, atom.text, ties) &&
      groupPt + atom.widthPt - atom.hangPt <= widthPt * tiedShare;
    if (joins) {
      group.push(atom);
      groupPt += atom.widthPt;
    } else {
      if (last) yield group;
      group = [atom];
      groupPt = atom.widthPt;
    }
  }
  if (group.length > 0) yield group;
}

/** A number that stands for itself, with what may open or follow it. */
const number = /^["'([“‘«]*[$€£¥§#№]?\d/u;

/** A number that a unit can follow. */
const amount = /^["'([“‘«]*[$€£¥]?\d[\d.,]*$/u;

/** A word that begins with a capital letter: a name, a month, the head of a reference. */
const name = /^["'([“‘«]*\p{Lu}[\p{L}’'-]*\.?$/u;

/** A short abbreviation. */
const abbreviation = /^["'([“‘«]*\p{L}{1,4}\.$/u;

/** Words before the number of a part of a text. */
const reference =
  /^["'([“‘«]*(?:§§?|№|pages?|pp?|sections?|chapters?|figures?|tables?|lines?|numbers?|volumes?|articles?|parts?|steps?|items?|paragraphs?|rows?|columns?|questions?|versions?|appendix|rule|seite|capítulo|página|artículo|sección|chapitre|capitolo|pagina)$/u;

/** Words that make a number larger, and units. */
const unit =
  /^(?:hundred|thousand|mill[io]|bill[io]|trill[io]|percent|prozent|(?:%|‰|°[CF]?|€|[kcm]?m|k?g|mg|[kM]?Wh?|[kMGT]B|pt|px|[ap]\.?m\.?)(?:[.,;:)!?]|\s|$))/u;

const day = /^["'([“‘«]*\d{1,2}\.?$/u;
const month = /^\p{Lu}\p{Ll}{2}/u;

const space = 32;
const dot = 46;

function areTied(before: string, after: string, ties: Ties): boolean {
  if (before.charCodeAt(before.length - 1) !== space || !mayTie(before, after)) return false;
  const word = before.trimEnd();
  const end = word.charCodeAt(word.length - 1);
  if (number.test(after)) {
    if (ties === 'all') return /[\p{L}.]$/u.test(word);
    return name.test(word) || abbreviation.test(word) || reference.test(word);
  }
  if (end !== dot && !isDigit(end)) return false;
  return (unit.test(after) && amount.test(word)) || (month.test(after) && day.test(word));
}

/** Neither begins with a letter behind what ends in one, as most words do: they need no closer look. */
function mayTie(before: string, after: string): boolean {
  return !isLetter(after.charCodeAt(0)) || !isLetter(before.charCodeAt(before.length - 2));
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
