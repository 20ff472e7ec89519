import type { ElementContent, Text } from 'hast';
import { blockElements } from './tree.ts';

/** Prepared HTML whose no-break spaces are all text. */
export interface WithoutLayoutSpaces {
  readonly children: readonly ElementContent[];
  /** The texts that lost such spaces, as they were. */
  readonly changed: readonly Text[];
}

/**
 * Takes away the no-break spaces that only lay out: those at the ends of a line, and those beside other spaces, which
 * together become one space. One alone between words is text and stays, and so do those of code.
 */
export function withoutLayoutSpaces(nodes: readonly ElementContent[]): WithoutLayoutSpaces {
  const values = new Map<Text, string>();
  for (const line of linesOf(nodes)) {
    for (const [node, value] of changesOf(line)) if (value !== node.value) values.set(node, value);
  }
  if (values.size === 0) return { children: nodes, changed: [] };
  const copied = (node: ElementContent): ElementContent => {
    if (node.type === 'text') return { ...node, value: values.get(node) ?? node.value };
    return node.type === 'element' ? { ...node, children: node.children.map(copied) } : node;
  };
  return { children: nodes.map(copied), changed: [...values.keys()] };
}

/** The texts of a line; `undefined` stands for a picture or code, which is no space. */
type Line = readonly (Text | undefined)[];

function linesOf(nodes: readonly ElementContent[]): readonly Line[] {
  const lines: (Text | undefined)[][] = [[]];
  const visit = (node: ElementContent): void => {
    if (node.type === 'text') lines.at(-1)?.push(node);
    if (node.type !== 'element') return;
    if (/^(?:img|code|pre)$/u.test(node.tagName)) {
      lines.at(-1)?.push(undefined);
      return;
    }
    const breaks = blockElements.has(node.tagName) || node.tagName === 'br';
    if (breaks) lines.push([]);
    node.children.forEach(visit);
    if (breaks) lines.push([]);
  };
  nodes.forEach(visit);
  return lines;
}

const spaces = /[\t\n\f\r \u00A0]+/gu;

/** The texts of a line as they are without no-break spaces for layout. */
function changesOf(line: Line): ReadonlyMap<Text, string> {
  const whole = line.map((node) => node?.value ?? '\u{fffc}').join('');
  const dropped = new Set<number>();
  const plain = new Set<number>();
  for (const { 0: run, index } of whole.matchAll(spaces)) {
    if (!run.includes('\u{a0}')) continue;
    const isEdge = index === 0 || index + run.length === whole.length;
    if (run.length === 1 && !isEdge) continue;
    for (let at = index; at < index + run.length; at += 1) dropped.add(at);
    if (!isEdge) plain.add(index);
  }
  const changes = new Map<Text, string>();
  if (dropped.size === 0) return changes;
  let at = 0;
  for (const node of line) {
    const start = at;
    at += node?.value.length ?? 1;
    if (node === undefined) continue;
    const kept = Array.from({ length: at - start }, (_, offset) => {
      if (plain.has(start + offset)) return ' ';
      return dropped.has(start + offset) ? '' : node.value.charAt(offset);
    });
    changes.set(node, kept.join(''));
  }
  return changes;
}
