import type { Block, Document, Paragraph, TableRow } from './document.ts';
import type { Inline } from './inline.ts';

/**
 * The words of a document in reading order, for comparing with what is read back from the outputs (mapping §1.10).
 * One line per paragraph, heading, code line, verse line or table row; cells are separated by a tab; a hard break is a
 * newline. Text alternatives and everything generated (labels of lists and notes, back-links) are left out.
 * No writer may use it.
 */
export function plainText(document: Document): string {
  return [...document.titleBlock, ...document.body].map(blockText).join('');
}

/** The text of inline content: a hard break is a newline, pictures and note labels are nothing. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines.map(oneInlineText).join('');
}

/** The text of inline content on one line. */
export function inlineLine(inlines: readonly Inline[]): string {
  return inlineText(inlines).replace(/\s+/gu, ' ').trim();
}

function oneInlineText(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.value;
    case 'break':
      return '\n';
    case 'span':
    case 'link':
    case 'missing-image':
      return inlineText(inline.children);
    case 'ruby':
      return inlineText(inline.base) + inlineText(inline.annotation);
    case 'image':
    case 'note-reference':
      return '';
  }
}

function line(inlines: readonly Inline[]): string {
  return `${inlineText(inlines)}\n`;
}

function optionalLine(paragraph: Paragraph | undefined): string {
  return paragraph ? line(paragraph.children) : '';
}

function blocksText(blocks: readonly Block[]): string {
  return blocks.map(blockText).join('');
}

function rowText(row: TableRow): string {
  return `${row.cells.map((cell) => blocksText(cell.children).replace(/\n$/u, '')).join('\t')}\n`;
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'section':
      return line(block.heading.children) + blocksText(block.children);
    case 'heading':
    case 'paragraph':
      return line(block.children);
    case 'quote':
    case 'group':
    case 'note':
      return blocksText(block.children);
    case 'callout':
      return line(block.label.children) + blocksText(block.children);
    case 'code-block':
      return (block.title ? line(block.title) : '') + block.lines.map((text) => `${text.value}\n`).join('');
    case 'list':
      return block.items.map((item) => blocksText(item.children)).join('');
    case 'definition-list':
      return block.items
        .map((item) => blocksText(item.terms) + item.definitions.map(blocksText).join(''))
        .join('');
    case 'table':
      return (
        optionalLine(block.caption) + [...block.head, ...block.body, ...block.foot].map(rowText).join('')
      );
    case 'figure':
      return line([block.image]) + optionalLine(block.caption);
    case 'verse':
      return block.lines.map(line).join('');
    case 'thematic-break':
      return '';
  }
}
