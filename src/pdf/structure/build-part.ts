import type { LanguageTag } from '../../document/language-tag.ts';
import type { Block } from '../../document/document.ts';
import type { Image } from '../../document/inline.ts';
import type { Chapter } from '../../document/publication.ts';
import { addInlines } from './add-inlines.ts';
import { closeBindings, openBindings, type Bindings, type Structure, type TagSetting } from './bindings.ts';
import { addBlocks } from './build-structure.ts';
import { addSlot, name, openElem, type OpenElem, type Slot } from './struct-elem.ts';

/** What a part is in its collection. */
export interface PartOptions {
  readonly setting: TagSetting;
  /** What the chapter is called where the whole is navigated. */
  readonly title: string;
  /** The language of what holds the part. */
  readonly within: LanguageTag | undefined;
}

/** The tags of a whole collection: its parts are added one by one. */
export function collectionRoot(lang: LanguageTag | undefined): OpenElem {
  return openElem('Document', lang === undefined ? {} : { lang });
}

/**
 * Builds the tags of one chapter of a collection: a `Part`. The title of a title page is no heading: each post has its own
 * `H1`. With a division above it, the `Part` of the division, in which the chapter is the first.
 */
export function buildPart(
  chapter: Chapter,
  options: PartOptions,
  above?: Pick<PartOptions, 'title'> & { readonly division: Chapter },
): Structure & { readonly root: OpenElem } {
  const bindings = openBindings(options.setting);
  if (!above) return closeBindings(addPart(chapter, options, bindings), bindings);
  const root = addPart(above.division, { ...options, title: above.title }, bindings);
  const within = above.division.document.metadata.lang ?? options.within;
  root.kids.push(addPart(chapter, { ...options, within }, bindings));
  return closeBindings(root, bindings);
}

function addPart(chapter: Chapter, options: PartOptions, bindings: Bindings): OpenElem {
  const { document, kind } = chapter;
  const { lang } = document.metadata;
  const root = openElem('Part', {
    title: options.title,
    ...(lang !== undefined && lang !== options.within && { lang }),
  });
  if (kind === 'title-page') addTitlePage(root, document.titleBlock, bindings);
  else addBlocks(root, document.titleBlock, bindings);
  addBlocks(root, document.body, bindings);
  return root;
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
