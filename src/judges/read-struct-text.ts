import { ResourceError } from '../diagnostics/errors.ts';
import { runProgram } from './run-program.ts';

/** One line of Poppler's structure tree: an element, or the characters that stand in it. */
export interface StructTextLine {
  readonly depth: number;
  /** The structure type with what Poppler says of it; absent on characters. */
  readonly element?: string;
  readonly text?: string;
  /** The attributes of an element, for instance `/Placement /Block`. */
  readonly attributes: readonly string[];
}

/** The structure tree with its characters as Poppler's `pdfinfo -struct-text` sees it, line by line. */
export async function readStructText(file: string): Promise<readonly StructTextLine[]> {
  const output = await runProgram('pdfinfo', ['-struct-text', file], { timeoutMs: 300_000 });
  if (output.exitCode !== 0)
    throw new ResourceError(`pdfinfo cannot read ${file}: ${output.stderr.slice(0, 500)}`, { path: file });
  const lines: StructTextLine[] = [];
  for (const line of output.stdout.split('\n')) {
    const words = line.trim();
    // Object references (annotations) hold no characters.
    if (words === '' || /^Object \d+ \d+$/u.test(words)) continue;
    const last = lines.at(-1);
    if (words.startsWith('/') && last)
      lines.splice(-1, 1, { ...last, attributes: [...last.attributes, words] });
    else lines.push(readLine((line.length - line.trimStart().length) / 2, words));
  }
  return lines;
}

function readLine(depth: number, words: string): StructTextLine {
  const text = /^"(.*)"$/su.exec(words)?.[1];
  if (text !== undefined) return { depth, text, attributes: [] };
  return { depth, element: words.replace(/:$/u, ''), attributes: [] };
}
