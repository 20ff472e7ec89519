import { plainDesign } from '../document/book-design.ts';
import { captionLists } from '../document/caption-lists.ts';
import type { LanguageTag } from '../document/language-tag.ts';
import type { OutlineItem } from '../document/outline.ts';
import { leadHeading, publicationOutline } from '../document/publication-outline.ts';
import type { Chapter, Publication } from '../document/publication.ts';
import type { Page } from './layout/display-list.ts';
import type { ContentsEntry, Listing } from './structure/build-contents.ts';

/** What the contents list: each chapter, posts under their division, and so many levels of headings as are asked for. */
interface Listed extends Pick<OutlineItem, 'id' | 'label'> {
  readonly lang: LanguageTag | undefined;
  readonly children: readonly Listed[];
}

/** What the contents list. `labels` name the pages where it begins, by the ids that entries lead to. */
export function contentsListing(publication: Publication, labels: ReadonlyMap<string, string>): Listing {
  const entryOf = ({ id, label, lang, children = [] }: ListedAlone): ContentsEntry => {
    return { label, lang, target: id, page: labels.get(id) ?? '', entries: children.map(entryOf) };
  };
  const lists = captionLists(publication.chapters).map(({ heading, captions }) => {
    return { heading, entries: captions.map(entryOf) };
  });
  return { entries: listed(publication).map(entryOf), lists };
}

type ListedAlone = Omit<Listed, 'children'> & Partial<Pick<Listed, 'children'>>;

/** The ids that the entries of the contents lead to. */
export function listedIds(publication: Publication): ReadonlySet<string> {
  const ids = new Set<string>();
  const add = ({ id, children }: Listed): void => {
    ids.add(id);
    children.forEach(add);
  };
  listed(publication).forEach(add);
  for (const { captions } of captionLists(publication.chapters)) for (const { id } of captions) ids.add(id);
  return ids;
}

function listed(publication: Publication): readonly Listed[] {
  const { contentsDepth } = publication.design ?? plainDesign;
  const within = (
    items: readonly OutlineItem[],
    at: { readonly depth: number; readonly lang: LanguageTag | undefined },
  ): readonly Listed[] =>
    items.flatMap(({ chapter: index, id, label, lang, children }): readonly Listed[] => {
      const chapter = index === undefined ? undefined : publication.chapters[index];
      if (chapter) {
        const inside = { depth: contentsDepth, lang: chapter.document.metadata.lang };
        return [{ id, label, lang: titleLanguage(chapter), children: within(children, inside) }];
      }
      if (at.depth === 0 || label === '') return [];
      const inside = within(children, { ...at, depth: at.depth - 1 });
      return [{ id, label, lang: lang ?? at.lang, children: inside }];
    });
  return within(publicationOutline(publication), { depth: 0, lang: undefined });
}

/** The labels of the pages on which ids lie, of those that are wanted. */
export function labelsOf(pages: readonly Page[], wanted: ReadonlySet<string>): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const { label, placed } of pages)
    for (const { marks } of placed)
      for (const mark of marks)
        if (mark.type === 'anchor' && wanted.has(mark.id) && !labels.has(mark.id)) labels.set(mark.id, label);
  return labels;
}

/** The language of a title: its chapter's, where not the whole title is in another. */
function titleLanguage({ document }: Chapter): LanguageTag | undefined {
  const title = leadHeading(document);
  const [only, ...others] = title?.children ?? [];
  const own = others.length === 0 ? only?.lang : undefined;
  return own ?? title?.lang ?? document.metadata.lang;
}
