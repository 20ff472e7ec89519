import type { Element } from 'hast';
import { hasVisibleText } from '../../characters/visible-text.ts';
import type { PostContext } from '../context/post-context.ts';
import { elementName } from './markers.ts';

/** What `saysSomething` asks of the model, of an element that is not built yet: whether it holds a word, a picture or a reference. */
export function elementSaysSomething(element: Element, context: PostContext): boolean {
  return element.children.some(
    (node) =>
      (node.type === 'text' && hasVisibleText(node.value)) ||
      (node.type === 'element' &&
        (leaves.has(elementName(context, node)) || elementSaysSomething(node, context))),
  );
}

const leaves: ReadonlySet<string> = new Set(['img', 'tagleaf:note-reference', 'tagleaf:inline-note']);
