import type { ElementContent } from 'hast';
import type { Link } from 'mdast';
import { defaultHandlers, type State } from 'mdast-util-to-hast';

/**
 * The element of a link. An address that stands in the text without signs ends at the brace of a command of TeX that it stands in:
 * `\href{https://a.gov}{words}` names `https://a.gov`.
 */
export function linkElement(state: State, node: Link): ElementContent | ElementContent[] {
  const [words] = node.children;
  const value = words?.type === 'text' ? words.value : '';
  const at = value.search(/\}(?:[{\\]|$)/u);
  if (node.children.length !== 1 || at < 1 || node.url !== value || value.slice(0, at).includes('{'))
    return defaultHandlers.link(state, node);
  const [address, rest] = [value.slice(0, at), value.slice(at)];
  const link = defaultHandlers.link(state, {
    ...node,
    url: address,
    children: [{ type: 'text', value: address, ...splitAt(node, 0, at) }],
    ...splitAt(node, 0, at),
  });
  return [link, { type: 'text', value: rest, ...splitAt(node, at, value.length) }];
}

/** The place of a part of a link that is its words alone; it stands on one line. */
function splitAt({ position }: Link, from: number, to: number): Pick<Link, 'position'> {
  if (position?.start.offset === undefined) return {};
  const { line, column, offset = 0 } = position.start;
  return {
    position: {
      start: { line, column: column + from, offset: offset + from },
      end: { line, column: column + to, offset: offset + to },
    },
  };
}
