import type { Element } from 'xast';
import { xmlElement } from './build-xml.ts';

/** A `premis:` element; what is `undefined` is left out. */
export function premis(
  name: string,
  children: readonly (Element | string | undefined)[],
  attributes: Readonly<Record<string, string>> = {},
): Element {
  return xmlElement(`premis:${name}`, children, attributes);
}

/** An element with one text; nothing where there is no text. */
export function premisText(name: string, text: string | undefined): Element | undefined {
  return text === undefined ? undefined : premis(name, [text]);
}

/** A pair of type and value: `objectIdentifier`, `linkingAgentIdentifier` and the like. Ours are local to the bag. */
export function premisIdentifier(
  name: string,
  value: string,
  further: readonly (Element | undefined)[] = [],
): Element {
  return premis(name, [premis(`${name}Type`, ['local']), premis(`${name}Value`, [value]), ...further]);
}
