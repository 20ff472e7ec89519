import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';

/** The picture's own element, or why there is none. */
export type ParsedSvg = { readonly root: Element } | { readonly why: string };

/** More elements inside each other than this are refused. */
export const deepest = 128;

/**
 * An SVG as a tree. Entities other than those of XML are refused, and a document type is passed over if it declares nothing:
 * that is how text of a few bytes becomes one of gigabytes, and how files of the machine are read.
 */
export function parseSvg(bytes: Uint8Array): ParsedSvg {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { why: 'SVG that is not UTF-8' };
  }
  const plain = withoutDoctype(text);
  if (plain === undefined || plain.includes('<!ENTITY'))
    return { why: 'SVG with declarations of its own (DOCTYPE with brackets)' };
  if (nests(text) > deepest) return { why: `SVG with more than ${deepest} elements inside each other` };
  let tree: Root;
  try {
    tree = fromXml(plain);
  } catch (error) {
    return { why: `SVG that is no XML${whatIsWrong(error)}` };
  }
  const root = tree.children.find((node) => node.type === 'element');
  return root && localName(root.name) === 'svg' ? { root } : { why: 'XML that is no SVG' };
}

/** The text without its document type; `undefined` where that declares something. */
export function withoutDoctype(text: string): string | undefined {
  const start = text.indexOf('<!DOCTYPE');
  if (start === -1) return text;
  const end = text.indexOf('>', start);
  if (end === -1 || text.slice(start, end).includes('[')) return undefined;
  return text.slice(0, start) + text.slice(end + 1);
}

/** The first line of what the parser says: the others show the place. */
function whatIsWrong(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : undefined;
  return cause instanceof Error ? `: ${cause.message.split('\n')[0]}` : '';
}

/** At least as many as there are inside each other: what opens and does not close itself, less what closes. */
function nests(text: string): number {
  let [depth, most, end] = [0, 0, 0];
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    const next = text[at + 1];
    if (next === '/') depth -= 1;
    else if (next !== '!' && next !== '?') {
      if (end < at) end = text.indexOf('>', at);
      // Nothing closes any more: it is no XML.
      if (end === -1) return most;
      if (text[end - 1] !== '/') depth += 1;
      if (depth > most) most = depth;
    }
  }
  return most;
}

/** A name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
