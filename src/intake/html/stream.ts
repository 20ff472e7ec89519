import type { Element, Nodes, Root, Text } from 'hast';
import type { InputSpan } from '../input/input-record.ts';
import { attribute, blockElements, unspokenElements } from './tree.ts';

/** A text node, or a picture for its alternative text. */
export type StreamNode = Text | Element;

/** What a part of the stream became. */
export type Use = Pick<InputSpan, 'use' | 'field'>;

/** A part of one node's text. */
export interface UsedPart extends Use {
  readonly length: number;
}

interface StreamPart {
  readonly node: StreamNode;
  readonly value: string;
  /** Whether a block or a break begins before it, so that its first word is not the end of the one before. */
  readonly apart: boolean;
}

const none: ReadonlySet<string> = new Set();

/** Text nodes and alternative texts in tree order. `boxes` are elements that stand apart as blocks do. */
export function readStream(tree: Root, boxes = none): readonly StreamPart[] {
  const parts: StreamPart[] = [];
  let apart = true;
  const visit = (node: Nodes): void => {
    if (node.type === 'text') {
      parts.push({ node, value: node.value, apart });
      apart = false;
    }
    if (node.type === 'element' && node.tagName === 'img') {
      const value = attribute(node, 'alt') ?? '';
      if (value !== '') parts.push({ node, value, apart: true });
      apart = true;
    }
    if (!('children' in node) || (node.type === 'element' && unspokenElements.has(node.tagName))) return;
    const breaks =
      node.type === 'element' &&
      (blockElements.has(node.tagName) || node.tagName === 'br' || boxes.has(node.tagName));
    apart ||= breaks;
    node.children.forEach(visit);
    apart ||= breaks;
  };
  visit(tree);
  return parts;
}

/**
 * The spans of the stream. Neighbours with the same use are one span unless a block or a break stands between them:
 * the words of the body are those of its spans with a space between them.
 */
export function spansOf(
  parts: readonly StreamPart[],
  usesOf: (node: StreamNode) => readonly UsedPart[],
): readonly InputSpan[] {
  const spans: InputSpan[] = [];
  let start = 0;
  for (const part of parts) {
    let apart = part.apart;
    for (const { length, use, field } of fitted(usesOf(part.node), part.value.length)) {
      const end = start + length;
      const last = spans.at(-1);
      const joins =
        last !== undefined && last.use === use && last.field === field && (use !== 'body' || !apart);
      if (joins) spans[spans.length - 1] = { ...last, end };
      else spans.push({ use, ...(field === undefined ? {} : { field }), start, end });
      start = end;
      apart = false;
    }
  }
  return spans;
}

/** The parts cut to a length; what they leave is furniture. */
function fitted(uses: readonly UsedPart[], length: number): readonly UsedPart[] {
  const parts: UsedPart[] = [];
  let left = length;
  for (const part of [...uses, { use: 'furniture' as const, length }]) {
    const taken = Math.min(part.length, left);
    if (taken > 0) parts.push({ ...part, length: taken });
    left -= taken;
  }
  return parts;
}
