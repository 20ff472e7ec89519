import { defaultTreeAdapter } from 'parse5';
import { type Cause, spend } from '../context/work.ts';

/**
 * What a parse of HTML returns; each element is counted before it is made. There may be many times more than are written: formatting that
 * is never closed is opened again in each block behind it (HTML §13.2.4.3).
 */
export function countElements<T>(cause: Cause, parse: () => T): T {
  // hast-util-raw takes no tree adapter, and the parser asks this one for each element.
  const { createElement } = defaultTreeAdapter;
  defaultTreeAdapter.createElement = (tagName, namespace, attributes) => {
    spend(cause, 'nodes', 1);
    return createElement(tagName, namespace, attributes);
  };
  try {
    return parse();
  } finally {
    defaultTreeAdapter.createElement = createElement;
  }
}
