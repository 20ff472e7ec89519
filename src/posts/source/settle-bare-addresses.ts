import type { Link, Nodes, PhrasingContent, Root, RootContent, Text } from 'mdast';
import type { Place } from '../../diagnostics/message.ts';
import { appendAll } from '../../lists/append-all.ts';
import { placeOf } from '../context/place-of.ts';

/**
 * Addresses that are links by themselves (GFM, “Autolinks”) are words where HTML has a link around them, and end before the sign of a note
 * that the post has (`https://a.example[^1]`). Edits the tree, which nobody else holds yet.
 */
export function settleBareAddresses(tree: Root, source: string): void {
  let notes: ReadonlySet<string> | undefined;
  const waiting: Nodes[] = [tree];
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    if (!('children' in parent)) continue;
    const children: readonly RootContent[] = parent.children;
    appendAll(waiting, children);
    if (!children.some((child) => isBare(child, source))) continue;
    notes ??= notesOf(tree);
    // Sound: a link is replaced by phrases, which may stand wherever it stood.
    (parent as { children: RootContent[] }).children = settled(children, { source, notes });
  }
}

interface Known {
  readonly source: string;
  readonly notes: ReadonlySet<string>;
}

function settled(children: readonly RootContent[], { source, notes }: Known): RootContent[] {
  let open = 0;
  let cut = false;
  return children.flatMap((child, index): readonly RootContent[] => {
    if (cut && child.type === 'text') {
      cut = false;
      return withoutStart(child);
    }
    if (child.type === 'html' && /^<a[\s>]/iu.test(child.value)) open += 1;
    if (child.type === 'html' && /^<\/a[\s>]/iu.test(child.value)) open = Math.max(0, open - 1);
    if (child.type !== 'link' || !isBare(child, source)) return [child];
    if (open > 0) return child.children;
    const parts = withoutNote(child, children[index + 1], notes);
    cut = parts.length > 1;
    return parts;
  });
}

/** Whether a node is a link that no sign makes one. */
function isBare(node: RootContent, source: string): node is Link {
  if (node.type !== 'link') return false;
  const start = placeOf(node)?.start.offset;
  return start !== undefined && !/[[<]/u.test(source.charAt(start));
}

/** The address and the sign of the note at its end, whose last bracket stands at the begin of the next text. */
function withoutNote(
  link: Link,
  next: RootContent | undefined,
  notes: ReadonlySet<string>,
): readonly PhrasingContent[] {
  const [text] = link.children;
  const [place, behind] = [placeOf(link), next && placeOf(next)];
  const [sign = '', label = ''] =
    (text?.type === 'text' && /\[\^([^\s[\]^]{1,100})$/u.exec(text.value)) || [];
  if (text?.type !== 'text' || place === undefined || behind === undefined) return [link];
  if (next?.type !== 'text' || !next.value.startsWith(']') || !notes.has(label.toLowerCase())) return [link];
  const { start } = place;
  const end = moved(place.end, -sign.length);
  const words = { ...text, value: text.value.slice(0, -sign.length), position: { start, end } };
  const url = link.url.slice(0, link.url.lastIndexOf('[^'));
  const position = { start: end, end: moved(behind.start, 1) };
  return [
    { ...link, url, children: [words], position: { start, end } },
    { type: 'footnoteReference', identifier: label.toLowerCase(), label, position },
  ];
}

function withoutStart(text: Text): readonly Text[] {
  const place = placeOf(text);
  const value = text.value.slice(1);
  const position = place && { start: moved(place.start, 1), end: place.end };
  return value === '' ? [] : [{ ...text, value, ...(position && { position }) }];
}

function moved({ line, column, offset }: Place['start'], by: number): Place['start'] {
  return { line, column: column + by, offset: offset + by };
}

function notesOf(tree: Root): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'footnoteDefinition') found.add(node.identifier);
    if ('children' in node) appendAll(waiting, node.children);
  }
  return found;
}
