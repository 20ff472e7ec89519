import type { Line } from './slice-lines.ts';

export interface Unwrapped {
  readonly paragraphs: readonly string[];
  readonly repairs: readonly { readonly reason: string; readonly line: Line }[];
}

/** Lines of the body as paragraphs: those that the layout broke are joined, each with a word about it. */
export function unwrapLines(lines: readonly Line[]): Unwrapped {
  const paragraphs: string[] = [];
  const repairs: { reason: string; line: Line }[] = [];
  for (const block of blocksOf(lines)) {
    const [first] = block;
    if (first && isHardWrapped(block)) {
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
  const widest = Math.max(...full);
  if (widest > 100 || Math.min(...full) < widest - 25 || widest < 50) return false;
  const goesOn = block.slice(1).filter(({ words }) => /^[\p{Ll}\p{N}(“"]/u.test(words)).length;
  return goesOn * 2 >= block.length - 1;
}
