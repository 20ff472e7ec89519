/** The same text as a string of its own: a part of a longer one keeps all of that in memory. */
export function detached(text: string): string {
  return Buffer.from(text).toString();
}
