/**
 * How many times as long work takes on twice as much, by CPU time: of each size the quickest of several runs counts, so that
 * what else the machine does hardly shows; below some 20 ms it does. Work that grows with the size comes to about 2, with its square to about 4.
 */
export async function growth(work: (size: number) => unknown, size: number): Promise<number> {
  let [small, large] = [Infinity, Infinity];
  for (let run = 0; run < 10; run += 1) {
    // The larger first: what the engine takes to compile makes growth look greater, never smaller than it is.
    large = Math.min(large, await cpuOf(work, 2 * size));
    small = Math.min(small, await cpuOf(work, size));
    // One run may fall in with what the engine tidies up; later ones need not go on where growth is seen to be small.
    if (run > 0 && large < 2.5 * small) break;
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
