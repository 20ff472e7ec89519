import type { Element, ElementContent } from 'hast';
import { isHidden } from '../../document/is-hidden.ts';
import { placeOf } from '../context/place-of.ts';
import { type PostContext, report } from '../context/post-context.ts';
import { quoteWords } from './quote-words.ts';
import type { HtmlTree } from './to-html-tree.ts';

/** The tree without what its page hides, which is told with its words; all of it where the project keeps what is hidden. */
export function leaveOutHidden(tree: HtmlTree, context: PostContext): HtmlTree {
  if (context.options.hidden === 'keep') return tree;
  return {
    ...tree,
    body: shown(tree.body, context),
    notes: tree.notes.map((note) => {
      const { element } = note;
      return { ...note, element: { ...element, children: shown(element.children, context) } };
    }),
  };
}

function shown(nodes: readonly ElementContent[], context: PostContext): ElementContent[] {
  return nodes.flatMap((node): readonly ElementContent[] => {
    if (node.type !== 'element') return [node];
    const quoted = isHidden(node.properties) ? quoteWords(node) : '';
    const isLeftOut = quoted !== '' || (isHidden(node.properties) && holdsMedia(node));
    if (!isLeftOut) return [{ ...node, children: shown(node.children, context) }];
    const reason = `Hidden ${nameOf(node, context)}${quoted} left out`;
    report(context, 'hidden-left-out', { reason, place: placeOf(node) });
    return [];
  });
}

function nameOf({ tagName }: Element, { marker }: PostContext): string {
  return tagName.startsWith(`${marker}-`) ? 'block' : `<${tagName}>`;
}

const media: ReadonlySet<string> = new Set(['img', 'picture', 'iframe', 'video', 'audio', 'object', 'embed']);

function holdsMedia(element: Element): boolean {
  return (
    media.has(element.tagName) ||
    element.children.some((child) => child.type === 'element' && holdsMedia(child))
  );
}
