/** Orders two strings by their UTF-8 bytes, which is the order of their code points under any locale. */
export function compareCodePoints(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}
