import type { Paragraph } from '../../document/document.ts';
import type { Inline } from '../../document/inline.ts';
import { tidyInlines } from './tidy-inlines.ts';

/** A paragraph of tidied phrases; nothing where there are none. */
export function paragraphOf(
  inlines: readonly Inline[],
  facts: Omit<Paragraph, 'type' | 'children'>,
): readonly Paragraph[] {
  const children = tidyInlines(inlines);
  if (children.length === 0) return [];
  const place = facts.place ?? placeAcross(children);
  return [{ type: 'paragraph', ...facts, ...(place && { place }), children }];
}

function placeAcross(inlines: readonly Inline[]): Paragraph['place'] {
  const start = inlines[0]?.place?.start;
  const end = inlines.at(-1)?.place?.end;
  return start && end ? { start, end } : undefined;
}
