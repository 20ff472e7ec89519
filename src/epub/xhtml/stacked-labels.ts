import type { Table, TableCell } from '../../document/document.ts';
import { inlineText } from '../../document/plain-text.ts';
import { walk, type Node } from '../../document/walk.ts';
import { breaksWords } from './column-shares.ts';

/** Letters of a name that is said before each cell of its column. */
const longestLabel = 60;

/**
 * The names of the columns of a table whose cells stand below each other on a narrow screen, each behind the name of its column;
 * `undefined` of a table that stays one: its words fit, it joins cells, or its head is more than a row of names.
 */
export function stackedLabels(table: Table): readonly string[] | undefined {
  const [names, ...others] = table.head;
  if (!names || others.length > 0 || names.cells.length !== table.columns.length) return undefined;
  const rows = [names, ...table.body, ...table.foot];
  if (rows.some(({ cells }) => cells.some(({ colSpan, rowSpan }) => colSpan > 1 || rowSpan > 1)))
    return undefined;
  const labels = names.cells.map(labelOf);
  const known = labels.filter((label) => label !== undefined);
  return known.length === labels.length && breaksWords(table) ? known : undefined;
}

/** The words of a cell of a head, where it has nothing else and they are few. */
function labelOf({ children }: TableCell): string | undefined {
  const [first, ...others] = children;
  if (!first) return '';
  if (first.type !== 'paragraph' || others.length > 0 || ![...walk(children)].every(isPlain))
    return undefined;
  const label = inlineText(first.children).replace(/\s+/gu, ' ').trim();
  return label.length <= longestLabel ? label : undefined;
}

/** Neither a link nor what another place leads to: the head is not seen where its names stand before the cells. */
function isPlain({ type, id }: Node): boolean {
  return id === undefined && ['paragraph', 'text', 'span', 'break'].includes(type);
}
