/**
 * How many times as long work takes on twice as much, by CPU time: of each size the quickest of several runs counts, so that
 * what else the machine does hardly shows; work too short for that is done several times over. Work that grows with the size comes to about 2, with its square to about 4.
 */
export async function growth(work: (size: number) => unknown, size: number): Promise<number> {
  // Where what is gone over outgrows what the processor holds near, time makes a step: work that grows with its size does not do so
  // again at twice the size, and a square does.
  const first = await ratio(work, { size, runs: 10 });
  if (first < mostGrowth) return first;
  const second = await ratio(work, { size: 2 * size, runs: 4 });
  return second < mostGrowth ? second : Math.min(first, second, await ratio(work, { size, runs: 10 }));
}

/** The same of work that is known to grow with the square: a control, which one lucky run does not turn. */
export async function growthOfSquare(work: (size: number) => unknown, size: number): Promise<number> {
  const first = await ratio(work, { size, runs: 10 });
  if (first > mostGrowth) return first;
  return Math.max(first, await ratio(work, { size: 2 * size, runs: 4 }));
}

async function ratio(
  work: (size: number) => unknown,
  { size, runs }: { readonly size: number; readonly runs: number },
): Promise<number> {
  let [small, large] = [Infinity, Infinity];
  let times = 1;
  for (let run = 0; run < runs; run += 1) {
    // The larger first: what the engine takes to compile makes growth look greater, never smaller than it is.
    large = Math.min(large, await cpuOf(work, { size: 2 * size, times }));
    small = Math.min(small, await cpuOf(work, { size, times }));
    if (times === 1 && small < leastMicroseconds) {
      times = Math.min(mostTimes, Math.ceil(leastMicroseconds / Math.max(1, small)));
      [small, large] = [Infinity, Infinity];
      continue;
    }
    // A run may fall in with what the engine tidies up; later ones need not go on where growth is seen to be small.
    if (run > 1 && large < 2.5 * small) break;
  }
  return large / small;
}

/** Below this, what else the machine does shows in what is measured, microseconds of CPU; and how often work is done to come there. */
const leastMicroseconds = 20_000;
const mostTimes = 50;

/** Above this, work grows faster than what it works on. */
export const mostGrowth = 3;

async function cpuOf(
  work: (size: number) => unknown,
  { size, times }: { readonly size: number; readonly times: number },
): Promise<number> {
  const before = process.cpuUsage();
  for (let time = 0; time < times; time += 1) await work(size);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
