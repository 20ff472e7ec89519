import type { ElementContent } from 'hast';
import { toXast } from 'hast-util-to-xast';
import { h } from 'hastscript';
import { serialiseXml } from '../../xml/serialise-xml.ts';
import { xmlText } from '../../xml/xml-text.ts';

// `<br></br>` is right XML, but a reading system that parses as HTML sees two breaks; and an empty `<td/>` or `<p/>`
// is right XML that such a system takes for a start tag. So only the void elements close themselves.
const voidElement = /<(br|col|hr|img|wbr)((?: [\w:-]+="[^"]*")*)><\/\1>/gu;

const open = '<div xmlns="http://www.w3.org/1999/xhtml">';
const close = '</div>';

/** The XHTML of nodes: a fragment without namespace declarations, well-formed inside an XHTML document. */
export function serialiseXhtml(nodes: readonly ElementContent[]): string {
  // The library declares the namespace on the outermost element; this one takes it and is cut off.
  const xml = serialiseXml(toXast(withLegalText(h('div', [...nodes]))));
  return xml.slice(open.length, -close.length).replace(voidElement, '<$1$2/>');
}

/** The library deletes most characters that XML cannot hold; words must not run together unseen, so they are replaced. */
function withLegalText<T extends ElementContent>(node: T): T {
  if (node.type === 'text') return { ...node, value: xmlText(node.value) };
  return node.type === 'element' ? { ...node, children: node.children.map(withLegalText) } : node;
}
