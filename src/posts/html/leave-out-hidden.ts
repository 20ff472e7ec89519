import type { Element, ElementContent } from 'hast';
import { isHidden } from '../../document/is-hidden.ts';
import { failedCondition } from '../dialects/hiding-classes.ts';
import { placeOf } from '../context/place-of.ts';
import { type PostContext, report } from '../context/post-context.ts';
import { holdsIncluded, quoteWords } from './quote-words.ts';
import type { HtmlTree } from './to-html-tree.ts';

/**
 * The tree without what its page hides, and without what is for other formats, which is told with its words. Where the project keeps
 * what is hidden only the latter goes, for readers would get several versions of the same.
 */
export function leaveOutHidden(tree: HtmlTree, context: PostContext): HtmlTree {
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
    const isLeft = isHidden(node.properties) && isToLeaveOut(node, context);
    const quoted = isLeft ? quoteWords(node) : '';
    if (!isLeft || (quoted === '' && !holdsMedia(node) && !holdsIncluded(node)))
      return [{ ...node, children: shown(node.children, context) }];
    const condition = failedCondition(node.properties['hidden']);
    const found =
      condition === undefined
        ? ({ rule: 'hidden-left-out', what: `Hidden ${nameOf(node, context)}` } as const)
        : ({ rule: 'raw-left-out', what: `What is shown ${condition}` } as const);
    report(context, found.rule, { reason: `${found.what}${quoted} left out`, place: placeOf(node) });
    return [];
  });
}

function isToLeaveOut({ properties }: Element, { options }: PostContext): boolean {
  return options.hidden !== 'keep' || failedCondition(properties['hidden']) !== undefined;
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
