import type { StructTextLine } from '../../src/judges/read-struct-text.ts';

/**
 * The words that Poppler found, without generated labels and back-links: block elements end a line, and nothing is
 * added between the pieces of one block. The terms of a definition list are labels that hold elements only.
 */
export function structTextWords(lines: readonly StructTextLine[]): string {
  const words: string[] = [];
  let skippedDepth = Number.POSITIVE_INFINITY;
  for (const [index, line] of lines.entries()) {
    if (line.depth > skippedDepth) continue;
    skippedDepth = Number.POSITIVE_INFINITY;
    if (line.text !== undefined) words.push(line.text);
    else if (isGenerated(line, lines[index + 1])) skippedDepth = line.depth;
    else if (!/\((?:inline)\)/u.test(line.element ?? '')) words.push('\n');
    // What follows a block on its own level begins a new line.
    const next = lines[index + 1];
    if (next && next.depth < line.depth && leavesBlock(lines, index, next.depth)) words.push('\n');
  }
  return words.join('');
}

function isGenerated(line: StructTextLine, next: StructTextLine | undefined): boolean {
  const element = line.element ?? '';
  if (/^Lbl\b/u.test(element))
    return next === undefined || next.depth <= line.depth || next.text !== undefined;
  return /^Link\b.*"Back-link"/u.test(element);
}

/** Whether one of the elements that end before the line of `depth` is a block. */
function leavesBlock(lines: readonly StructTextLine[], index: number, depth: number): boolean {
  let open = lines[index]?.depth ?? 0;
  for (let at = index; at >= 0 && open >= depth; at -= 1) {
    const line = lines[at];
    if (!line || line.depth > open || line.element === undefined) continue;
    if (!line.element.includes('(inline)')) return true;
    open = line.depth - 1;
  }
  return false;
}
