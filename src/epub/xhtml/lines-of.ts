import type { ElementContent } from 'hast';

/** The nodes, each on a line of its own, so that people can read the file. */
export function linesOf(nodes: readonly ElementContent[]): ElementContent[] {
  const lineEnd: ElementContent = { type: 'text', value: '\n' };
  return [lineEnd, ...nodes.flatMap((node) => [node, lineEnd])];
}
