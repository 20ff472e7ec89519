import type { ElementContent } from 'hast';
import { type PostContext, report } from '../context/post-context.ts';
import { placeOf } from '../context/place-of.ts';
import { readTokens } from './read-tokens.ts';

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
  const isKept = (tag: string, node: ElementContent): boolean => {
    const [, slash, name = ''] = /^<(\/?)([^\s/>]+)/u.exec(tag) ?? [];
    const kind = kindOf(name);
    if (selfClosing.has(kind)) return true;
    const sameOpen = openByName.get(kind) ?? 0;
    if (slash === '/') {
      // An end tag of what is not open ends nothing.
      if (sameOpen === 0) return true;
      state.open -= 1;
      openByName.set(kind, sameOpen - 1);
      return true;
    }
    if (state.open < openLimit) {
      state.open += 1;
      openByName.set(kind, sameOpen + 1);
      return true;
    }
    if (!state.reported) {
      state.reported = true;
      const reason = `More than ${openLimit} HTML elements are open at once; the tags beyond were left out`;
      report(context, 'nesting-too-deep', { reason, place: placeOf(node) });
    }
    return false;
  };
  const limited = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.map((node) => {
      if (node.type === 'element') return { ...node, children: limited(node.children) };
      if (node.type !== 'raw') return node;
      return { ...node, value: withTags(node.value, (tag) => (isKept(tag, node) ? tag : '')) };
    });
  return limited(children);
}

function withTags(html: string, replaced: (tag: string) => string): string {
  let out = '';
  let from = 0;
  for (const { type, start, end } of readTokens(html).tokens) {
    if (type !== 'tag') continue;
    out += html.slice(from, start) + replaced(html.slice(start, end));
    from = end;
  }
  return out + html.slice(from);
}
