import type { Element, ElementContent, Properties } from 'hast';
import type { PostContext } from '../context/post-context.ts';

/** What Markdown says and HTML has no element for. */
export type MarkerName =
  | 'callout'
  | 'label'
  | 'figure'
  | 'description'
  | 'table'
  | 'verse'
  | 'group'
  | 'note-reference'
  | 'inline-note'
  | 'citation'
  | 'unknown';

/** An element that only this reader can make: its name holds a word that the source does not. */
export function markerElement(
  context: PostContext,
  name: MarkerName,
  content: { readonly facts?: Readonly<Record<string, string>>; readonly children: ElementContent[] },
): Element {
  const properties = markerFacts(context, content.facts ?? {});
  return { type: 'element', tagName: `${context.marker}-${name}`, properties, children: content.children };
}

/** Facts as properties that survive a pass through the HTML parser. Names are one lower-case word. */
export function markerFacts(context: PostContext, facts: Readonly<Record<string, string>>): Properties {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [factKey(context, name), value]));
}

/** A fact that `markerFacts` has set on the element. */
export function factOf(context: PostContext, element: Element, name: string): string | undefined {
  const value = element.properties[factKey(context, name)];
  return typeof value === 'string' ? value : undefined;
}

/** Whether a property was set by `markerFacts`. */
export function isFact(context: PostContext, property: string): boolean {
  return property.toLowerCase().startsWith(`data${context.marker}`);
}

/** The name to look an element up by: its tag name, or `tagleaf:` and the name of a marker element. */
export function elementName(context: PostContext, element: Element): string {
  const prefix = `${context.marker}-`;
  if (element.tagName.startsWith(prefix)) return `tagleaf:${element.tagName.slice(prefix.length)}`;
  // An author can write `<tagleaf:callout>` but must not reach the markers' handlers by it.
  return element.tagName.includes(':') ? 'unknown' : element.tagName;
}

function factKey(context: PostContext, name: string): string {
  const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
  return `data${capital(context.marker)}${capital(name)}`;
}
