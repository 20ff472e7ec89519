import type { Element, ElementContent, Text } from 'hast';
import { appendAll } from '../../lists/append-all.ts';
import { holdsPicture } from './list-items.ts';
import { attribute, blockElements, holdsBlock, wordsOf } from './tree.ts';

const phraseElements = new Set(
  'a abbr b i em strong del ins s u mark small sub sup kbd samp var code q cite span bdi bdo time dfn font big'.split(
    ' ',
  ),
);

/** An element in the shape that Markdown can say; more than one where it had to be taken apart. */
export function shaped(element: Element): ElementContent[] {
  const { tagName, children } = element;
  if (tagName === 'a' && attribute(element, 'href') === undefined) return children;
  if (/^h[1-6]$/u.test(tagName)) return [{ ...element, children: flattened(children) }];
  if (!phraseElements.has(tagName)) return [element];
  if (holdsBlock(element)) return pushedDown(element, children);
  if (wordsOf(element) === '' && !holdsPicture(element)) return children;
  return tagName === 'code' ? [element] : spacesOutside(element);
}

/** Puts an element of phrases inside the blocks that it holds. */
function pushedDown(element: Element, children: readonly ElementContent[]): ElementContent[] {
  const out: ElementContent[] = [];
  let phrase: ElementContent[] = [];
  const end = (): void => {
    if (phrase.length > 0) appendAll(out, shaped({ ...element, children: phrase }));
    phrase = [];
  };
  for (const child of children) {
    const block = child.type === 'element' && (blockElements.has(child.tagName) || holdsBlock(child));
    if (!block || child.type !== 'element') {
      phrase.push(child);
      continue;
    }
    end();
    out.push({ ...child, children: pushedDown(element, child.children) });
  }
  end();
  return out;
}

/** `<b> x<br></b>` says the same as ` <b>x</b><br>`, which Markdown can say too. */
function spacesOutside(element: Element): ElementContent[] {
  const inside = [...element.children];
  const before: ElementContent[] = [];
  const after: ElementContent[] = [];
  for (let first = inside[0]; first !== undefined; first = inside[0]) {
    const space = first.type === 'text' ? /^\s*/u.exec(first.value)?.[0] : undefined;
    if (first.type === 'text' && space !== '' && space !== undefined) before.push({ ...first, value: space });
    if (first.type === 'text' && space !== first.value) {
      inside[0] = { ...first, value: first.value.slice(space?.length) };
      break;
    }
    if (first.type === 'element' && first.tagName !== 'br') break;
    if (first.type === 'element') before.push(first);
    inside.shift();
  }
  for (let last = inside.at(-1); last !== undefined; last = inside.at(-1)) {
    const space = last.type === 'text' ? /(?<!\s)\s*$/u.exec(last.value)?.[0] : undefined;
    if (last.type === 'text' && space !== '' && space !== undefined) after.unshift({ ...last, value: space });
    if (last.type === 'text' && space !== last.value) {
      const value = last.value.slice(0, last.value.length - (space?.length ?? 0));
      inside[inside.length - 1] = { ...last, value };
      break;
    }
    if (last.type === 'element' && last.tagName !== 'br') break;
    if (last.type === 'element') after.unshift(last);
    inside.pop();
  }
  return [...before, { ...element, children: inside }, ...after];
}

/** Phrases only, for headings: blocks and breaks become spaces. */
function flattened(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    if (node.tagName === 'br') return [text(' ')];
    const children = flattened(node.children);
    return blockElements.has(node.tagName) ? [text(' '), ...children, text(' ')] : [{ ...node, children }];
  });
}

/** A text node. */
export function text(value: string): Text {
  return { type: 'text', value };
}
