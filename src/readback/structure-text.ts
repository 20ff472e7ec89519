import { nameOf } from './pdf-value.ts';
import type { StructureNode } from './structure-node.ts';

/** Types that stand within a line, after role mapping (ISO 32000-1 §14.8.4.4). */
const inlineRoles: ReadonlySet<string> = new Set([
  'Span',
  'Quote',
  'Reference',
  'BibEntry',
  'Code',
  'Link',
  'Annot',
  'Ruby',
  'RB',
  'RT',
  'RP',
  'Warichu',
  'WT',
  'WP',
  'Figure',
  'Formula',
  'Form',
]);

/**
 * The words of a structure tree in tree order, without what is generated: labels (`Lbl`), back-links
 * (`Link` with a title, which no link of an author has), printed addresses (`Span` with a title) and the entries of the contents (`TOC`). A `Lbl` that holds elements only is a term of a definition list and is kept.
 * Block elements and terms end a line, table cells end with a tab. Nothing is added within a block.
 */
export function structureText(root: StructureNode): string {
  const parts: string[] = [];
  addElement(root, parts);
  return parts.join('');
}

function addElement(node: StructureNode, parts: string[]): void {
  if (isGenerated(node)) return;
  if (node.standardRole === 'Lbl') return addTerms(node, parts);
  const block = isBlock(node);
  if (block) endLine(parts);
  if (node.actualText === undefined) addChildren(node, parts);
  else parts.push(node.actualText);
  if (node.standardRole === 'TD' || node.standardRole === 'TH') endCell(parts);
  else if (block) endLine(parts);
}

function addChildren(node: StructureNode, parts: string[]): void {
  for (const child of node.children) {
    if (child.type === 'marked-content') parts.push(child.text);
    if (child.type === 'element') addElement(child, parts);
  }
}

function addTerms(label: StructureNode, parts: string[]): void {
  endLine(parts);
  for (const child of label.children) {
    if (child.type !== 'element') continue;
    addElement(child, parts);
    endLine(parts);
  }
}

function isGenerated(node: StructureNode): boolean {
  if (node.standardRole === 'Lbl') return !node.children.every((child) => child.type === 'element');
  if (node.standardRole === 'TOC') return true;
  return node.title !== undefined && (node.standardRole === 'Link' || node.role === 'Span');
}

function isBlock(node: StructureNode): boolean {
  if (!inlineRoles.has(node.standardRole)) return true;
  return node.attributes.some((attributes) => nameOf(attributes.get('Placement')) === 'Block');
}

function endLine(parts: string[]): void {
  const last = parts.at(-1);
  if (last !== undefined && !last.endsWith('\n') && last !== '\t') parts.push('\n');
}

function endCell(parts: string[]): void {
  if (parts.at(-1) === '\n') parts.pop();
  parts.push('\t');
}
