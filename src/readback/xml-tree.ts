import type { Element, ElementContent, Root } from 'xast';
import { appendAll } from '../lists/append-all.ts';

/** The element's attribute as written, prefix included. */
export function attributeOf(element: Element, name: string): string | undefined {
  return element.attributes[name] ?? undefined;
}

/** The children that are elements. */
export function childElements(node: Root | Element): readonly Element[] {
  return node.children.flatMap((child) => (child.type === 'element' ? [child] : []));
}

/** All elements below a node in document order, or those of one name, prefix included. */
export function descendants(node: Root | Element, name?: string): readonly Element[] {
  const found: Element[] = [];
  const open: Element[] = [...childElements(node)].toReversed();
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (name === undefined || element.name === name) found.push(element);
    appendAll(open, [...childElements(element)].toReversed());
  }
  return found;
}

/** The characters below a node. */
export function textContent(node: Root | Element): string {
  return node.children.map(textOfChild).join('');
}

function textOfChild(node: ElementContent | Root['children'][number]): string {
  if (node.type === 'text' || node.type === 'cdata') return node.value;
  return node.type === 'element' ? textContent(node) : '';
}
