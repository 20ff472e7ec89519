import type { Element, ElementContent } from 'hast';
import { blockElements, holdsBlock } from './tree.ts';

/** The language and direction around an element. */
export interface Around {
  readonly lang: string;
  readonly dir: string;
}

/** Elements that hold nothing but parts of them, or are such parts. */
export const partsOfWholes: ReadonlySet<string> = new Set(
  'table thead tbody tfoot tr ul ol dl colgroup'.split(' '),
);

/** Elements with the language and direction that differ from those around them. */
export function withLanguage(
  nodes: ElementContent[],
  { around, inner }: { around: Around; inner: Around },
): ElementContent[] {
  const properties = {
    ...(inner.lang.toLowerCase() === around.lang.toLowerCase() ? {} : { lang: inner.lang }),
    ...(inner.dir === around.dir ? {} : { dir: inner.dir }),
  };
  if (Object.keys(properties).length === 0) return nodes;
  const wrap = (children: ElementContent[]): Element => {
    const block = children.some(
      (child) => child.type === 'element' && (blockElements.has(child.tagName) || holdsBlock(child)),
    );
    return { type: 'element', tagName: block ? 'div' : 'span', properties, children };
  };
  const [only] = nodes;
  if (nodes.length === 1 && only?.type === 'element' && blockElements.has(only.tagName)) {
    if (only.tagName === 'div' && holdsBlock(only))
      return [{ ...only, properties: { ...only.properties, ...properties } }];
    if (partsOfWholes.has(only.tagName)) {
      // Rows stay where they are: their table cannot hold anything else.
      return /^(?:table|ul|ol|dl)$/u.test(only.tagName)
        ? [wrap([only])]
        : [{ ...only, properties: { ...only.properties, ...properties } }];
    }
    return [{ ...only, children: [wrap(only.children)] }];
  }
  const runs = runsOf(nodes);
  if (runs.length > 1) return runs.flatMap((run) => withLanguage(run, { around, inner }));
  return [wrap(nodes)];
}

/** Phrases that stand side by side, and each block for itself. */
function runsOf(nodes: readonly ElementContent[]): readonly ElementContent[][] {
  const runs: ElementContent[][] = [];
  let open = false;
  for (const node of nodes) {
    const isBlock = node.type === 'element' && (blockElements.has(node.tagName) || holdsBlock(node));
    if (open && !isBlock) runs.at(-1)?.push(node);
    else runs.push([node]);
    open = !isBlock;
  }
  return runs;
}
