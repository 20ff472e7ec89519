import type { Element } from 'hast';
import type { Delete } from 'mdast';
import { defaultHandlers, type State } from 'mdast-util-to-hast';
import { placeOf } from '../context/place-of.ts';
import { type PostContext, report } from '../context/post-context.ts';

/**
 * The element of words that are struck through. Where nothing says which dialect a post is written in, a number behind a letter (`H~2~O`)
 * was rather to be a subscript; GitHub strikes it through, so that is done and told.
 */
export function deletion(state: State, context: PostContext, node: Delete): Element {
  const place = placeOf(node);
  if (context.dialect === 'auto' && place !== undefined) {
    const { start, end } = place;
    const written = context.source.slice(start.offset, end.offset);
    const before = context.source.slice(Math.max(0, start.offset - 2), start.offset);
    if (/^~\d{1,2}~$/u.test(written) && /\p{L}$/u.test(before)) {
      report(context, 'subscript-struck', {
        reason: `“${written}” behind a letter is struck through`,
        place,
      });
    }
  }
  return defaultHandlers.delete(state, node);
}
