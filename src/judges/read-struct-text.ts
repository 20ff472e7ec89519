import { ResourceError } from '../diagnostics/errors.ts';
import { runProgram } from './run-program.ts';

/** One line of Poppler's structure tree: an element, or the characters that stand in it. */
export interface StructTextLine {
  readonly depth: number;
  /** The structure type with what Poppler says of it; absent on characters. */
  readonly element?: string;
  readonly text?: string;
}

/** The structure tree with its characters as Poppler's `pdfinfo -struct-text` sees it, line by line. */
export async function readStructText(file: string): Promise<readonly StructTextLine[]> {
  const output = await runProgram('pdfinfo', ['-struct-text', file], { timeoutMs: 300_000 });
  if (output.exitCode !== 0)
    throw new ResourceError(`pdfinfo cannot read ${file}: ${output.stderr.slice(0, 500)}`, { path: file });
  return output.stdout
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const words = line.trimStart();
      const depth = (line.length - words.length) / 2;
      const quoted = /^"(.*)"\s*$/su.exec(words)?.[1];
      return quoted === undefined ? { depth, element: words.trimEnd() } : { depth, text: quoted };
    });
}
