import type { Entry, Reader } from './open-reader.ts';
import { withoutSpace, type BookText } from './read-book.ts';

/**
 * Goes to entries of the page-list: the words that follow the marker of this page must be on the screen. A page without
 * words of its own has no marker and leads to that of the next page.
 */
export async function checkPages(
  reader: Reader,
  book: BookText,
  { all, some }: { readonly all: readonly Entry[]; readonly some: readonly Entry[] },
): Promise<readonly string[]> {
  const findings: string[] = [];
  const marked = new Set(book.files.flatMap(({ marks }) => [...marks.keys()]));
  for (const entry of some) {
    const following = all.slice(all.indexOf(entry)).map(({ label }) => `page ${label}.`);
    const mark = following.find((label) => marked.has(label)) ?? '';
    const expected = wordsAfter(book, mark);
    const screen = await reader.goTo(entry.href);
    const at = screen.marks.find(({ label }) => label === mark)?.at;
    const words = at === undefined ? '' : withoutSpace(screen.text.slice(at));
    const length = Math.min(words.length, 40);
    if (length === 0 || words.slice(0, length) !== expected.slice(0, length))
      findings.push(`page ${entry.label}: its first words are not on the screen`);
  }
  return findings;
}

function wordsAfter({ files }: BookText, mark: string): string {
  const index = files.findIndex(({ marks }) => marks.has(mark));
  const { text = '', marks } = files[index] ?? {};
  return text.slice(marks?.get(mark));
}
