import { hasVisibleText } from '../characters/visible-text.ts';
import { type Node, walk } from './walk.ts';

/** Whether nodes hold a word, a picture or a reference. */
export function saysSomething(nodes: readonly Node[]): boolean {
  for (const node of walk(nodes)) {
    if (node.type === 'text' ? hasVisibleText(node.value) : leaves.has(node.type)) return true;
  }
  return false;
}

const leaves: ReadonlySet<string> = new Set<Node['type']>(['image', 'missing-image', 'note-reference']);
