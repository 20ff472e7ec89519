/**
 * How many times as long work takes on twice as much, by CPU time: work that grows with its size comes to about 2, with its square to
 * about 4. Of each size the quickest of several runs counts, so that what else the machine does hardly shows, and what is too short for
 * that is done several times over.
 *
 * Work that grows with its size makes a step where what it goes over outgrows what the processor holds near, or what the engine keeps
 * in one page, and over a doubling with such a step it looks like a square. So what seems to grow is measured over other sizes too,
 * and the least counts: a square grows over all of them.
 */
export async function growth(work: Work, size: number): Promise<number> {
  let least = Infinity;
  for (const span of spans) {
    least = Math.min(least, await meanGrowth(work, size, span));
    if (least < mostGrowth) break;
  }
  return least;
}

/**
 * The same of work that is known to grow with the square: a control. What the machine does beside it may hide the square over one
 * doubling, so all runs of a size are made, and the most over several sizes counts.
 */
export async function growthOfSquare(work: Work, size: number): Promise<number> {
  let most = 0;
  for (const span of spansOfSquares) {
    most = Math.max(most, await meanGrowth(work, size, span));
    if (most > mostGrowth) break;
  }
  return most;
}

type Work = (size: number) => unknown;

/** Above this, work grows faster than what it works on: as far, as a factor, from what grows with its size as from its square. */
export const mostGrowth = 2 * Math.SQRT2;

/** From what to what work is measured, as shares of its size, and how often at most. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly runs: number;
  /** Below this, no further run is made. */
  readonly enough: number;
}
const spans: readonly Span[] = [
  { from: 1, to: 2, runs: 10, enough: 2.5 },
  { from: 1 / 4, to: 2, runs: 6, enough: 2.5 },
  { from: 2, to: 4, runs: 4, enough: 2.5 },
  { from: 1 / 2, to: 4, runs: 4, enough: 2.5 },
];
const spansOfSquares: readonly Span[] = [
  { from: 1, to: 2, runs: 6, enough: 0 },
  { from: 1, to: 4, runs: 4, enough: 0 },
  { from: 2, to: 4, runs: 4, enough: 0 },
];

/** The mean growth over the doublings of a span. */
async function meanGrowth(work: Work, size: number, { from, to, runs, enough }: Span): Promise<number> {
  const [smallest, largest] = [Math.max(1, Math.round(from * size)), to * size];
  const doublings = Math.log2(largest / smallest);
  let [small, large] = [Infinity, Infinity];
  let mean = Infinity;
  for (let run = 0; run < runs; run += 1) {
    // The larger first: what the engine takes to compile makes growth look greater, never smaller than it is.
    large = Math.min(large, await cpuOf(work, largest));
    small = Math.min(small, await cpuOf(work, smallest));
    mean = (large / small) ** (1 / doublings);
    // A run may fall in with what the engine tidies up; later ones need not go on where growth is seen to be small.
    if (run > 1 && mean < enough) break;
  }
  return mean;
}

/** Below this, what else the machine does shows in what is measured, microseconds of CPU; and how often work is done to come there. */
const leastMicroseconds = 20_000;
const mostTimes = 100;

/** Microseconds of CPU that work takes once, the mean over as many times as it is done to be measured. */
async function cpuOf(work: Work, size: number): Promise<number> {
  const before = process.cpuUsage();
  for (let times = 1; ; times += 1) {
    await work(size);
    const { user, system } = process.cpuUsage(before);
    if (user + system >= leastMicroseconds || times === mostTimes) return (user + system) / times;
  }
}
