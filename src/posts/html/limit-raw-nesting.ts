import type { ElementContent } from 'hast';
import { type PostContext, report } from '../context/post-context.ts';
import { placeOf } from '../context/place-of.ts';

// Elements that never stay open: void ones, and those that their next sibling closes.
const selfClosing = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot option rt rp rb'.split(
    ' ',
  ),
);

/** So many elements of raw HTML may be open at once: more would exhaust the stack of the parser's tree builder. */
const openLimit = 200;

/** The same nodes without the start tags of raw HTML that nest beyond the limit; what stands between them is kept. */
export function limitRawNesting(children: readonly ElementContent[], context: PostContext): ElementContent[] {
  const state = { open: 0, reported: false };
  const limited = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.map((node) => {
      if (node.type === 'element') return { ...node, children: limited(node.children) };
      if (node.type !== 'raw') return node;
      const value = node.value.replace(
        /<(\/?)([a-z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^'">])*>/giu,
        (tag, slash: string, name: string) => {
          if (selfClosing.has(name.toLowerCase())) return tag;
          if (slash === '/') {
            state.open = Math.max(0, state.open - 1);
            return tag;
          }
          state.open += 1;
          if (state.open <= openLimit) return tag;
          if (!state.reported) {
            state.reported = true;
            const reason = `More than ${openLimit} HTML elements are open at once; the tags beyond were left out`;
            report(context, 'nesting-too-deep', { reason, place: placeOf(node) });
          }
          return '';
        },
      );
      return { ...node, value };
    });
  return limited(children);
}
