import { shorten } from '../characters/shorten.ts';
import { InternalError } from '../diagnostics/errors.ts';
import type { Format } from '../diagnostics/message.ts';
import { plainText, plainTextNotesLast } from '../document/plain-text.ts';
import type { Publication } from '../document/publication.ts';
import type { RenderedFile } from './rendered-file.ts';
import { compareWords } from '../readback/compare-words.ts';
import { findAdded } from '../readback/find-added.ts';
import { doesNotReadBack } from './does-not-read-back.ts';
import { verifyTags } from './verify-tags.ts';
import { verifyXhtml } from './verify-xhtml.ts';

/** Units of UTF-16 of a fault that a message shows: text outside the tags may be that of a whole page. */
const mostOfProblem = 300;

/** What a reader found in the bytes of a finished file. */
export interface ReadBack {
  readonly text: string;
  /** Faults of the file itself: text outside the tags, marks that nothing refers to. */
  readonly problems?: readonly string[];
}

/** The words of a publication as a format has them: the EPUB has no page of contents, and its notes stand last. */
export function publicationText({ chapters }: Publication, format: Format): string {
  if (format === 'pdf') return chapters.map(({ document }) => plainText(document)).join('');
  const shown = chapters.filter(({ kind }) => kind !== 'contents');
  return plainTextNotesLast(shown.map(({ document }) => document));
}

/**
 * Reads a finished file back and holds its words, and what its tags say beside them, against the publication.
 *
 * @throws InternalError as `verifyWords`, `verifyTags` and `verifyXhtml`
 */
export async function verifyFile(
  publication: Publication,
  { format, bytes, pageStarts }: RenderedFile,
): Promise<void> {
  if (format === 'pdf') {
    const { readPdf } = await import('../readback/read-pdf.ts');
    const read = await readPdf(bytes);
    verifyWords(publication, read, format);
    verifyTags(publication, read);
  } else {
    const { readEpub } = await import('../readback/read-epub.ts');
    const read = await readEpub(bytes);
    verifyWords(publication, read, format);
    verifyXhtml(publication, read, pageStarts);
  }
}

/**
 * Holds what was read back against the words of the publication.
 *
 * @throws InternalError at the first word that differs, at a character too many that nobody sees, or where the reader found
 * a fault.
 */
export function verifyWords(
  publication: Publication,
  { text, problems = [] }: ReadBack,
  format: Format,
): void {
  const [fault, ...others] = problems;
  if (fault !== undefined) {
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    const reason = `the ${format.toUpperCase()} reads back with a fault: ${shorten(fault, mostOfProblem)}${more}`;
    throw new InternalError(reason, { stage: 'readback' });
  }
  const expected = publicationText(publication, format);
  const difference = compareWords(expected, text);
  if (difference) {
    const { wordIndex, expected: wanted, actual } = difference;
    const problem = `after ${wordIndex} words “${actual}” stands for “${wanted}”`;
    throw doesNotReadBack(publication, format, problem);
  }
  // Only pages have ends of lines.
  const added = findAdded(expected, text, { hyphenates: format === 'pdf' });
  if (!added) return;
  const code = (added.character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const problem = `it has U+${code} in “${added.around}”, which nobody sees`;
  throw doesNotReadBack(publication, format, problem);
}
