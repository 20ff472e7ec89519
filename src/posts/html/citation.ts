import type { Element, ElementContent } from 'hast';
import type { State } from 'mdast-util-to-hast';
import type { Citation } from '../constructs/nodes.d.ts';
import { placeOf } from '../context/place-of.ts';
import type { PostContext } from '../context/post-context.ts';
import { textContent } from './anchors.ts';
import { elementName, factOf, markerElement } from './markers.ts';
import { type NamedPlaces, settleReference } from './settle-reference.ts';

/** What may become a link: it may stand in one, and whether it names a place is known once all places are. */
export function citationElement(state: State, context: PostContext, node: Citation): Element {
  const text: ElementContent = { type: 'text', value: node.value };
  const element = markerElement(context, 'citation', { facts: { key: node.key }, children: [text] });
  state.patch(node, text);
  state.patch(node, element);
  return element;
}

/** Whether an element is what `citationElement` makes. */
export function isCitation(node: ElementContent, context: PostContext): node is Element {
  return node.type === 'element' && elementName(context, node) === 'tagleaf:citation';
}

/**
 * Leads the citations among the children of an element to the places that they name, with the words of those, and takes the brackets away
 * that hold nothing else that is cited. What names no place stays as it is written. Edits the element.
 */
export function settleCitations(
  parent: Element,
  { places, inLink }: { readonly places: NamedPlaces; readonly inLink: boolean },
  context: PostContext,
): void {
  const settled = parent.children.map((child): Settled => {
    if (!isCitation(child, context)) return { nodes: [child] };
    const link = inLink ? undefined : linkOf(child, places, context);
    return link ? { nodes: [link], cited: 'place' } : { nodes: child.children, cited: 'other' };
  });
  parent.children = withoutBrackets(settled, context).flatMap(({ nodes }) => nodes);
}

interface Settled {
  readonly nodes: readonly ElementContent[];
  /** Whether it is cited, and is a place of the post. */
  readonly cited?: 'place' | 'other';
}

/** Quarto knows places by the kind that their names begin with; a capital asks for one in the word that it puts before the number. */
const ofPlace = /^(?:fig|tbl|lst|sec|eq|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|tip|nte|wrn|imp|cau)-./iu;

function linkOf(citation: Element, places: NamedPlaces, context: PostContext): Element | undefined {
  const key = factOf(context, citation, 'key') ?? '';
  const isOfBook = textContent(citation.children, context).startsWith('\\');
  const isOfPlace = isOfBook || ofPlace.test(key);
  const names = isOfBook ? bookNames(key) : [isOfPlace ? key.slice(0, 1).toLowerCase() + key.slice(1) : key];
  const here = names.find((name) => places.labels.has(name) || (isOfPlace && places.fragments.has(name)));
  const elsewhere = isOfPlace && context.options.memberOf !== undefined ? names[0] : undefined;
  const label = here ?? elsewhere;
  if (label === undefined) return undefined;
  const position = placeOf(citation);
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href: `#${label}` },
    children: [],
    ...(position && { position }),
  };
  settleReference(link, places, context);
  return link;
}

/** How the places that `\@ref(fig:map)` may mean are named: by the kind and the name of a cell, or by the name of a heading alone (bookdown). */
function bookNames(key: string): readonly string[] {
  const [, kind, name] = /^(\w+):(.+)$/u.exec(key) ?? [];
  if (kind === undefined || name === undefined) return [key];
  return [key, name, `${kind === 'tab' ? 'tbl' : kind}-${name}`];
}

/** `[see @fig-x; @fig-y]`: the brackets are signs where all that is cited between them is a place of the post. */
function withoutBrackets(settled: readonly Settled[], context: PostContext): readonly Settled[] {
  const cuts = new Map<number, number[]>();
  const cut = ({ index, at }: Sign): void => void cuts.set(index, [...(cuts.get(index) ?? []), at]);
  let open: Sign | undefined;
  let dashes: Sign[] = [];
  let cited: Settled['cited'];
  for (const [index, part] of settled.entries()) {
    if (part.cited !== undefined) {
      cited = cited === 'other' ? cited : part.cited;
      continue;
    }
    const [text] = part.nodes;
    if (text?.type !== 'text' || !isAsWritten(text, context)) continue;
    for (const { 0: sign, index: at } of text.value.matchAll(signs)) {
      if (sign === '-') dashes.push({ index, at });
      else if (sign === '[') [open, dashes, cited] = [{ index, at }, [], undefined];
      else {
        if (open !== undefined && cited === 'place') [open, ...dashes, { index, at }].forEach(cut);
        open = undefined;
      }
    }
  }
  if (cuts.size === 0) return settled;
  return settled.map((part, index) => {
    const [text] = part.nodes;
    const places = cuts.get(index);
    if (text?.type !== 'text' || places === undefined) return part;
    const value = [...text.value.matchAll(/[^]/gu)]
      .filter((character) => !places.includes(character.index))
      .join('');
    return { nodes: value === '' ? [] : [{ ...text, value }] };
  });
}

interface Sign {
  readonly index: number;
  readonly at: number;
}

/** A bracket, or the dash before a citation of which a site prints the number alone. */
const signs = /[[\]]|-$/gu;

/** Whether no sign of a text was escaped. */
function isAsWritten(
  text: Extract<ElementContent, { readonly type: 'text' }>,
  context: PostContext,
): boolean {
  const { start, end } = placeOf(text) ?? {};
  return context.source.slice(start?.offset, end?.offset) === text.value;
}
