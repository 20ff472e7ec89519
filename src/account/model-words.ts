import type { Place } from '../diagnostics/message.ts';
import type { Document } from '../document/document.ts';
import { childrenOf, type Node } from '../document/walk.ts';
import { wordsOf } from './source-words.ts';
import type { Stretch } from './stretches.ts';

/** Words that the model holds, and the stretch of the source that they are said to come from. */
export interface ModelWords {
  readonly words: readonly string[];
  /** Absent where neither the words nor a node around them have a place. */
  readonly stretch: Stretch | undefined;
  /** Whether they are words that readers find in the text; else they are those of an attribute. */
  readonly isText: boolean;
}

/** What a model holds of its source. */
export interface HeldByModel {
  /** In reading order; attributes stand behind the words of their node. */
  readonly words: readonly ModelWords[];
  /** Where links and pictures stand whose address the model has. */
  readonly addressed: readonly Stretch[];
  /** All addresses that the model has. */
  readonly addresses: readonly string[];
}

/** The words, attributes and addresses of a document. */
export function heldByModel(document: Document): HeldByModel {
  const words: ModelWords[] = [];
  const addressed: Stretch[] = [];
  const addresses: string[] = [];
  const open: { readonly node: Node; readonly around: Place | undefined }[] = [];
  const visit = (nodes: readonly Node[], around: Place | undefined): void => {
    for (let index = nodes.length - 1; index >= 0; index -= 1) {
      const node = nodes[index];
      if (node !== undefined) open.push({ node, around });
    }
  };
  // What has no place in the title block is front matter, or words of the product.
  visit([...document.titleBlock.filter(({ place }) => place !== undefined), ...document.body], undefined);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node } = next;
    const place = node.place ?? next.around;
    const stretch = place && { start: place.start.offset, end: place.end.offset };
    if (node.type === 'text') {
      const own = node.place && stretch;
      words.push({ words: wordsOf(node.value), stretch: own, isText: true });
    }
    const written = ofBraces.has(node.type) ? withBraces(stretch, document.source) : stretch;
    for (const text of attributesOf(node))
      words.push({ words: wordsOf(text), stretch: written, isText: false });
    const address = addressOf(node);
    if (address !== undefined) {
      addresses.push(address);
      if (stretch !== undefined) addressed.push(stretch);
    }
    visit(childrenOf(node), place);
  }
  return { words, addressed, addresses };
}

/** What attributes in braces may stand behind, with an alternative or a title. */
const ofBraces: ReadonlySet<string> = new Set(['image', 'link']);

/** Attributes that are longer are no words. */
const longestBraces = 2_000;

/** A picture or a link with the attributes in braces behind it, which may give its words. */
function withBraces(stretch: Stretch | undefined, source: string | undefined): Stretch | undefined {
  if (stretch === undefined || source?.[stretch.end] !== '{') return stretch;
  const length = source.slice(stretch.end, stretch.end + longestBraces).indexOf('}') + 1;
  return { ...stretch, end: stretch.end + length };
}

/** Words of a node that are not among its children. */
function attributesOf(node: Node): readonly string[] {
  switch (node.type) {
    case 'image':
      return node.alt === undefined ? [] : [node.alt];
    case 'link':
      return node.title === undefined ? [] : [node.title];
    case 'span':
      return [node.expansion, node.datetime].filter((text) => text !== undefined);
    case 'code-block':
      return node.language === undefined ? [] : [node.language];
    default:
      return [];
  }
}

/** Where a node leads, or the picture that it shows; of a place in the document nothing but that it is there. */
function addressOf(node: Node): string | undefined {
  switch (node.type) {
    case 'link':
      return node.target.kind === 'external' ? node.target.url : '';
    case 'figure':
      return node.link?.kind === 'external' ? node.link.url : node.link && '';
    case 'image':
    case 'missing-image':
      return node.source;
    default:
      return undefined;
  }
}
