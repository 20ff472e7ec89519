import type { ElementContent } from 'hast';
import type { Block, Paragraph } from '../../document/document.ts';
import { inlineHast } from './inline-hast.ts';
import type { XhtmlContext } from './xhtml-context.ts';

/** The content of a tight item or a cell: the words of its only paragraph stand in it without a `p` of their own. */
export function unwrapParagraph(blocks: readonly Block[], context: XhtmlContext): ElementContent[] {
  const [first, ...rest] = blocks;
  const paragraphs = blocks.filter((block) => block.type === 'paragraph').length;
  if (first?.type !== 'paragraph' || paragraphs > 1 || carriesProperties(first)) {
    return context.writeBlocks(blocks, context);
  }
  // Without the space a consumer that takes the text alone would join the last word to the next block.
  const between: ElementContent[] = rest.length > 0 ? [{ type: 'text', value: '\n' }] : [];
  return [...inlineHast(first.children, context), ...between, ...context.writeBlocks(rest, context)];
}

function carriesProperties(paragraph: Paragraph): boolean {
  const { id, lang, dir, role } = paragraph;
  return [id, lang, dir, role].some((property) => property !== undefined);
}
