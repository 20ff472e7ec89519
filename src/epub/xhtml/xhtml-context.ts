import type { LanguageTag } from '../../document/language-tag.ts';
import type { ElementContent, Properties } from 'hast';
import type { Block } from '../../document/document.ts';
import type { ImageId } from '../../document/inline.ts';
import type { NodeBase } from '../../document/node-base.ts';
import type { Strings } from '../../document/strings.ts';
import type { Node } from '../../document/walk.ts';
import type { PageBreaks } from './place-page-breaks.ts';

/** What the functions that turn nodes into hast need to know beside the node. */
export interface XhtmlContext {
  readonly strings: Strings;
  /** The language around the node. */
  readonly lang: LanguageTag;
  /** The ids of nodes that others point to (`nameNodes`). */
  readonly names: ReadonlyMap<Node, string>;
  /** The headings that name a region (`nameNodes`). */
  readonly distinct: ReadonlySet<Node>;
  /** The markers of the pages of the PDF. */
  readonly pageBreaks: PageBreaks;
  /** The address of an id of the publication, seen from the file that is written. */
  readonly hrefOf: (id: string) => string;
  /** Turns the blocks inside a container; here so that the files of containers need not import each other. */
  readonly writeBlocks: (blocks: readonly Block[], context: XhtmlContext) => ElementContent[];
  /** The address of a picture. */
  readonly imageHref: (id: ImageId) => string;
}

/** The context inside a node. */
export function inside(node: NodeBase, context: XhtmlContext): XhtmlContext {
  return node.lang === undefined ? context : { ...context, lang: node.lang };
}

/** The attributes that any node may carry. Both `lang` and `xml:lang`: reading systems differ in which one they read. */
export function commonProperties(node: NodeBase): Properties {
  return { id: node.id, ...languageProperties(node.lang), dir: node.dir };
}

/** Both language attributes, or nothing. */
export function languageProperties(lang: LanguageTag | undefined): Properties {
  return lang === undefined ? {} : { lang, xmlLang: lang };
}

/** The language attributes of a word that the product writes, where the words around are in another language. */
export function wordsProperties(context: XhtmlContext): Properties {
  return foreignWords(context) ? languageProperties(context.strings.lang) : {};
}

/** Whether the product's words are in another language than the post around them; a region makes no difference. */
function foreignWords(context: XhtmlContext): boolean {
  return primaryLanguage(context.strings.lang) !== primaryLanguage(context.lang);
}

function primaryLanguage(lang: LanguageTag): string | undefined {
  return lang.toLowerCase().split('-')[0];
}
