import type { Nodes } from 'xast';
import { toXml } from 'xast-util-to-xml';

/** The text of a tree whose characters are those that XML can hold (`xmlText`). */
export function serialiseXml(tree: Nodes): string {
  // XML 1.0 §2.4: the end of a CDATA section may not stand in text, and the library lets it through.
  return toXml(tree).replaceAll(']]>', ']]&gt;');
}
