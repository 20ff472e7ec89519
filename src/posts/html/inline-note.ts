import type { Element, ElementContent } from 'hast';
import type { State } from 'mdast-util-to-hast';
import type { InlineNote } from '../constructs/nodes.d.ts';
import { placeOf } from '../context/place-of.ts';
import { placeAt, type PostContext } from '../context/post-context.ts';
import { markerElement } from './markers.ts';

/** The element of a note in the line. Where nothing says that a post has such notes, a single word is none: `^[a-z]` is an expression. */
export function inlineNote(state: State, context: PostContext, node: InlineNote): Element | ElementContent[] {
  const children = state.all(node);
  const [only] = node.children;
  const isWord = node.children.length === 1 && only?.type === 'text' && !/\s/u.test(only.value);
  if (context.dialect !== 'auto' || !isWord) {
    const element = markerElement(context, 'inline-note', { children });
    state.patch(node, element);
    return element;
  }
  const place = placeOf(node);
  const sign = (value: string, from: number): ElementContent => ({
    type: 'text',
    value,
    ...(place && { position: placeAt(context, from, from + value.length) }),
  });
  const { start, end } = place ?? { start: { offset: 0 }, end: { offset: 0 } };
  return [sign('^[', start.offset), ...children, sign(']', end.offset - 1)];
}
