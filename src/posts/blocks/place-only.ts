import type { Inline } from '../../document/inline.ts';
import type { NodeBase } from '../../document/node-base.ts';

/** The words of a link that leads nowhere; what leads to it still finds it. */
export function placeOnly(base: NodeBase, children: readonly Inline[]): readonly Inline[] {
  return base.id === undefined ? children : [{ type: 'span', kind: 'language', ...base, children }];
}
