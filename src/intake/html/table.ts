import type { Element } from 'hast';
import { attribute, elementsOf, holdsBlock } from './tree.ts';

/** The rows of a table itself, not of tables in it. */
export function rowsOf(table: Element): readonly Element[] {
  return table.children.flatMap((child): readonly Element[] => {
    if (child.type !== 'element') return [];
    if (child.tagName === 'tr') return [child];
    return /^(?:thead|tbody|tfoot)$/u.test(child.tagName) ? rowsOf(child) : [];
  });
}

/** The cells of a row, or of all rows of a table. */
export function cellsOf(element: Element): readonly Element[] {
  if (element.tagName !== 'tr') return rowsOf(element).flatMap(cellsOf);
  return element.children.filter(
    (child): child is Element => child.type === 'element' && /^t[dh]$/u.test(child.tagName),
  );
}

/** The caption of a table. */
export function captionOf(table: Element): Element | undefined {
  return table.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'caption',
  );
}

/** Whether a table only puts things side by side: no header cell, no caption, and one row, one column, or blocks of a page in its cells. */
export function isLayoutTable(table: Element): boolean {
  const rows = rowsOf(table);
  const cells = cellsOf(table);
  if (captionOf(table) !== undefined || cells.some(({ tagName }) => tagName === 'th')) return false;
  const role = attribute(table, 'role');
  if (role === 'presentation' || role === 'none') return true;
  if (rows.length <= 1 || rows.every((row) => cellsOf(row).length <= 1)) return true;
  return cells.some((cell) => elementsOf(cell).some(({ tagName }) => /^(?:table|h[1-6])$/u.test(tagName)));
}

/** A table that Markdown can say: a header row, then rows of as many cells, without spans and blocks. */
export interface PlainTable {
  readonly rows: readonly (readonly Element[])[];
  readonly caption: Element | undefined;
  /** Whether the first cell of each row heads it. */
  readonly rowHeaders: boolean;
}

/** The table as Markdown can say it, or `undefined`. */
export function plainTable(table: Element): PlainTable | undefined {
  const rows = rowsOf(table).map((row) => cellsOf(row).map(unwrapped));
  const [head, ...body] = rows;
  if (head === undefined || head.length === 0 || head.some(({ tagName }) => tagName !== 'th'))
    return undefined;
  if (rows.some((row) => row.length !== head.length || row.some((cell) => !isPlainCell(cell))))
    return undefined;
  const heads = body.map((row) => row[0]?.tagName === 'th');
  const others = body.flatMap((row) => row.slice(1));
  if (others.some(({ tagName }) => tagName === 'th')) return undefined;
  const rowHeaders = heads.length > 0 && heads.every(Boolean);
  if (!rowHeaders && heads.some(Boolean)) return undefined;
  const caption = captionOf(table);
  if (caption !== undefined && holdsBlock(caption)) return undefined;
  if (
    elementsOf(table).some(
      ({ tagName, properties }) =>
        tagName === 'tfoot' || (/^t(?:r|body|head)$/u.test(tagName) && 'lang' in properties),
    )
  ) {
    return undefined;
  }
  return { rows, caption, rowHeaders };
}

/** A cell without the lone paragraph around its content. */
function unwrapped(cell: Element): Element {
  const saying = cell.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const [only] = saying;
  const wraps = saying.length === 1 && only?.type === 'element' && /^(?:p|div)$/u.test(only.tagName);
  return wraps && Object.keys(only.properties).length === 0 ? { ...cell, children: only.children } : cell;
}

function isPlainCell(cell: Element): boolean {
  const spans = [cell.properties['colSpan'], cell.properties['rowSpan']];
  const scope = attribute(cell, 'scope');
  return (
    spans.every((span) => span === undefined || Number(span) === 1) &&
    cell.properties['headers'] === undefined &&
    (scope === undefined || /^(?:row|col)$/iu.test(scope)) &&
    !holdsBlock(cell)
  );
}
