import type { Direction } from '../characters/strong-letters.ts';
import type { Atom } from './atom.ts';
import { breakingSigns } from './breaking-signs.ts';
import { breakOpportunities } from './break-opportunities.ts';
import { buildAtom, hyphenWidth, type AtomRange, type PlacedItem } from './build-atom.ts';
import { clustersOf } from './clusters.ts';
import { hyphenPlaces } from './hyphenate.ts';
import { embeddingLevels } from './directions.ts';
import type { InlineItem } from './inline-item.ts';
import { isReading, withReadingsBehind } from './readings.ts';
import type { Shaper } from './shape-text.ts';
import { widthOfRuns } from './width-of-runs.ts';

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
  if (levels && items.some(isReading)) {
    yield* atomsOf(withReadingsBehind(items), shaper, direction);
    return;
  }
  let first = 0;
  let start = 0;
  let ending = 0;
  for (const end of breakOpportunities(text, signs)) {
    while ((placed[ending]?.to ?? Infinity) <= end) ending += 1;
    const holding = placed[ending];
    if (holding && holdsTogether(holding, end)) continue;
    while ((placed[first]?.to ?? Infinity) <= start) first += 1;
    const range = { text, placed, first, start, end, levels };
    const atom = buildAtom(range, shaper);
    const parts = levels ? undefined : hyphenParts(range, shaper);
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
  if (item.kind === 'text') return isReading(item) ? '' : item.text;
  return item.kind === 'isolate' ? item.control : item.kind === 'object' ? '\uFFFC' : '\u2028';
}

/** A word with the marks around it, in one piece and without a hyphen of its own. */
const plainWord = /^[("'“‘«„¿¡[]*(\p{L}+)[)"'”’»\].,;:!?…]*\s*$/u;
const joinedBefore = /[-\u00AD\u2010./@_]/u;

/** The parts of a word that is all of one phrase which is hyphenated; `undefined` of what is no such word. */
function hyphenParts<Tag>(range: AtomRange<Tag>, shaper: Shaper): (() => readonly Atom<Tag>[]) | undefined {
  const { text, placed, first, start, end } = range;
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
      const atom = buildAtom({ ...range, start: partStart, end: partEnd }, shaper);
      partStart = partEnd;
      return partEnd === end ? atom : { ...atom, hyphenPt: hyphenWidth(atom.pieces, shaper) };
    });
  };
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
      // What breaks has its reading behind it.
      const { above: _, ...own } = piece;
      const part = { ...own, start, x: 0, widthPt, glyphs: { runs: shaped, style } };
      const hangPt = cluster === ' ' ? widthPt : 0;
      yield { pieces: [part], widthPt, hangPt, mustBreak: false, text: cluster, hyphenPt: undefined };
      start += cluster.length;
    }
  }
}
