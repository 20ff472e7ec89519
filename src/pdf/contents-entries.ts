import type { LanguageTag } from '../document/language-tag.ts';
import type { OutlineItem } from '../document/outline.ts';
import { leadHeading, publicationOutline } from '../document/publication-outline.ts';
import type { Chapter, Publication } from '../document/publication.ts';
import type { ContentsEntry } from './structure/build-contents.ts';

/** The entries of the contents: one for each chapter, posts under their division. `labels` name the pages where they begin. */
export function contentsEntries(
  publication: Publication,
  labels: ReadonlyMap<number, string>,
): readonly ContentsEntry[] {
  return entriesOf(publicationOutline(publication), { publication, labels });
}

function entriesOf(
  items: readonly OutlineItem[],
  from: { readonly publication: Publication; readonly labels: ReadonlyMap<number, string> },
): readonly ContentsEntry[] {
  return items.flatMap(({ chapter: index, id, label, children }) => {
    const chapter = index === undefined ? undefined : from.publication.chapters[index];
    if (index === undefined || !chapter) return [];
    const page = from.labels.get(index) ?? '';
    const entries = entriesOf(children, from);
    return [{ label, lang: titleLanguage(chapter), target: id, page, entries }];
  });
}

/** The language of a title: its chapter's, where not the whole title is in another. */
function titleLanguage({ document }: Chapter): LanguageTag | undefined {
  const title = leadHeading(document);
  const [only, ...others] = title?.children ?? [];
  const own = others.length === 0 ? only?.lang : undefined;
  return own ?? title?.lang ?? document.metadata.lang;
}

/** The bookmarks of a collection: its outline, and the contents at their place in it. */
export function collectionBookmarks(publication: Publication): readonly OutlineItem[] {
  const items = publicationOutline(publication);
  const contents = publication.chapters.flatMap(({ kind, document }, chapter): readonly OutlineItem[] => {
    const title = document.titleBlock.find((block) => block.type === 'heading');
    if (kind !== 'contents' || !title) return [];
    return [{ id: title.id, level: 1, label: document.metadata.title, kind, chapter, children: [] }];
  });
  return [...items, ...contents].toSorted((a, b) => (a.chapter ?? 0) - (b.chapter ?? 0));
}
