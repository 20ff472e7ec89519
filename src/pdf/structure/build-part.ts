import type { LanguageTag } from '../../document/language-tag.ts';
import type { Block } from '../../document/document.ts';
import type { Image } from '../../document/inline.ts';
import type { Chapter } from '../../document/publication.ts';
import { addInlines } from './add-inlines.ts';
import { closeBindings, openBindings, type Bindings, type Structure, type TagSetting } from './bindings.ts';
import { addContents, type ContentsEntry, type ContentsSlot, type Listing } from './build-contents.ts';
import { addBlocks } from './build-structure.ts';
import { languageOptions, addSlot, name, openElem, type OpenElem, type Slot } from './struct-elem.ts';

/** What a part is in its collection. */
export interface PartOptions {
  readonly setting: TagSetting;
  /** What the chapter is called where the whole is navigated. */
  readonly title: string;
  /** The language of what holds the part. */
  readonly within: LanguageTag | undefined;
  /** What is listed, where the chapter is the contents. */
  readonly listing?: Listing | undefined;
}

/** The tags of a part, and where in them each entry of the contents stands. */
export interface PartStructure extends Structure {
  readonly root: OpenElem;
  readonly entries: ReadonlyMap<ContentsEntry, ContentsSlot>;
}

/** The tags of a whole collection: its parts are added one by one. */
export function collectionRoot(lang: LanguageTag | undefined): OpenElem {
  return openElem('Document', languageOptions(lang));
}

/**
 * Builds the tags of one chapter of a collection: a `Part`. The title of a title page is no heading: each post has its own
 * `H1`. With a division above it, the `Part` of the division, in which the chapter is the first.
 */
export function buildPart(
  chapter: Chapter,
  options: PartOptions,
  above?: Pick<PartOptions, 'title'> & { readonly division: Chapter },
): PartStructure {
  const bindings = openBindings(options.setting);
  if (!above) {
    const { root, entries } = addPart(chapter, options, bindings);
    return { ...closeBindings(root, bindings), entries };
  }
  const { root } = addPart(above.division, { ...options, title: above.title }, bindings);
  const within = above.division.document.metadata.lang ?? options.within;
  const { root: own, entries } = addPart(chapter, { ...options, within }, bindings);
  root.kids.push(own);
  return { ...closeBindings(root, bindings), entries };
}

const nothing: Listing = { entries: [], lists: [] };

function addPart(
  chapter: Chapter,
  options: PartOptions,
  bindings: Bindings,
): Pick<PartStructure, 'root' | 'entries'> {
  const { document, kind } = chapter;
  const { lang } = document.metadata;
  const root = openElem('Part', {
    title: options.title,
    ...languageOptions(lang, options.within),
  });
  if (kind === 'title-page') addTitlePage(root, document.titleBlock, bindings);
  else addBlocks(root, document.titleBlock, bindings);
  // What stands in the body of the contents are the headings of what is listed.
  if (kind !== 'contents') addBlocks(root, document.body, bindings);
  const entries = addContents(root, options.listing ?? nothing, { within: lang ?? options.within, bindings });
  return { root, entries };
}

function addTitlePage(root: OpenElem, blocks: readonly Block[], bindings: Bindings): void {
  for (const block of blocks) {
    if (block.type !== 'heading') {
      addBlocks(root, [block], bindings);
      continue;
    }
    const title = openElem('Title', block.lang === undefined ? {} : { lang: block.lang });
    root.kids.push(title);
    addInlines(title, block.children, bindings);
  }
}

/** The tags of a page that is one picture. */
export function buildCover(image: Image): { readonly root: OpenElem; readonly slot: Slot } {
  const root = openElem('Part');
  const figure = openElem('Figure', {
    ...(image.lang !== undefined && { lang: image.lang }),
    ...(image.alt !== undefined && { alt: image.alt }),
    attributes: [{ O: 'Layout', Placement: name('Block') }],
  });
  root.kids.push(figure);
  return { root, slot: addSlot(figure) };
}
