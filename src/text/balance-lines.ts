import { tolerancePt, widthOfAtoms, type Atom } from './atom.ts';

type Group<Tag> = readonly Atom<Tag>[];

/** More lines are a paragraph, not a heading; and the work grows with both. */
const mostLines = 12;
const mostGroups = 400;

/** What a word that is alone on the last line costs, as the square of the width of a line: more than any raggedness. */
const loneWordCost = 100;

/**
 * The groups of atoms that begin a line where all lines between two that must end are about as long as each other: as many
 * lines as first fit has, the least sum of the squares of what they leave free, and no single word on the last line where
 * that can be. `undefined` where first fit is to decide: a group is wider than the line, or there are too many.
 */
export function balancedStarts<Tag>(
  groups: readonly Group<Tag>[],
  { widthPt, firstIndentPt = 0 }: { readonly widthPt: number; readonly firstIndentPt?: number },
): ReadonlySet<Group<Tag>> | undefined {
  if (groups.length > mostGroups) return undefined;
  const starts = new Set<Group<Tag>>();
  for (let from = 0; from < groups.length;) {
    const end = groups.findIndex((group, index) => index >= from && group.at(-1)?.mustBreak);
    const to = end < 0 ? groups.length : end + 1;
    const segment = groups.slice(from, to);
    const lines = balance(segment, { widthPt, indentPt: from === 0 ? firstIndentPt : 0 });
    if (!lines) return undefined;
    for (const at of lines) {
      const group = segment[at];
      if (group) starts.add(group);
    }
    from = to;
  }
  return starts;
}

/** What of the last atom of a group takes no room of a line that it ends; less than nothing where that shows a hyphen. */
function hangOf<Tag>(group: Group<Tag>): number {
  const last = group.at(-1);
  return (last?.hangPt ?? 0) - (last?.hyphenPt ?? 0);
}

interface Measures {
  /** Where each group begins if all stood on one line, and behind the last. */
  readonly xs: readonly number[];
  readonly hangs: readonly number[];
  readonly widthPt: number;
  readonly indentPt: number;
}

/** The places of the groups that begin a line. */
function balance<Tag>(
  groups: readonly Group<Tag>[],
  { widthPt, indentPt }: { readonly widthPt: number; readonly indentPt: number },
): readonly number[] | undefined {
  const xs = [0];
  for (const group of groups) xs.push((xs.at(-1) ?? 0) + widthOfAtoms(group));
  const measures = { xs, hangs: groups.map(hangOf), widthPt, indentPt };
  const count = firstFit(measures);
  if (count === undefined || count > mostLines) return undefined;
  const isLone = (from: number): boolean =>
    from > 0 &&
    !/\s/u.test(
      groups
        .slice(from)
        .flatMap((group) => group.map(({ text }) => text))
        .join('')
        .trim(),
    );
  return leastRagged(measures, count, isLone);
}

/** What a line leaves free; negative where it does not fit. */
function freeOf({ xs, hangs, widthPt, indentPt }: Measures, from: number, to: number): number {
  const linePt = (xs[to] ?? 0) - (xs[from] ?? 0) - (hangs[to - 1] ?? 0);
  return widthPt + tolerancePt - linePt - (from === 0 ? indentPt : 0);
}

/** How many lines there are where each takes what it can; `undefined` where a group is wider than the line. */
function firstFit(measures: Measures): number | undefined {
  const groups = measures.hangs.length;
  let [lines, from] = [1, 0];
  for (let at = 0; at < groups; at += 1) {
    if (freeOf(measures, at, at + 1) < 0) return undefined;
    if (freeOf(measures, from, at + 1) >= 0) continue;
    lines += 1;
    from = at;
  }
  return lines;
}

/** For one line, two, … the least cost up to each group, each from the lines before. */
function leastRagged(
  measures: Measures,
  count: number,
  isLone: (from: number) => boolean,
): readonly number[] | undefined {
  const groups = measures.hangs.length;
  const lone = loneWordCost * measures.widthPt ** 2;
  let costs = [0, ...Array.from({ length: groups }, () => Infinity)];
  const begins: number[][] = [];
  for (let line = 1; line <= count; line += 1) {
    const next = Array.from({ length: groups + 1 }, () => Infinity);
    const begin = Array.from({ length: groups + 1 }, () => 0);
    for (let to = line; to <= groups; to += 1) {
      for (let from = to - 1; from >= line - 1; from -= 1) {
        const free = freeOf(measures, from, to);
        if (free < 0) break;
        const cost = (costs[from] ?? 0) + free ** 2 + (to === groups && isLone(from) ? lone : 0);
        if (cost >= (next[to] ?? 0)) continue;
        next[to] = cost;
        begin[to] = from;
      }
    }
    costs = next;
    begins.push(begin);
  }
  if (costs[groups] === Infinity) return undefined;
  const starts: number[] = [];
  for (let [line, to] = [count, groups]; line > 0; line -= 1) {
    to = begins[line - 1]?.[to] ?? 0;
    starts.push(to);
  }
  return starts;
}
