import type { Element, Root } from 'xast';

import { attributeOf, descendants } from './xml-tree.ts';

/** Elements that stand within a line (HTML §4.5); every other element ends one. */
const inlineNames: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q rb rp rt ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

const generatedRoles: ReadonlySet<string> = new Set(['doc-backlink', 'doc-noteref', 'img']);
const generatedClasses: ReadonlySet<string> = new Set(['continued', 'label', 'note-label']);

/** The words of a content document, and where in them pages begin. */
export interface XhtmlText {
  readonly text: string;
  /** Those of its notes, which are not among the others. */
  readonly notes: string;
  /** For the id of each page break marker, how many characters of `text` stand before it. */
  readonly pageBreaks: ReadonlyMap<string, number>;
}

interface Output {
  readonly parts: string[];
  /** Of all parts together. */
  length: number;
  readonly notes: string[];
  readonly pageBreaks: Map<string, number>;
}

/**
 * The words of a content document's `body`, without what is generated: links to and from notes and the boxes of
 * tasks, which are pictures (ARIA: children of an img are presentational), by their roles, labels of notes and the repeated archive label
 * by their classes, parentheses of ruby. Block elements end a line, table cells end with a tab.
 * Nothing is added within a block. What stands in endnotes (DPUB-ARIA `doc-endnotes`) is kept apart.
 */
export function xhtmlText(tree: Root): XhtmlText {
  const output: Output = { parts: [], length: 0, notes: [], pageBreaks: new Map() };
  for (const body of descendants(tree, 'body')) addChildren(body, output);
  return { text: output.parts.join(''), notes: output.notes.join(''), pageBreaks: output.pageBreaks };
}

function addChildren(node: Element, output: Output): void {
  for (const child of node.children) {
    if (child.type === 'text' || child.type === 'cdata') add(child.value, output);
    if (child.type === 'element' && !isGenerated(child)) addElement(child, output);
  }
}

function addElement(element: Element, output: Output): void {
  if (element.name === 'br') add('\n', output);
  const block = !inlineNames.has(element.name);
  if (block) endLine(output);
  if (attributeOf(element, 'epub:type') === 'pagebreak')
    output.pageBreaks.set(attributeOf(element, 'id') ?? '', output.length);
  if (attributeOf(element, 'role') === 'doc-endnotes')
    addChildren(element, { ...output, parts: output.notes, notes: [] });
  else addChildren(element, output);
  if (element.name === 'td' || element.name === 'th') add('\t', output);
  else if (block) endLine(output);
}

/** Whether an element holds nothing that a post says. */
export function isGenerated(element: Element): boolean {
  if (element.name === 'rp' || generatedRoles.has(attributeOf(element, 'role') ?? '')) return true;
  return (attributeOf(element, 'class') ?? '').split(' ').some((name) => generatedClasses.has(name));
}

function endLine(output: Output): void {
  const last = output.parts.at(-1);
  if (last !== undefined && !last.endsWith('\n')) add('\n', output);
}

function add(text: string, output: Output): void {
  output.parts.push(text);
  output.length += text.length;
}
