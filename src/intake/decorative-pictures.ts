import type { Nodes, Root } from 'mdast';
import { withoutReferences } from '../xml/references.ts';

/** A body without decoration that lies elsewhere, and the addresses of that. */
export interface Undecorated {
  readonly body: Root;
  readonly leftOut: readonly string[];
}

// As `startTag` of raw HTML writes it.
const picture = /<img(?: [a-z]+="[^"]*")*>/gu;

/**
 * The body without pictures that say nothing (an empty alternative) and that neither folder nor capture holds: no reader misses them, and a post
 * that shows pictures of other hosts cannot be filed. What held nothing else goes with them.
 */
export function withoutRemoteDecoration(root: Root): Undecorated {
  const leftOut: string[] = [];
  const body = structuredClone(root);
  const visit = (node: Nodes): boolean => {
    if (node.type === 'html') {
      const value = node.value.replace(picture, (tag) => {
        const address = withoutReferences(/ src="([^"]*)"/u.exec(tag)?.[1] ?? '');
        if (!/ alt="\s*"/u.test(tag) || !/^(?:https?:)?\/\//iu.test(address)) return tag;
        leftOut.push(address);
        return '';
      });
      if (value === node.value) return true;
      node.value = value;
      return value.trim() !== '';
    }
    if (!('children' in node) || node.children.length === 0) return true;
    const before = node.children.length;
    // Sound: what is left of children are children of the same node.
    node.children = node.children.filter((child) => visit(child)) as typeof node.children;
    const isEmptied = node.children.length < before && node.children.every(isBlank);
    return !isEmptied || !/^(?:paragraph|link|emphasis|strong|listItem|list|blockquote)$/u.test(node.type);
  };
  visit(body);
  return leftOut.length === 0 ? { body: root, leftOut } : { body, leftOut };
}

function isBlank(node: Nodes): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
}
