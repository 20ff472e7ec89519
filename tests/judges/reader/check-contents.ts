import type { Entry, Reader, Screen } from './open-reader.ts';
import { inFolderOf, withoutSpace, type BookText } from './read-book.ts';

/** Goes to entries of the contents: the heading that an entry names must be on the screen. */
export async function checkContents(
  reader: Reader,
  book: BookText,
  entries: readonly Entry[],
): Promise<readonly string[]> {
  const findings: string[] = [];
  for (const entry of entries) {
    const screen = await reader.goTo(entry.href);
    if (!isPlaceOf(entry, screen, book))
      findings.push(`contents: “${entry.label}” is not where its entry leads`);
  }
  return findings;
}

function isPlaceOf(entry: Pick<Entry, 'label' | 'href'>, screen: Screen, book: BookText): boolean {
  return showsHeading(screen, entry.label) || showsBeginning(screen, entry.href, book);
}

function showsHeading(screen: Screen, label: string): boolean {
  return screen.headings.some((heading) => withoutSpace(heading) === withoutSpace(label));
}

/** A document without a heading of its own is led to as a whole, and begins with its first words. */
function showsBeginning(screen: Screen, href: string, book: BookText): boolean {
  const { file, text = '' } = book.files.find((each) => each.file === href) ?? {};
  const words = withoutSpace(screen.text);
  return file === screen.file && words !== '' && text.startsWith(words);
}

/** Clicks the first links of the page of contents in the book: each must lead to the heading of its words. */
export async function checkContentsPage(
  reader: Reader,
  book: BookText,
  { href, most }: { readonly href: string; readonly most: number },
): Promise<readonly string[]> {
  const findings: string[] = [];
  const { links } = await reader.goTo(href);
  if (links.length < most) findings.push(`${href}: only ${links.length} links`);
  for (const link of links.slice(0, most)) {
    await reader.goTo(href);
    const screen = await reader.follow(link);
    const entry = { label: link.text, href: inFolderOf(href, link.href) };
    if (!screen || !isPlaceOf(entry, screen, book)) findings.push(`${href}: “${link.text}” leads elsewhere`);
  }
  return findings;
}
