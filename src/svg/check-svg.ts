import type { Element } from 'xast';
import { shorten } from '../characters/shorten.ts';
import { hasVisibleText } from '../characters/visible-text.ts';
import { countDrawn, elementsOf, mostDrawn, mostFilterParts } from './count-drawn.ts';
import { deepest, localName, parseSvg } from './parse-svg.ts';

/** What is to be drawn of an SVG, or why it is not. */
export type CheckedSvg =
  | {
      readonly state: 'good';
      /** All text that is drawn. */
      readonly text: string;
      /** What is left out and changes while one looks: programs, movements. */
      readonly leftOut: readonly string[];
    }
  | { readonly state: 'broken' | 'too-large' | 'incomplete'; readonly why: string };

/** What runs or moves; the picture is drawn as it stands before. */
const alive = new Set(['script', 'animate', 'animateMotion', 'animateTransform', 'set', 'handler']);

/** More of an address is not told. */
const longestAddress = 60;

/** Media types of pictures that an SVG may hold inside itself. */
const held = /^\s*data:image\/(?:png|jpe?g|gif|webp);/iu;

/**
 * Looks through an SVG before it is drawn: nothing outside of it is ever read, so that what it shows from elsewhere would be
 * missing; and what it holds of other markup would be passed over in silence.
 */
export function checkSvg(bytes: Uint8Array): CheckedSvg {
  const parsed = parseSvg(bytes);
  if ('why' in parsed) return { state: 'broken', why: parsed.why };
  const { root } = parsed;
  const drawn = countDrawn(root, deepest);
  if (drawn > mostDrawn) {
    const why = `it draws ${Number.isFinite(drawn) ? drawn : 'without end'}, more than ${mostDrawn} parts`;
    return { state: 'too-large', why };
  }
  const texts: string[] = [];
  const leftOut = new Set<string>();
  let filterParts = 0;
  for (const element of elementsOf(root)) {
    const name = svgName(element.name);
    const missing = missingIn(element, name);
    if (missing !== undefined) return { state: 'incomplete', why: missing };
    if (alive.has(name)) leftOut.add(name);
    if (name.startsWith('fe') && (filterParts += 1) > mostFilterParts)
      return { state: 'too-large', why: `filters of more than ${mostFilterParts} parts` };
    if (name === 'text') texts.push(textOf(element));
  }
  return { state: 'good', text: texts.join(' '), leftOut: [...leftOut] };
}

/** The name of an element of SVG; empty for those of editors, which have a prefix. */
function svgName(name: string): string {
  return name.startsWith('svg:') ? localName(name) : name.includes(':') ? '' : name;
}

function missingIn(element: Element, name: string): string | undefined {
  const { attributes } = element;
  const href = attributes['xlink:href'] ?? attributes['href'] ?? '';
  if (name === 'image' || name === 'feImage') {
    if (!held.test(href)) return `it shows a picture that lies outside of it (${short(href)})`;
  } else if (name === 'use' || name === 'tref' || name.endsWith('Gradient') || name === 'pattern') {
    if (href !== '' && !href.startsWith('#')) return `it shows a part of another file (${short(href)})`;
  } else if (name === 'style') {
    const style = textOf(element);
    if (/@import/iu.test(style)) return 'its style is in another file (@import)';
  } else if (name === 'foreignObject' && hasVisibleText(textOf(element)) && !hasOtherForm(attributes)) {
    return 'it holds text of another kind of document (foreignObject)';
  }
  for (const value of Object.values(attributes)) {
    const outside = /url\(\s*["']?(?!#)([^"')\s]+)/u.exec(value ?? '');
    if (outside && !held.test(outside[1] ?? ''))
      return `it uses what lies outside of it (${short(outside[1] ?? '')})`;
  }
  return undefined;
}

/** One that asks for a feature stands in a `switch`, whose other part is drawn in its place. */
function hasOtherForm(attributes: Element['attributes']): boolean {
  return attributes['requiredFeatures'] !== undefined || attributes['requiredExtensions'] !== undefined;
}

function textOf(element: Element): string {
  const parts: string[] = [];
  for (const { children } of elementsOf(element))
    for (const child of children)
      if (child.type === 'text' || child.type === 'cdata') parts.push(child.value);
  return parts.join(' ');
}

function short(address: string): string {
  return address === '' ? 'no address' : shorten(address, longestAddress);
}
