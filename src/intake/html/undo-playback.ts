import type { Comment, Element, ElementContent, Root, RootContent } from 'hast';
import { playbackTime, readPlayback, type PlayedBack } from '../input/playback-address.ts';
import { readComment } from './save-comment.ts';
import { attribute, elementsOf } from './tree.ts';

/**
 * A page as it was before an archive played it back: its links lead where they led. `original` is its own address and when
 * it was captured; absent where the page was never played back. The bar of the archive stays in the tree, since each word
 * is accounted for.
 */
export function undoPlayback(
  tree: Root,
  known: readonly (string | undefined)[],
): { readonly tree: Root; readonly original?: PlayedBack } {
  const original = findOriginal(tree, known);
  if (original === undefined) return { tree };
  return { tree: { ...tree, children: tree.children.map(withOriginals) }, original };
}

/** Whether an element is what the Wayback Machine lays over a page. */
export function isPlaybackBar(element: Element): boolean {
  return /^(?:wm-ipp(?:-base|-print)?|donato)$/u.test(attribute(element, 'id') ?? '');
}

function findOriginal(tree: Root, known: readonly (string | undefined)[]): PlayedBack | undefined {
  for (const address of known) {
    const played = address === undefined ? undefined : readPlayback(address);
    if (played !== undefined) return played;
  }
  const comments = commentsOf(tree);
  for (const comment of comments) {
    const played = readPlayback(readComment(comment)?.address ?? '');
    if (played !== undefined) return played;
  }
  const elements = elementsOf(tree);
  for (const script of elements) {
    const [child] = script.children;
    if (script.tagName !== 'script' || child?.type !== 'text') continue;
    const [, address = '', digits = ''] = call.exec(child.value.slice(0, 5000)) ?? [];
    const on = playbackTime(digits);
    if (on !== undefined) return { address, on };
  }
  return elements.some(isPlaybackBar) || comments.some(isPlaybackComment) ? canonicalOf(elements) : undefined;
}

// The program that plays a page back is told what it is.
const call = /__wm\.(?:wombat|init|bt)\(\s*"(https?:\/\/[^"]+)",\s*"(\d{14})"/u;

function canonicalOf(elements: readonly Element[]): PlayedBack | undefined {
  for (const link of elements) {
    if (link.tagName !== 'link' || String(link.properties['rel'] ?? '') !== 'canonical') continue;
    const played = readPlayback(attribute(link, 'href') ?? '');
    if (played !== undefined) return played;
  }
  return undefined;
}

function commentsOf(node: Root | RootContent): readonly Comment[] {
  if (node.type === 'comment') return [node];
  return 'children' in node ? node.children.flatMap(commentsOf) : [];
}

function isPlaybackComment({ value }: Comment): boolean {
  return /^\s*(?:BEGIN WAYBACK TOOLBAR INSERT|FILE ARCHIVED ON )/u.test(value);
}

const addresses = ['href', 'src', 'dataSrc', 'action', 'cite', 'content', 'poster', 'data'] as const;

function withOriginals<Node extends RootContent | ElementContent>(node: Node): Node {
  if (node.type !== 'element') return node;
  const properties = { ...node.properties };
  for (const name of addresses) {
    const value = properties[name];
    const played = typeof value === 'string' ? readPlayback(value) : undefined;
    if (played !== undefined) properties[name] = played.address;
  }
  return { ...node, properties, children: node.children.map(withOriginals) };
}
