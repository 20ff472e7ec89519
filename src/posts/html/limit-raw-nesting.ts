import type { ElementContent } from 'hast';
import { type PostContext, report } from '../context/post-context.ts';
import { placeOf } from '../context/place-of.ts';

// Elements that never stay open: void ones, and those that their next sibling closes.
const selfClosing = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot option rt rp rb'.split(
    ' ',
  ),
);

/** The end tag of one heading ends another too (HTML §13.2.6.4.7). */
function kindOf(name: string): string {
  const lower = name.toLowerCase();
  return /^h[1-6]$/u.test(lower) ? 'h' : lower;
}

/** So many elements of raw HTML may be open at once: more would exhaust the stack of the parser's tree builder. */
const openLimit = 200;

/** The same nodes without the start tags of raw HTML that nest beyond the limit; what stands between them is kept. */
export function limitRawNesting(children: readonly ElementContent[], context: PostContext): ElementContent[] {
  const state = { open: 0, reported: false };
  const openByName = new Map<string, number>();
  const limited = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.map((node) => {
      if (node.type === 'element') return { ...node, children: limited(node.children) };
      if (node.type !== 'raw') return node;
      const value = node.value.replace(
        /<(\/?)([a-z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^'">])*>/giu,
        (tag, slash: string, name: string) => {
          const kind = kindOf(name);
          if (selfClosing.has(kind)) return tag;
          const sameOpen = openByName.get(kind) ?? 0;
          if (slash === '/') {
            // An end tag of what is not open ends nothing.
            if (sameOpen === 0) return tag;
            state.open -= 1;
            openByName.set(kind, sameOpen - 1);
            return tag;
          }
          if (state.open < openLimit) {
            state.open += 1;
            openByName.set(kind, sameOpen + 1);
            return tag;
          }
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
