import type { Block, Document, Note, Paragraph, TableRow } from './document.ts';
import type { Inline } from './inline.ts';

/**
 * The words of a document in reading order, for comparing with what is read back from the outputs.
 * One line per paragraph, heading, code line, verse line or table row; cells are separated by a tab; a hard break is a
 * newline. Text alternatives and everything generated (labels of lists and notes, back-links) are left out.
 * No writer may use it.
 */
export function plainText(document: Document): string {
  return blocksText([...document.titleBlock, ...document.body]);
}

/**
 * The same of documents where notes stand last: the words outside the notes, then those of the notes in their order; one
 * within another follows it.
 */
export function plainTextNotesLast(documents: readonly Document[]): string {
  const notes: string[] = [];
  const texts = documents.map(({ titleBlock, body }) => blocksText([...titleBlock, ...body], notes));
  return [...texts, ...notes].join('');
}

/** The text of inline content: a hard break is a newline, pictures and note labels are nothing. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines.map(oneInlineText).join('');
}

/** The text of inline content on one line. */
export function inlineLine(inlines: readonly Inline[]): string {
  return onOneLine(inlineText(inlines));
}

/** What something is called whose words these are, on one line, as it is heard: of a picture its alternative, of a word with a reading that word. */
export function spokenLine(inlines: readonly Inline[]): string {
  return onOneLine(allSpoken(inlines));
}

function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function allSpoken(inlines: readonly Inline[]): string {
  return inlines.map(spoken).join('');
}

function spoken(inline: Inline): string {
  if (inline.type === 'image') return inline.alt ?? '';
  // A word is called by itself: its reading would follow it as if it were said twice.
  if (inline.type === 'ruby') return [inline.base, inline.annotation].map(allSpoken).find(Boolean) ?? '';
  return 'children' in inline ? allSpoken(inline.children) : oneInlineText(inline);
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

/** The words of notes go to `notes`, where that is given. */
function blocksText(blocks: readonly Block[], notes?: string[]): string {
  return blocks.map((block) => blockText(block, notes)).join('');
}

function noteText({ children }: Note, notes: string[] | undefined): string {
  if (notes === undefined) return blocksText(children);
  const place = notes.push('') - 1;
  notes[place] = blocksText(children, notes);
  return '';
}

function rowText(row: TableRow, notes: string[] | undefined): string {
  return `${row.cells.map((cell) => blocksText(cell.children, notes).replace(/\n$/u, '')).join('\t')}\n`;
}

function blockText(block: Block, notes: string[] | undefined): string {
  switch (block.type) {
    case 'section':
      return line(block.heading.children) + blocksText(block.children, notes);
    case 'heading':
    case 'paragraph':
      return line(block.children);
    case 'quote':
    case 'group':
      return blocksText(block.children, notes);
    case 'note':
      return noteText(block, notes);
    case 'callout':
      return line(block.label.children) + blocksText(block.children, notes);
    case 'code-block':
      return (block.title ? line(block.title) : '') + block.lines.map((text) => `${text.value}\n`).join('');
    case 'list':
      return block.items.map((item) => blocksText(item.children, notes)).join('');
    case 'definition-list':
      return block.items
        .map(({ terms, definitions }) =>
          [terms, ...definitions].map((blocks) => blocksText(blocks, notes)).join(''),
        )
        .join('');
    case 'table':
      return (
        optionalLine(block.caption) +
        [...block.head, ...block.body, ...block.foot].map((row) => rowText(row, notes)).join('')
      );
    case 'figure':
      return line([block.image]) + optionalLine(block.caption);
    case 'verse':
      return block.lines.map(line).join('');
    case 'thematic-break':
      return '';
  }
}
