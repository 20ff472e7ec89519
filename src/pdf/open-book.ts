import type { LanguageTag } from '../document/language-tag.ts';
import type { OutlineItem } from '../document/outline.ts';
import type { Chapter, ChapterKind, Publication } from '../document/publication.ts';
import { openFace } from '../fonts/open-face.ts';
import { labelsOf, listedIds } from './contents-entries.ts';
import type { Page } from './layout/display-list.ts';
import type { PageMark } from './layout/pages/page-starts.ts';
import { createPageCounter, type PageCounter, type PageOwner } from './page-counter.ts';
import type { RenderInput } from './render-input.ts';
import type { Claim } from './profile/profile.ts';
import { collectionRoot } from './structure/build-part.ts';
import type { StructElem } from './structure/struct-elem.ts';
import { openPdfWriter } from './write/write-pdf.ts';
import type { TreeNode } from './write/write-structure.ts';

/** A chapter on its pages. */
export interface LaidPages {
  readonly chapter: Chapter;
  readonly index: number;
  readonly root: StructElem;
  /** With the blank ones around its own. */
  readonly pages: readonly Page[];
  /** The division that stands above it, and whose element `root` is. */
  readonly above: Chapter | undefined;
}

/** A collection while its chapters are drawn: what of them is still needed when their pages are forgotten. */
export interface Book {
  readonly label: PageCounter['label'];
  readonly number: PageCounter['number'];
  /** The labels of the pages on which what the contents list begins, by its ids. */
  readonly labels: ReadonlyMap<string, string>;
  /** The language of what will hold the tags of the next chapter. */
  readonly languageAround: (kind: ChapterKind) => LanguageTag | undefined;
  /** Draws the cover; without an element where it is an artifact. */
  readonly addCover: (root: StructElem | undefined, pages: readonly Page[]) => void;
  /** Draws a chapter. All but contents are given in their order. */
  readonly add: (laid: LaidPages) => void;
  /** The families of the faces in which it is set up to now, in order of use, and that of its colophon. */
  readonly typefaces: () => readonly string[];
  /** Of every page, in the order of the file. */
  readonly pages: () => readonly PageMark[];
  readonly finish: (claims: readonly Claim[], outline: readonly OutlineItem[]) => Promise<Uint8Array>;
}

/** The place of the cover, before all chapters. */
const coverOrder = -1;

/** Starts the file of a collection. Posts stand below the division before them, all else below the document. */
export function openBook(publication: Publication, input: RenderInput): Book {
  const { profile, widthPt, heightPt, modified } = input;
  const { lang } = publication.metadata;
  const writer = openPdfWriter({ publication, profile, widthPt, heightPt, modified });
  const counter = createPageCounter();
  const top = writer.add(collectionRoot(lang), []);
  const typefaces = new Set<string>();
  // The colophon, which tells them, has commands in it.
  const ofCode = input.fonts.faces
    .filter(({ role }) => role === 'code')
    .slice(0, 1)
    .map((face) => openFace(face).family);
  const wanted = listedIds(publication);
  const labels = new Map<string, string>();
  const marks: { readonly order: number; readonly pages: readonly PageMark[] }[] = [];
  let division: { readonly node: TreeNode; readonly lang: LanguageTag | undefined } | undefined;
  const count = (owner: PageOwner, order: number, pages: readonly Page[]): void => {
    counter.add(owner, pages.length);
    // Not the page itself: it would be held to the end.
    const kept = pages.map(({ label, offset }) => ({ label, ...(offset !== undefined && { offset }) }));
    marks.push({ order, pages: kept });
  };
  return {
    label: counter.label,
    number: counter.number,
    labels,
    languageAround: (kind) => (kind === 'post' && division ? division.lang : lang),
    addCover: (root, pages) => {
      if (root) writer.add(root, pages, { order: coverOrder, place: { parent: top, order: coverOrder } });
      else writer.addUntagged(pages, coverOrder);
      count('cover', coverOrder, pages);
    },
    add: ({ chapter, index, root, pages, above }) => {
      const { kind } = chapter;
      if (above || (kind !== 'post' && kind !== 'contents')) division = undefined;
      const parent = (kind === 'post' ? division?.node : undefined) ?? top;
      const node = writer.add(root, pages, { order: index, place: { parent, order: index } });
      const heads = above ?? (kind === 'division' ? chapter : undefined);
      if (heads) division = { node, lang: heads.document.metadata.lang ?? lang };
      for (const [id, label] of labelsOf(pages, wanted)) labels.set(id, label);
      for (const name of typefacesOf(pages)) typefaces.add(name);
      count(kind, index, pages);
    },
    typefaces: () => [...new Set([...typefaces, ...ofCode])].filter((name) => name !== ''),
    pages: () => marks.toSorted((a, b) => a.order - b.order).flatMap(({ pages }) => pages),
    finish: (claims, outline) => writer.finish({ claims, outline, romanPages: counter.romanPages() }),
  };
}

function typefacesOf(pages: readonly Page[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { placed } of pages)
    for (const { marks } of placed)
      for (const mark of marks)
        if (mark.type === 'run') for (const { face } of mark.runs) names.add(face.family);
  return names;
}
