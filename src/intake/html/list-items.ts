import type { Element, ElementContent } from 'hast';
import { elementsOf, holdsBlock, textOf, wordsOf } from './tree.ts';

/** In a list of terms, `div` only groups. */
export function termsInside(node: ElementContent): readonly ElementContent[] {
  if (node.type !== 'element' || node.tagName !== 'div') return [node];
  const groups = node.children.some((child) => child.type === 'element' && /^d[td]$/u.test(child.tagName));
  const isPlain = node.children.every((child) => child.type === 'element' || textOf(child).trim() === '');
  return groups && isPlain ? node.children : [node];
}

/** Whether a list of terms holds terms of mere phrases, each with what is said of it, and nothing else. */
export function isTermList(tagName: string, children: readonly ElementContent[]): boolean {
  const parts = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  if (tagName !== 'dl' || parts.length === 0) return false;
  return parts.every((part, index) => {
    if (part.type !== 'element' || wordsOf(part) === '') return false;
    if (part.tagName === 'dt') return !holdsBlock(part) && index < parts.length - 1;
    return part.tagName === 'dd' && index > 0;
  });
}

/** The children of a list: what is no item becomes one. */
export function inItems(children: readonly ElementContent[]): ElementContent[] {
  const items: Element[] = [];
  let loose: ElementContent[] = [];
  const end = (): void => {
    const says = loose.some(
      (node) => textOf(node).trim() !== '' || (node.type === 'element' && holdsPicture(node)),
    );
    if (says)
      items.push({ type: 'element', tagName: 'li', properties: {}, children: loose.map(outsideItsList) });
    loose = [];
  };
  for (const child of children) {
    if (child.type === 'element' && child.tagName === 'li') {
      end();
      items.push(child);
    } else loose.push(child);
  }
  end();
  return items;
}

/** An item without a list is a block like others. */
export function outsideItsList(node: ElementContent): ElementContent {
  const isLost = node.type === 'element' && /^(?:li|dt|dd|figcaption|caption)$/u.test(node.tagName);
  return isLost ? { ...node, tagName: 'div' } : node;
}

/** Whether an element is a picture or holds one. */
export function holdsPicture(element: Element): boolean {
  return element.tagName === 'img' || elementsOf(element).some(({ tagName }) => tagName === 'img');
}
