import { countUpTo } from '../../lists/count-up-to.ts';

/** Where the run of so many backticks begins that closes a code span, at or behind an offset; `undefined` where its paragraph has none. */
export type SpanEnds = (length: number, from: number) => number | undefined;

/** Finds the ends of code spans: the next run of as many backticks before an empty line (CommonMark 0.31.2 §6.1). */
export function spanEnds(source: string): SpanEnds {
  const runs = new Map<number, number[]>();
  for (const { 0: ticks, index } of source.matchAll(/`+/gu)) {
    const known = runs.get(ticks.length);
    if (known) known.push(index);
    else runs.set(ticks.length, [index]);
  }
  const emptyLines = [...source.matchAll(/(?:\r\n?|\n)[ \t]*(?=[\r\n])/gu)].map(({ index }) => index);
  return (length, from) => {
    const end = firstFrom(runs.get(length) ?? [], from);
    const emptyLine = firstFrom(emptyLines, from);
    return end !== undefined && end < (emptyLine ?? Infinity) ? end : undefined;
  };
}

function firstFrom(offsets: readonly number[], from: number): number | undefined {
  return offsets[countUpTo(offsets, from - 1, (offset) => offset)];
}
