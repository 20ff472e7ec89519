import type { Element, ElementContent, Root } from 'xast';
import { serialiseXml } from '../../xml/serialise-xml.ts';
import { xmlText } from '../../xml/xml-text.ts';

/** An XML element, its children given as elements or as text; what is `undefined` is left out. */
export function xmlElement(
  name: string,
  children: readonly (Element | string | undefined)[],
  attributes: Readonly<Record<string, string>> = {},
): Element {
  const content = children.flatMap((child): readonly ElementContent[] => {
    if (child === undefined) return [];
    return [typeof child === 'string' ? { type: 'text', value: xmlText(child) } : child];
  });
  return { type: 'element', name, attributes: { ...attributes }, children: content };
}

/** The text of an XML document, UTF-8, each element that holds elements on lines of its own. */
export function xmlDocument(root: Element): string {
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="UTF-8"' },
      { type: 'text', value: '\n' },
      spaced(root, 0),
      { type: 'text', value: '\n' },
    ],
  };
  return serialiseXml(tree);
}

function spaced(element: Element, depth: number): Element {
  if (element.children.every((child) => child.type !== 'element')) return element;
  const line = (level: number): ElementContent => ({ type: 'text', value: `\n${'  '.repeat(level)}` });
  const children = element.children.flatMap((child) => [
    line(depth + 1),
    child.type === 'element' ? spaced(child, depth + 1) : child,
  ]);
  return { ...element, children: [...children, line(depth)] };
}
