import type { ElementContent } from 'hast';
import type { TextRange } from '../dates/byline.ts';
import type { JoinedLine } from './shown-dates.ts';
import type { StreamNode, Use, UsedPart } from './stream.ts';
import { attribute, unspokenElements } from './tree.ts';

/** What each text of a line became that says by whom and when: parts of the two facts, and between them a label. */
export function joinedParts(line: JoinedLine): ReadonlyMap<StreamNode, readonly UsedPart[]> {
  const found = new Map<StreamNode, UsedPart[]>();
  const isIn = ({ start, end }: TextRange, at: number): boolean => start <= at && at < end;
  const useAt = (at: number): Use => {
    if (isIn(line.byline, at)) return { use: 'field', field: 'byline' };
    return isIn(line.date, at) ? { use: 'field', field: `${line.kind}_as_shown` } : { use: 'label' };
  };
  // Offsets of the ranges count runs of white space as one, as `wordsOf` does.
  let at = 0;
  let isSpace = false;
  const visit = (node: ElementContent): void => {
    if (node.type === 'text') {
      const parts: UsedPart[] = [];
      for (const character of node.value.split('')) {
        if (/\s/u.test(character)) isSpace = at > 0;
        else {
          at += isSpace ? 2 : 1;
          isSpace = false;
        }
        add(parts, useAt(Math.max(0, at - 1)));
      }
      found.set(node, parts);
    }
    if (node.type !== 'element' || unspokenElements.has(node.tagName)) return;
    if (node.tagName === 'br') isSpace = at > 0;
    const alt = node.tagName === 'img' ? (attribute(node, 'alt') ?? '') : '';
    if (alt !== '') found.set(node, [{ use: 'label', length: alt.length }]);
    node.children.forEach(visit);
  };
  visit(line.element);
  return found;
}

function add(parts: UsedPart[], use: Use): void {
  const last = parts.at(-1);
  if (last !== undefined && last.use === use.use && last.field === use.field)
    parts[parts.length - 1] = { ...last, length: last.length + 1 };
  else parts.push({ ...use, length: 1 });
}
