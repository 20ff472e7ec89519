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
  return structureParts(root)
    .map(({ text }) => text)
    .join('');
}

/** Words of a structure tree, and the language that they are said to be in: that of the innermost element that has one. */
export interface StructurePart {
  readonly text: string;
  readonly lang: string | undefined;
}

/** The words of `structureText`, in a file of that language. */
export function structureParts(root: StructureNode, lang?: string): readonly StructurePart[] {
  const parts: StructurePart[] = [];
  addElement(root, { parts, lang });
  return parts;
}

interface Adding {
  readonly parts: StructurePart[];
  readonly lang: string | undefined;
}

function addElement(node: StructureNode, outer: Adding): void {
  if (isGenerated(node)) return;
  const { parts } = outer;
  const to = node.lang === undefined ? outer : { parts, lang: node.lang };
  if (node.standardRole === 'Lbl') return addTerms(node, to);
  const block = isBlock(node);
  if (block) endLine(to);
  if (node.actualText === undefined) addChildren(node, to);
  else parts.push({ text: node.actualText, lang: to.lang });
  if (node.standardRole === 'TD' || node.standardRole === 'TH') endCell(outer);
  else if (block) endLine(outer);
}

function addChildren(node: StructureNode, to: Adding): void {
  for (const child of node.children) {
    if (child.type === 'marked-content') to.parts.push({ text: child.text, lang: to.lang });
    if (child.type === 'element') addElement(child, to);
  }
}

function addTerms(label: StructureNode, to: Adding): void {
  endLine(to);
  for (const child of label.children) {
    if (child.type !== 'element') continue;
    addElement(child, to);
    endLine(to);
  }
}

/** Whether an element holds nothing that a post says: what is generated. */
export function isGenerated(node: StructureNode): boolean {
  if (node.standardRole === 'Lbl') return !node.children.every((child) => child.type === 'element');
  if (node.standardRole === 'TOC') return true;
  return node.title !== undefined && (node.standardRole === 'Link' || node.role === 'Span');
}

function isBlock(node: StructureNode): boolean {
  if (!inlineRoles.has(node.standardRole)) return true;
  return node.attributes.some((attributes) => nameOf(attributes.get('Placement')) === 'Block');
}

function endLine({ parts, lang }: Adding): void {
  const last = parts.at(-1)?.text;
  if (last !== undefined && !last.endsWith('\n') && last !== '\t') parts.push({ text: '\n', lang });
}

function endCell({ parts, lang }: Adding): void {
  if (parts.at(-1)?.text === '\n') parts.pop();
  parts.push({ text: '\t', lang });
}
