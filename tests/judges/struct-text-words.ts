import type { StructTextLine } from '../../src/judges/read-struct-text.ts';

/** No line stands one level below it. */
const noLabel = -2;

/**
 * The words that Poppler found, without generated labels and back-links: block elements begin and end a line, and
 * nothing is added between the pieces of one block. The terms of a definition list are labels that hold elements only.
 */
export function structTextWords(lines: readonly StructTextLine[]): string {
  const words: string[] = [];
  const openBlocks: number[] = [];
  let labelDepth = noLabel;
  let skippedDepth = Number.POSITIVE_INFINITY;
  for (const [index, line] of lines.entries()) {
    if (line.depth > skippedDepth) continue;
    skippedDepth = Number.POSITIVE_INFINITY;
    while ((openBlocks.at(-1) ?? -1) >= line.depth) {
      openBlocks.pop();
      words.push('\n');
    }
    if (line.depth <= labelDepth) labelDepth = noLabel;
    if (line.text !== undefined) words.push(line.text);
    else if (isGenerated(line, lines[index + 1])) skippedDepth = line.depth;
    // Terms are the elements in a label; each has its own line.
    else if (isBlock(line) || line.depth === labelDepth + 1) {
      words.push('\n');
      openBlocks.push(line.depth);
      if (line.element?.startsWith('Lbl')) labelDepth = line.depth;
    }
  }
  return words.join('');
}

function isBlock(line: StructTextLine): boolean {
  const element = line.element ?? '';
  // Poppler does not say of these that they stand within a line.
  if (/^(?:Ruby|RB|RT|RP)\b/u.test(element)) return false;
  if (element.startsWith('Lbl')) return true;
  return !element.includes('(inline)') || line.attributes.includes('/Placement /Block');
}

function isGenerated(line: StructTextLine, next: StructTextLine | undefined): boolean {
  const element = line.element ?? '';
  if (element.startsWith('Lbl'))
    return next === undefined || next.depth <= line.depth || next.text !== undefined;
  return element.startsWith('Link') && element.includes('"Back to reference ');
}
