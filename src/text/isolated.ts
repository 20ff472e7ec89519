import type { Direction } from '../characters/strong-letters.ts';
import type { InlineItem } from './inline-item.ts';

/** Words with a direction of their own, which bears on none of the words around (UAX 9 §6.3; HTML, the `dir` attribute). */
export function isolated<Tag>(
  direction: Direction | undefined,
  items: readonly InlineItem<Tag>[],
  tag: Tag,
): readonly InlineItem<Tag>[] {
  if (direction === undefined) return items;
  const begin = { kind: 'isolate', control: direction === 'rtl' ? '\u2067' : '\u2066', tag } as const;
  return [begin, ...items, { kind: 'isolate', control: '\u2069', tag }];
}
