import type { Element, Nodes, Root } from 'hast';
import type { Point } from 'unist';
import { fromHtml } from 'hast-util-from-html';
import { replaceTags } from './tags.ts';

/** So many elements may be open at once: more would exhaust the stack of the steps that walk the tree. */
const openLimit = 120;

/** The tree of a page, and whether tags were left out because they nest too deeply. */
export interface HtmlTree {
  readonly tree: Root;
  readonly flattened: boolean;
  /** Of the first tag that was left out, in the page as it was given. */
  readonly flattenedAt?: Point;
}

/** Parses a page or a fragment as browsers do (HTML §13.2, without scripting); lone surrogates become U+FFFD. */
export function parseHtml(html: string): HtmlTree {
  const source = html.replace(/\p{Surrogate}/gu, '\u{fffd}');
  const { kept, beyond } = limitNesting(source);
  const tree = parsed(kept);
  if (tree !== undefined && depthOf(tree) <= 3 * openLimit) {
    return beyond === undefined
      ? { tree, flattened: false }
      : { tree, flattened: true, flattenedAt: pointAt(source, beyond) };
  }
  // Misnested tags can open more than the scan counts: then only the words are kept, and where paragraphs begin.
  const words = replaceTags(source, ({ name, written }) => (/^(?:p|br|hr)$/u.test(name) ? written : ' '));
  return { tree: fromHtml(words), flattened: true };
}

function pointAt(text: string, offset: number): Point {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, offset };
}

function parsed(html: string): Root | undefined {
  try {
    return fromHtml(html);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const voidElements = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

// Their next sibling, or the end of what holds them, closes them.
const impliedEnd = new Set('p li dt dd tr td th thead tbody tfoot option optgroup rt rp rb'.split(' '));

/**
 * So many may be open at once: a post of deeper lists and quotes would be flattened when it is read, and writing and
 * reading it takes time by the square of the depth.
 */
const kindLimits: readonly { readonly of: ReadonlySet<string>; readonly most: number }[] = [
  { of: new Set('ul ol menu dir dl blockquote'.split(' ')), most: 20 },
  {
    of: new Set('abbr b big cite code del em font i ins q s small span strong sub sup tt u'.split(' ')),
    most: 30,
  },
];

/** The page without the start tags that nest beyond the limits, and where the first of them stood. */
function limitNesting(html: string): { readonly kept: string; readonly beyond: number | undefined } {
  const open: string[] = [];
  const counts = kindLimits.map(() => 0);
  const count = (names: readonly string[], by: 1 | -1): void => {
    for (const name of names) {
      for (const [index, { of }] of kindLimits.entries())
        if (of.has(name)) counts[index] = (counts[index] ?? 0) + by;
    }
  };
  const isBeyond = (name: string): boolean =>
    open.length >= openLimit ||
    kindLimits.some(({ of, most }, index) => of.has(name) && (counts[index] ?? 0) >= most);
  const close = (name: string): void => {
    const last = open.lastIndexOf(name);
    if (last >= 0) count(open.splice(last), -1);
  };
  /** Start tags left out whose end tags are still to come. */
  const leftOut = new Map<string, number>();
  let beyond: number | undefined;
  const kept = replaceTags(html, ({ name, isEnd, offset, written }) => {
    if (voidElements.has(name) || impliedEnd.has(name)) return written;
    if (isEnd) {
      const dropped = leftOut.get(name) ?? 0;
      if (dropped > 0) {
        leftOut.set(name, dropped - 1);
        return blockElements.has(name) ? ' ' : '';
      }
      close(name);
      return written;
    }
    // A link ends the one before it.
    if (name === 'a') close(name);
    if (isBeyond(name)) {
      beyond ??= offset;
      leftOut.set(name, (leftOut.get(name) ?? 0) + 1);
      // Words on both sides of a block do not join.
      return blockElements.has(name) ? ' ' : '';
    }
    open.push(name);
    count([name], 1);
    return written;
  });
  return { kept: beyond === undefined ? html : kept, beyond };
}

function depthOf(tree: Root): number {
  let level: readonly Nodes[] = [tree];
  let depth = 0;
  while (level.length > 0) {
    level = level.flatMap((node): readonly Nodes[] => ('children' in node ? node.children : []));
    depth += 1;
  }
  return depth;
}

/** Elements that begin and end a line of text (CSS 2.2 §9.2.1 and the style sheet of HTML §15.3). */
export const blockElements: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol ' +
    'optgroup option p plaintext pre search section select summary table tbody td textarea tfoot th thead title tr ul xmp'
  ).split(' '),
);

/** Elements of forms that are a box of their own in a line of text. */
export const fieldElements: ReadonlySet<string> = new Set([
  'button',
  'input',
  'label',
  'meter',
  'output',
  'progress',
]);

/** Elements whose text is not shown and is no part of the stream. */
export const unspokenElements: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript']);

/** Whether an element holds a block at any depth. */
export function holdsBlock(element: Element): boolean {
  return element.children.some(
    (child) => child.type === 'element' && (blockElements.has(child.tagName) || holdsBlock(child)),
  );
}

/** The text of a node, without what is not shown; blocks and breaks end in a line end. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  if (node.type === 'element' && unspokenElements.has(node.tagName)) return '';
  if (node.type === 'element' && node.tagName === 'br') return '\n';
  const inner = node.children.map(textOf).join('');
  return node.type === 'element' && blockElements.has(node.tagName) ? `\n${inner}\n` : inner;
}

/** The text of a node in one line: runs of white space, the no-break space included, are one space. */
export function wordsOf(node: Nodes): string {
  return oneLine(textOf(node));
}

/** A text in one line, runs of white space as one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** All elements below a node in tree order. */
export function elementsOf(node: Nodes): readonly Element[] {
  const found: Element[] = [];
  const visit = (parent: Nodes): void => {
    if (!('children' in parent)) return;
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      found.push(child);
      visit(child);
    }
  };
  visit(node);
  return found;
}

/** The value of an attribute as text; `undefined` where it is absent. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  if (Array.isArray(value)) return value.join(' ');
  if (value === true) return '';
  return value === undefined || value === null || value === false ? undefined : String(value);
}

/** The language that an element declares, `undefined` where it declares none. */
export function languageOf(element: Element): string | undefined {
  const lang = (attribute(element, 'lang') ?? attribute(element, 'xmlLang') ?? '').trim();
  return lang === '' ? undefined : lang;
}
