import { decodeTextString, type PdfValue } from '../../src/readback/pdf-value.ts';
import type { StructureChild, StructureNode } from '../../src/readback/structure-node.ts';

const shownCharacters = 60;

/** The tag tree as indented lines, small enough to be read in review: role, title, language, alternatives, id, attributes, words. */
export function printStructure(structure: StructureNode): string {
  const lines: string[] = [];
  for (const child of structure.children) printChild(child, 0, lines);
  return lines.map((line) => `${line}\n`).join('');
}

function printChild(child: StructureChild, depth: number, lines: string[]): void {
  const indent = '  '.repeat(depth);
  switch (child.type) {
    case 'marked-content':
      lines.push(`${indent}${quote(child.text)}`);
      return;
    case 'object-reference':
      lines.push(`${indent}→ ${child.url ?? 'in this document'} ${quote(child.contents ?? '')}`);
      return;
    case 'element':
      lines.push(`${indent}${elementLine(child)}`);
      for (const grandchild of child.children) printChild(grandchild, depth + 1, lines);
  }
}

function elementLine(node: StructureNode): string {
  const fields = [
    ['T', node.title],
    ['Lang', node.lang],
    ['Alt', node.alt],
    ['ActualText', node.actualText],
    ['E', node.expansion],
    ['ID', node.id],
  ] as const;
  const shown = fields.flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${quote(value)}`]));
  return [node.role, ...shown, ...node.attributes.map(printEntries)].join(' ');
}

function quote(text: string): string {
  const characters = [...text];
  const short = characters.length > shownCharacters;
  return JSON.stringify(short ? `${characters.slice(0, shownCharacters - 1).join('')}…` : text);
}

function printEntries(entries: ReadonlyMap<string, PdfValue>): string {
  return `{${[...entries].map(([key, value]) => `${key} ${printValue(value)}`).join(', ')}}`;
}

function printValue(value: PdfValue): string {
  switch (value.type) {
    case 'null':
      return 'null';
    case 'boolean':
    case 'number':
    case 'name':
    case 'operator':
      return String(value.value);
    case 'string':
      return quote(decodeTextString(value.bytes));
    case 'array':
      return `[${value.items.map(printValue).join(' ')}]`;
    case 'dictionary':
    case 'stream':
      return printEntries(value.entries);
    case 'reference':
      return 'object';
  }
}
