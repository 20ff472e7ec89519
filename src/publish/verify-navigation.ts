import { captionLists, type CaptionKind, type CaptionList } from '../document/caption-lists.ts';
import type { OutlineItem } from '../document/outline.ts';
import type { PageStart } from '../document/page-start.ts';
import type { Publication } from '../document/publication.ts';
import { saysSomething } from '../document/says-something.ts';
import { publicationOutline } from '../document/publication-outline.ts';
import type { EpubReadback } from '../readback/read-epub.ts';
import { compareLists, quoted } from './compare-tags.ts';
import { seenOf } from './seen-of.ts';
import { flat } from './flat-items.ts';

/** What of an EPUB leads through it, and of which PDF it names the pages. */
interface Navigation extends Pick<EpubReadback, 'entries' | 'lists' | 'pages'> {
  readonly pageStarts: readonly PageStart[] | undefined;
}

/** The first entry of the table of contents or of a list of captions, or page of the page-list, that is another than the publication has. */
export function findNavigationProblem(
  publication: Publication,
  { entries, lists, pages, pageStarts }: Navigation,
): string | undefined {
  const expected = flat(publicationOutline(publication));
  return (
    (expected.length === 0 ? undefined : compareEntries(expected, entries)) ??
    compareCaptionLists(captionLists(publication.chapters), lists) ??
    compareLists(
      'page',
      (pages.length === 0 && isSilent(publication) ? [] : (pageStarts ?? [])).map(({ label }) => label),
      pages.map(({ label }) => label),
    )
  );
}

/** What has neither a word nor a picture has no place for a marker. */
function isSilent({ chapters }: Publication): boolean {
  return chapters.every(
    ({ document: { titleBlock, body } }) => !saysSomething(titleBlock) && !saysSomething(body),
  );
}

function compareEntries(
  expected: readonly { readonly depth: number; readonly item: OutlineItem }[],
  entries: Navigation['entries'],
): string | undefined {
  const difference = compareLists(
    'entry of the contents',
    // What has no words is called by another name.
    expected.map(
      ({ depth, item }, index) => `${depth} ${seenOf(item.label) || seenOf(entries[index]?.label ?? '')}`,
    ),
    entries.map(({ depth, label }) => `${depth} ${seenOf(label)}`),
  );
  if (difference !== undefined) return difference;
  for (const [index, { item }] of expected.entries()) {
    const id = idOf(entries[index]?.href);
    // A chapter may begin with its file.
    if (id === item.id || (id === '' && item.chapter !== undefined)) continue;
    return `entry ${index + 1} of the contents, ${quoted(item.label)}, leads to ${quoted(id)} and not to ${quoted(item.id)}`;
  }
  return undefined;
}

/** What the lists of captions are called where a difference is told, and in the nav (EPUB 3 Structural Semantics). */
const listNames: Readonly<Record<CaptionKind, { readonly words: string; readonly type: string }>> = {
  figure: { words: 'the list of figures', type: 'loi' },
  table: { words: 'the list of tables', type: 'lot' },
};

function compareCaptionLists(
  expected: readonly CaptionList[],
  lists: Navigation['lists'],
): string | undefined {
  const types = expected.map(({ kind }) => listNames[kind].type);
  const difference = compareLists(
    'list of captions',
    types,
    lists.map(({ type }) => type),
  );
  if (difference !== undefined) return difference;
  for (const [index, { kind, captions }] of expected.entries()) {
    const entries = lists[index]?.entries ?? [];
    const problem = compareLists(
      `entry of ${listNames[kind].words}`,
      captions.map(({ id, label }) => `${seenOf(label)}, leads to ${id}`),
      entries.map(({ label, href }) => `${seenOf(label)}, leads to ${idOf(href)}`),
    );
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function idOf(href: string | undefined): string {
  return decodeURIComponent(href?.split('#')[1] ?? '');
}
