/** So long a line says something before its end. */
const longest = 1000;

/** What stands on the line before an offset, at most the last thousand units. */
export function beginOfLine(source: string, offset: number): string {
  const before = source.slice(Math.max(0, offset - longest), offset);
  return before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
}
