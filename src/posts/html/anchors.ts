import GithubSlugger, { slug } from 'github-slugger';
import type { Element, ElementContent } from 'hast';
import { freeNames } from '../../lists/free-names.ts';
import { elementName, factOf } from './markers.ts';
import type { PostContext } from '../context/post-context.ts';
import { blockElements, droppedElements } from './raw-html.ts';

/** The ids of one document. */
export interface Anchors {
  /** The id of each element that has one. */
  readonly idOf: ReadonlyMap<Element, string>;
  /** The id of the title's heading, where it has none of its own. */
  readonly titleId: string;
  /** From the fragment that an author writes to the id it means. */
  readonly targets: ReadonlyMap<string, string>;
  /** The fragments that are labels. */
  readonly labels: ReadonlySet<string>;
  /** A new id that nobody has yet. */
  readonly unique: (wanted: string) => string;
}

/** The id of the title's heading, without the prefix of the post. */
const titleId = 'title';

/** Gives every heading and every element with an id its final id: unique, an NCName (Namespaces in XML §3), the same in both formats. */
export function collectAnchors(trees: readonly (readonly ElementContent[])[], context: PostContext): Anchors {
  const slugger = new GithubSlugger();
  const names = new GithubSlugger();
  const prefix = context.options.idPrefix ?? '';
  const idOf = new Map<Element, string>();
  const targets = new Map<string, string>();
  const labels = new Set<string>();
  const second: { readonly name: string; readonly element: Element }[] = [];
  const linked = new Set<string>();
  const unique = uniqueIds(prefix);
  const setName = (element: Element, name: string): void => {
    if (targets.has(name)) return;
    const id = idOf.get(element) ?? unique(name);
    idOf.set(element, id);
    targets.set(name, id);
  };
  const visit = (nodes: readonly ElementContent[]): void => {
    const empty: { readonly name: string; readonly element: Element }[] = [];
    for (const [index, node] of nodes.entries()) {
      if (node.type !== 'element' || droppedElements.has(node.tagName)) continue;
      const places = placesIn(node, nodes[index + 1]);
      for (const element of places) {
        const name = fragmentOf(element, slugger, context);
        if (name !== undefined) empty.push({ name, element });
      }
      if (places.length > 0) continue;
      const fragment = fragmentOf(node, slugger, context);
      if (fragment !== undefined && !targets.has(fragment)) {
        const id = unique(fragment);
        idOf.set(node, id);
        targets.set(fragment, id);
      } else if (isHeading(node)) {
        idOf.set(node, unique(fragment ?? 'section'));
      }
      if (context.dialect === 'myst' && isHeading(node)) {
        const id = idOf.get(node);
        const name = mystFragment(textContent(node.children, context));
        if (id !== undefined && name !== '' && !targets.has(name)) targets.set(name, id);
      }
      for (const name of secondNames(node, names, context)) second.push({ name, element: node });
      const { href } = node.properties;
      if (typeof href === 'string' && href.startsWith('#')) linked.add(href.slice(1));
      for (const label of factOf(context, node, 'labels')?.split(' ') ?? []) {
        const id = idOf.get(node) ?? unique(label);
        idOf.set(node, id);
        if (!targets.has(label)) targets.set(label, id);
        if (targets.get(label) === id) labels.add(label);
      }
      for (const { name } of empty.splice(0)) setName(node, name);
      visit(node.children);
    }
    for (const { name, element } of empty) setName(element, name);
  };
  trees.forEach(visit);
  for (const { name, element } of second) if (linked.has(name)) setName(element, name);
  return { idOf, targets, labels, unique, titleId: prefix + titleId };
}

/** The elements with names of a block that is there for these alone: they are those of what follows it. None of any other block. */
function placesIn(element: Element, next: ElementContent | undefined): readonly Element[] {
  const { tagName, children } = element;
  if (tagName === 'div' || tagName === 'section')
    return isEmpty(children) && isNamed(element) ? [element] : [];
  // An anchor in a line stands before its words.
  if (tagName === 'a')
    return isAnchor(element) && next?.type === 'element' && blockElements.has(next.tagName) ? [element] : [];
  if (tagName !== 'p' || isNamed(element)) return [];
  const anchors = children.filter((child) => child.type === 'element');
  const others = children.filter((child) => child.type !== 'element');
  return isEmpty(others) && anchors.every(isAnchor) ? anchors : [];
}

function isAnchor(element: Element): boolean {
  const { tagName, properties, children } = element;
  return tagName === 'a' && properties['href'] === undefined && isNamed(element) && isEmpty(children);
}

function isNamed({ tagName, properties: { id, name } }: Element): boolean {
  return Boolean(id) || (tagName === 'a' && Boolean(name));
}

function isEmpty(nodes: readonly ElementContent[]): boolean {
  return nodes.every((node) => node.type === 'comment' || (node.type === 'text' && node.value.trim() === ''));
}

// Calls that are not known: what generators make of them is mostly no part of the name of a heading.
const call = /\{[%{<][^{}]{0,200}\}{1,2}/gu;
const calls = /\{[%{<]/u;

/**
 * What else may call a heading or a term, where nothing has that name: a heading with a call without it, and both by their order together
 * where Goldmark is told to name terms: a heading behind a term of the same words is the second of them.
 */
function secondNames(element: Element, names: GithubSlugger, context: PostContext): readonly string[] {
  const isGoldmark = context.dialect === 'goldmark';
  const isTerm = element.tagName === 'dt' && isGoldmark;
  if (!isTerm && !isHeading(element)) return [];
  const words = textContent(element.children, context);
  const plain = isTerm || calls.test(words) ? slug(words.replaceAll(call, '').trim()) : '';
  return [plain, isGoldmark ? names.slug(words) : ''].filter((name) => name !== '');
}

/** Makes ids that nobody has yet, with a number behind those that are taken. */
function uniqueIds(prefix: string): Anchors['unique'] {
  const idFor = freeNames({
    taken: new Set([prefix + titleId]),
    firstNumber: 1,
    numbered: (id, number) => `${id}-${number}`,
  });
  return (wanted) => idFor(prefix + ncName(wanted));
}

function fragmentOf(element: Element, slugger: GithubSlugger, context: PostContext): string | undefined {
  const { id, name } = element.properties;
  if (typeof id === 'string' && id !== '') return id;
  if (element.tagName === 'a' && typeof name === 'string' && name !== '') return name;
  // The heading that became the title of a callout keeps its name.
  const names = isHeading(element) || factOf(context, element, 'heading') !== undefined;
  return names ? slugger.slug(textContent(element.children, context)) || undefined : undefined;
}

/** What MyST makes of the words of a heading: all but letters and digits parts them. */
export function mystFragment(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '');
}

/** Whether the element is one of `h1` to `h6`. */
export function isHeading(element: Element): boolean {
  return /^h[1-6]$/u.test(element.tagName);
}

/** The characters of HTML nodes, without what is dropped. */
export function textContent(nodes: readonly ElementContent[], context: PostContext): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type !== 'element' || droppedElements.has(elementName(context, node))) return '';
      return textContent(node.children, context);
    })
    .join('');
}

// NameStartChar of XML 1.0 §2.3 without the colon, and the characters that may follow it.
const nameStart =
  'A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{DFFFF}';
const notNameCharacter = new RegExp(`[^${nameStart}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040]`, 'gu');
const startsName = new RegExp(`^[${nameStart}]`, 'u');

function ncName(wanted: string): string {
  const name = wanted.replace(/\s+/gu, '-').replace(notNameCharacter, '');
  if (name === '') return 'section';
  return startsName.test(name) ? name : `s-${name}`;
}
