import type { Element, ElementContent } from 'hast';

/** How many rows and columns of a table are headers. */
interface Headers {
  readonly headRows?: number;
  readonly headColumns?: number;
}

/** Blocks with the first list of lists among them as a table: an item is a row, an item of its list a cell. */
export function listTable(
  blocks: readonly ElementContent[],
  { headRows = 0, headColumns = 0 }: Headers,
): ElementContent[] {
  const at = blocks.findIndex((node) => node.type === 'element' && isList(node));
  const list = blocks[at];
  if (list?.type !== 'element') return [...blocks];
  const rows = itemsOf(list).map((item) => cellsOf(item));
  const { position } = list;
  const made: Element = { ...tableElement(rows, { headRows, headColumns }), ...(position && { position }) };
  return [...blocks.slice(0, at), made, ...blocks.slice(at + 1)];
}

/** A cell: what stands in it, and where. */
export type Cell = Pick<Element, 'children' | 'position'> & Partial<Pick<Element, 'properties'>>;

/** The table of rows of cells. */
export function tableElement(
  rows: readonly (readonly Cell[])[],
  { headRows = 0, headColumns = 0 }: Headers,
): Element {
  const row = (cells: readonly Cell[], isHead: boolean): Element => ({
    type: 'element',
    tagName: 'tr',
    properties: {},
    children: cells.map((cell, column): Element => {
      const isHeader = isHead || column < headColumns;
      const properties = { ...(isHeader && !isHead && { scope: 'row' }), ...cell.properties };
      return { ...cell, type: 'element', tagName: isHeader ? 'th' : 'td', properties };
    }),
  });
  const part = (tagName: string, of: readonly (readonly Cell[])[], isHead: boolean): Element[] =>
    of.length === 0
      ? []
      : [{ type: 'element', tagName, properties: {}, children: of.map((cells) => row(cells, isHead)) }];
  const children = [
    ...part('thead', rows.slice(0, headRows), true),
    ...part('tbody', rows.slice(headRows), false),
  ];
  return { type: 'element', tagName: 'table', properties: {}, children };
}

function isList({ tagName }: Element): boolean {
  return tagName === 'ul' || tagName === 'ol';
}

function itemsOf({ children }: Element): readonly Element[] {
  return children.filter((child) => child.type === 'element').filter(({ tagName }) => tagName === 'li');
}

/** The cells of a row; an item without a list of its own is one cell. */
function cellsOf(item: Element): readonly Cell[] {
  const inner = item.children.find((child) => child.type === 'element' && isList(child));
  if (inner?.type !== 'element') return [cellOf(item)];
  return itemsOf(inner).map(cellOf);
}

function cellOf({ children, position }: Element): Cell {
  return { children, ...(position && { position }) };
}
