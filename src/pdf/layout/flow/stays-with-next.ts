import type { Block, Paragraph } from '../../../document/document.ts';
import type { Inline } from '../../../document/inline.ts';
import { inlineText } from '../../../document/plain-text.ts';
import type { LayoutContext } from '../context.ts';
import type { Unit } from '../flow-block.ts';

/** A block, what it is laid out as, and the one behind it. */
interface Neighbours {
  readonly block: Block;
  readonly units: readonly Unit[];
  readonly next: Block | undefined;
}

/**
 * Whether no page ends between a block and the next: where it announces or names what follows, and where what follows names
 * it. Of several that do so in a row only the last stays with what they announce, for together they could be a page long.
 */
export function staysWithNext({ block, units, next }: Neighbours, { theme }: LayoutContext): boolean {
  if (next === undefined) return false;
  if (next.type === 'paragraph' && next.role === 'attribution') return true;
  if (next.type === 'paragraph' && next.role === 'caption') return hasCaption(block);
  if (block.type !== 'paragraph') return false;
  if (block.role === 'caption') return hasCaption(next);
  const isLabel = units.length <= theme.metrics.paragraph.labelLines && isBold(block.children);
  return (isLabel || endsInColon(block)) && !announces(next);
}

function hasCaption({ type }: Block): boolean {
  return type === 'table' || type === 'figure' || type === 'code-block';
}

function announces(block: Block): boolean {
  return block.type === 'paragraph' && (endsInColon(block) || isBold(block.children));
}

function endsInColon({ children }: Paragraph): boolean {
  const last = children.findLast((inline) => inlineText([inline]).trim() !== '');
  return last !== undefined && inlineText([last]).trimEnd().endsWith(':');
}

/** Whether all words are bold, and there are any. */
function isBold(inlines: readonly Inline[]): boolean {
  const words = inlines.filter((inline) => !(inline.type === 'text' && inline.value.trim() === ''));
  return words.length > 0 && words.every((inline) => isStrong(inline));
}

function isStrong(inline: Inline): boolean {
  if (inline.type === 'link') return isBold(inline.children);
  return (
    inline.type === 'span' && (inline.kind === 'strong' || inline.kind === 'bold' || isBold(inline.children))
  );
}
