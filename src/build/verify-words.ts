import { InternalError } from '../diagnostics/errors.ts';
import type { Document } from '../document/document.ts';
import { plainText } from '../document/plain-text.ts';
import { compareWords } from '../readback/compare-words.ts';

/** What a reader found in the bytes of a finished file. */
export interface ReadBack {
  readonly text: string;
  /** Faults of the file itself: text outside the tags, marks that nothing refers to. */
  readonly problems?: readonly string[];
}

/**
 * Holds what was read back against the words of the document.
 *
 * @throws InternalError at the first word that differs, or where the reader found a fault.
 */
export function verifyWords(document: Document, { text, problems = [] }: ReadBack, format: string): void {
  const stage = 'readback';
  const [problem] = problems;
  if (problem !== undefined)
    throw new InternalError(`the ${format} reads back with a fault: ${problem}`, { stage });
  const difference = compareWords(plainText(document), text);
  if (!difference) return;
  const { wordIndex, expected, actual } = difference;
  throw new InternalError(
    `the ${format} does not read back as the post: after ${wordIndex} words “${actual}” stands for “${expected}”`,
    { stage },
  );
}
