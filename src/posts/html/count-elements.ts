import type { ElementContent } from 'hast';
import { defaultTreeAdapter } from 'parse5';
import { type Cause, spend } from '../context/work.ts';

/**
 * What a parse of HTML returns; each element that it makes beyond those of the nodes that it is given is counted before it is made. There
 * may be many times more than are written: formatting that is never closed is opened again in each block behind it (HTML §13.2.4.3).
 */
export function countElements<T>(cause: Cause, given: readonly ElementContent[], parse: () => T): T {
  // hast-util-raw takes no tree adapter, and the parser asks this one for each element.
  const { createElement } = defaultTreeAdapter;
  let known = elementsIn(given);
  defaultTreeAdapter.createElement = (tagName, namespace, attributes) => {
    if (known > 0) known -= 1;
    else spend(cause, 'nodes', 1);
    return createElement(tagName, namespace, attributes);
  };
  try {
    return parse();
  } finally {
    defaultTreeAdapter.createElement = createElement;
  }
}

function elementsIn(nodes: readonly ElementContent[]): number {
  return nodes.reduce(
    (sum, node) => (node.type === 'element' ? sum + 1 + elementsIn(node.children) : sum),
    0,
  );
}
