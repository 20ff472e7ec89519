import { countUpTo } from '../../lists/count-up-to.ts';

/** Where the fence that closes one begins and ends, at or behind an offset: the end of the source where none does. */
export type FenceEnds = (fence: string, from: number) => { readonly start: number; readonly end: number };

interface Fence {
  readonly start: number;
  readonly end: number;
  /** The index of the next one that is longer. */
  longer: number | undefined;
}

/** Finds the ends of fences: the next line of their sign alone, as long or longer (CommonMark 0.31.2 §4.5). */
export function fenceEnds(source: string): FenceEnds {
  const bySign = new Map<string, Fence[]>();
  for (const { 0: line, 1: fence = '', index } of source.matchAll(/^[ \t>]*(`{3,}|~{3,}|:{3,})[ \t]*$/gmu)) {
    const sign = fence.charAt(0);
    const start = index + line.indexOf(sign);
    const fences = bySign.get(sign) ?? [];
    fences.push({ start, end: start + fence.length, longer: undefined });
    bySign.set(sign, fences);
  }
  for (const fences of bySign.values()) linkLonger(fences);
  return (fence, from) => {
    const fences = bySign.get(fence.charAt(0)) ?? [];
    let found = fences[countUpTo(fences, from - 1, ({ start }) => start)];
    // Each is longer than the one before: no more steps than the fence has signs.
    while (found !== undefined && lengthOf(found) < fence.length)
      found = found.longer === undefined ? undefined : fences[found.longer];
    return found ?? { start: source.length, end: source.length };
  };
}

function lengthOf({ start, end }: Fence): number {
  return end - start;
}

function linkLonger(fences: readonly Fence[]): void {
  const waiting: Fence[] = [];
  for (const [index, fence] of fences.entries()) {
    for (
      let last = waiting.at(-1);
      last !== undefined && lengthOf(last) < lengthOf(fence);
      last = waiting.at(-1)
    ) {
      last.longer = index;
      waiting.pop();
    }
    waiting.push(fence);
  }
}
