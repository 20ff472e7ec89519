/**
 * How many times as long work takes on twice as much, by CPU time: of each size the quickest of several runs counts, so that
 * what else the machine does hardly shows; below some 20 ms it does. Work that grows with the size comes to about 2, with its square to about 4.
 */
export async function growth(work: (size: number) => unknown, size: number): Promise<number> {
  let [small, large] = [Infinity, Infinity];
  for (let run = 0; run < 10; run += 1) {
    small = Math.min(small, await cpuOf(work, size));
    large = Math.min(large, await cpuOf(work, 2 * size));
    // The first runs say nothing: the engine still compiles. Later ones need not go on where growth is seen to be small.
    if (run > 1 && large < 2.5 * small) break;
  }
  return large / small;
}

/** Above this, work grows faster than what it works on. */
export const mostGrowth = 3;

async function cpuOf(work: (size: number) => unknown, size: number): Promise<number> {
  const before = process.cpuUsage();
  await work(size);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
