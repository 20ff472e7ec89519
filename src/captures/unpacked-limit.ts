/** Text is packed to a hundredth at best; what becomes larger was made to. */
const mostGrowth = 100;
const smallBytes = 256_000_000;

/** So large may packed bytes be unpacked: what they may hold, and not what would fill a disk. */
export function unpackedLimitOf(packedBytes: number): number {
  return Math.max(smallBytes, mostGrowth * packedBytes);
}
