import type { Markup } from '../generators/markup.ts';
import type { PostContext } from '../context/post-context.ts';

const idsOf = new WeakMap<PostContext, ReadonlyMap<string, Markup>>();

/**
 * The use of markup that is not known and makes the place that a fragment names, as far as its `id` says: the fragment is that, or has a
 * word and `-` before it.
 */
export function placeOfMarkup(fragment: string, context: PostContext): Markup | undefined {
  const ids = idsOf.get(context) ?? unknownIds(context);
  idsOf.set(context, ids);
  return ids.get(fragment) ?? ids.get(fragment.slice(fragment.indexOf('-') + 1));
}

function unknownIds({ masked }: PostContext): ReadonlyMap<string, Markup> {
  const ids = new Map<string, Markup>();
  for (const markup of masked.markup) {
    const { content, written } = markup;
    const isUnknown =
      content.type === 'unknown' || (content.type === 'edge' && content.unknown !== undefined);
    const [, first, second] = (isUnknown && /\sid=(?:"([^"]+)"|'([^']+)')/u.exec(written)) || [];
    const id = first ?? second;
    if (id !== undefined) ids.set(id, markup);
  }
  return ids;
}
