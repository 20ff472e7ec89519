/**
 * Orders two strings by their UTF-8 bytes, which is the order of their code points under any locale. `toSorted` alone orders by
 * UTF-16 and puts an emoji before a full-width letter.
 */
export function compareCodePoints(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}
