/** What stands on the line before an offset. */
export function beginOfLine(source: string, offset: number): string {
  const before = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset);
  return before.slice(before.lastIndexOf('\r') + 1);
}
