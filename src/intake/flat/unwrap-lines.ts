import { largest, smallest } from '../../lists/extremes.ts';
import type { Line } from '../input/slice-lines.ts';

/** The paragraphs, and what was done to make them. */
export interface Unwrapped {
  readonly paragraphs: readonly string[];
  readonly repairs: readonly { readonly reason: string; readonly line: Line }[];
}

/** Lines of the body as paragraphs: those that the layout broke are joined, each with a word about it. */
export function unwrapLines(lines: readonly Line[]): Unwrapped {
  const paragraphs: string[] = [];
  const repairs: { reason: string; line: Line }[] = [];
  const blocks = blocksOf(lines);
  const width = Math.max(0, largest(blocks.filter(isHardWrapped).map(widestOf)));
  for (const block of blocks) {
    const [first] = block;
    if (first && (isHardWrapped(block) || isShortWrapped(block, width))) {
      paragraphs.push(block.map(({ words }) => words).join(' '));
      repairs.push({ reason: `${block.length} hard-wrapped lines joined`, line: first });
      continue;
    }
    let open = false;
    for (const line of block) {
      const last = paragraphs.at(-1);
      if (open && last !== undefined && /^\p{Lu}/u.test(line.words)) {
        paragraphs[paragraphs.length - 1] = `${last} ${line.words}`;
        repairs.push({ reason: 'Paragraph joined that was broken after “U.S.”', line });
      } else {
        paragraphs.push(line.words);
      }
      open = /(?:^|\s)U\.S\.$/u.test(line.words);
    }
  }
  return { paragraphs, repairs };
}

/** Lines that follow each other without a blank line. */
function blocksOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const blocks: Line[][] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last?.at(-1)?.number === line.number - 1) last.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

/** Three lines or more of nearly one width, most of which go on in lower case. */
function isHardWrapped(block: readonly Line[]): boolean {
  if (block.length < 3) return false;
  const full = block.slice(0, -1).map(({ words }) => words.length);
  const widest = widestOf(block);
  if (widest > 100 || smallest(full) < widest - 25 || widest < 50) return false;
  const goesOn = block.slice(1).filter(({ words }) => /^[\p{Ll}\p{N}(“"]/u.test(words)).length;
  return goesOn * 2 >= block.length - 1;
}

/** The length of the widest line but the last. */
function widestOf(block: readonly Line[]): number {
  return largest(block.slice(0, -1).map(({ words }) => words.length));
}

/** Two lines in a text that was wrapped to a width: the first fills it, the second goes on in lower case. */
function isShortWrapped(block: readonly Line[], width: number): boolean {
  const [first, second, ...others] = block;
  if (width === 0 || first === undefined || second === undefined || others.length > 0) return false;
  return (
    first.words.length >= width - 25 && first.words.length <= width + 10 && /^\p{Ll}/u.test(second.words)
  );
}
