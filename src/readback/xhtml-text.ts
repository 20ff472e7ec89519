import type { Element, Root } from 'xast';

import { attributeOf, descendants } from './xml-tree.ts';

/** Elements that stand within a line (HTML §4.5); every other element ends one. */
const inlineNames: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q rb rp rt ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

const generatedRoles: ReadonlySet<string> = new Set(['doc-backlink', 'doc-noteref']);
const generatedClasses: ReadonlySet<string> = new Set(['continued', 'label', 'note-label', 'task-box']);

/**
 * The words of a content document's `body`, without what is generated: links to and from notes by their roles, labels
 * of notes, task boxes and the repeated archive label by their classes, parentheses of ruby. Block elements end a line, table cells end with a tab.
 * Nothing is added within a block.
 */
export function xhtmlText(tree: Root): string {
  const parts: string[] = [];
  for (const body of descendants(tree, 'body')) addChildren(body, parts);
  return parts.join('');
}

function addChildren(node: Element, parts: string[]): void {
  for (const child of node.children) {
    if (child.type === 'text' || child.type === 'cdata') parts.push(child.value);
    if (child.type === 'element' && !isGenerated(child)) addElement(child, parts);
  }
}

function addElement(element: Element, parts: string[]): void {
  if (element.name === 'br') parts.push('\n');
  const block = !inlineNames.has(element.name);
  if (block) endLine(parts);
  addChildren(element, parts);
  if (element.name === 'td' || element.name === 'th') parts.push('\t');
  else if (block) endLine(parts);
}

function isGenerated(element: Element): boolean {
  if (element.name === 'rp' || generatedRoles.has(attributeOf(element, 'role') ?? '')) return true;
  return (attributeOf(element, 'class') ?? '').split(' ').some((name) => generatedClasses.has(name));
}

function endLine(parts: string[]): void {
  const last = parts.at(-1);
  if (last !== undefined && !last.endsWith('\n')) parts.push('\n');
}
