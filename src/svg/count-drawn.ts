import type { Element } from 'xast';
import { localName } from './parse-svg.ts';

/** More than this is refused: elements with what they use, characters of text, corners with a marker. */
export const mostDrawn = 500_000;

/** More parts of filters than this are refused: each goes over all pixels. */
export const mostFilterParts = 64;

/**
 * How much an SVG draws once everything that is used stands where it is used: a few lines in which each group shows the one
 * before it ten times would draw more than there is memory for. Infinite where something uses itself, or where what is used
 * lies deeper than `deepest`.
 */
export function countDrawn(root: Element, deepest: number): number {
  const byId = new Map<string, Element>();
  const markers: string[] = [];
  let styled = false;
  for (const element of elementsOf(root)) {
    const { name, attributes, children } = element;
    const { id } = attributes;
    if (localName(name) === 'style')
      styled ||= children.some((child) => 'value' in child && child.value.includes('marker'));
    if (typeof id !== 'string' || byId.has(id)) continue;
    byId.set(id, element);
    if (localName(name) === 'marker') markers.push(id);
  }
  // Where a style sheet names markers, any outline may have any of them.
  const anywhere = styled ? markers : [];
  const known = new Map<Element, number>();
  const count = (element: Element, depth: number): number => {
    const before = known.get(element);
    if (before !== undefined) return before;
    if (depth > deepest) return Infinity;
    known.set(element, Infinity);
    let sum = 1;
    for (const child of element.children) {
      if (child.type === 'element') sum += count(child, depth + 1);
      else if (child.type === 'text') sum += child.value.length;
    }
    for (const [used, times] of usedBy(element, anywhere)) {
      const target = byId.get(used);
      if (target) sum += times * count(target, depth + 1);
    }
    known.set(element, sum);
    return sum;
  };
  return count(root, 0);
}

/** No corner of an outline is written shorter. */
const lettersOfCorner = 4;

/** All elements of a tree, itself among them. */
export function* elementsOf(root: Element): Generator<Element> {
  const waiting: Element[] = [root];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    yield element;
    for (let at = element.children.length - 1; at >= 0; at -= 1) {
      const child = element.children[at];
      if (child?.type === 'element') waiting.push(child);
    }
  }
}

/** The ids that an element shows, and how often: a marker once for each corner. */
function usedBy(
  { name, attributes }: Element,
  anywhere: readonly string[],
): readonly (readonly [id: string, times: number])[] {
  const corners = Math.ceil((attributes['d'] ?? attributes['points'] ?? '').length / lettersOfCorner);
  const used: (readonly [string, number])[] = corners > 0 ? anywhere.map((id) => [id, corners]) : [];
  for (const [key, value] of Object.entries(attributes)) {
    const text = value ?? '';
    if (localName(key) === 'href' && localName(name) !== 'a' && text.startsWith('#'))
      used.push([text.slice(1), 1]);
    const isMarker = key.startsWith('marker') || (key === 'style' && text.includes('marker'));
    for (const [, id] of text.matchAll(/url\(\s*["']?#([^"')\s]+)/gu))
      used.push([id ?? '', isMarker ? corners : 1]);
  }
  return used;
}
