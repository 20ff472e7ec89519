import type { Nodes, Root } from 'mdast';
import { appendAll } from '../../lists/append-all.ts';
import type { PostContext } from '../context/post-context.ts';
import { spendShared } from './spend-shared.ts';

/**
 * Counts the addresses and titles of definitions as often as the post refers to them: each reference is to become an element that has them.
 *
 * @throws WorkSpentError where that is more than the post may take.
 */
export function countReferences(tree: Root, context: PostContext): void {
  const definitions = new Map<string, string>();
  const identifiers: string[] = [];
  const waiting: Nodes[] = [tree];
  // The last that waits is the next: children wait in the opposite order.
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    // Of two definitions the first counts.
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node.url + (node.title ?? ''));
    if (node.type === 'linkReference' || node.type === 'imageReference') identifiers.push(node.identifier);
    if ('children' in node) appendAll(waiting, node.children.toReversed());
  }
  for (const identifier of identifiers) spendShared(definitions.get(identifier) ?? '', context);
}
