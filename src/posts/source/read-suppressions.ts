import type { Nodes, Parents, Root } from 'mdast';
import { withoutUnfit } from '../../characters/unfit.ts';
import type { Suppression } from '../../document/document.ts';
import { appendAll } from '../../lists/append-all.ts';
import { placeOf } from '../context/place-of.ts';

const comment = /^<!--([^]*)-->\s*$/u;
const form = /^a11y-ignore\s+([a-z][a-z0-9-]*)\s*(?::([^]*))?$/u;

/**
 * The comments that overrule a rule, `<!-- a11y-ignore rule: reason -->`: for the block after them, or, within a line of
 * words, for its paragraph.
 */
export function readSuppressions(tree: Root): readonly Suppression[] {
  const found: Suppression[] = [];
  const waiting: Parents[] = [tree];
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    const children: readonly Nodes[] = parent.children;
    children.forEach((node, index) => {
      const match = node.type === 'html' ? form.exec(comment.exec(node.value)?.[1]?.trim() ?? '') : null;
      const place = placeOf(node);
      if (match && place) {
        const covered = parent.type === 'paragraph' ? parent : children[index + 1];
        const covers = covered && placeOf(covered);
        found.push({
          ruleId: match[1] ?? '',
          reason: withoutUnfit(match[2]?.trim() ?? ''),
          place,
          ...(covers && { covers }),
        });
      }
    });
    appendAll(waiting, children.filter((node): node is Parents => 'children' in node).toReversed());
  }
  return found.toSorted((a, b) => a.place.start.offset - b.place.start.offset);
}
