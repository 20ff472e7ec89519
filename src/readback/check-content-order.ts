import { gridColumns } from './grid-columns.ts';
import type { PageText } from './read-page-text.ts';
import type { StructureNode } from './structure-node.ts';

/** A cell of an outermost table, by its table and its grid column. */
interface Cell {
  readonly table: StructureNode;
  readonly column: number;
}

/** Marked content in the place that the tags give it. */
interface Place {
  readonly index: number;
  readonly text: string;
  /** Notes stand at the foot of pages, away from the words that lead to them. */
  readonly inNote: boolean;
  /** The cells of a row that goes on over the page begin on the first one, all of them. */
  readonly inTable: boolean;
  readonly cell: Cell | undefined;
}

/**
 * Where words are drawn in another order than the tags have them: who copies, and who reads without tags, meets words as they
 * are drawn. Words and notes are two orders, each of its own. The columns of a wide table may be drawn in groups: all rows of
 * some, then all rows of those behind them.
 */
export function checkContentOrder(root: StructureNode, pages: readonly PageText[]): readonly string[] {
  const places = placesOf(root, pages.length);
  return [false, true].flatMap((notes) => {
    const problems: string[] = [];
    const drawn = new Map<StructureNode, number>();
    let ended: Place | undefined;
    for (const [number, { marked }] of pages.entries()) {
      let last: Place | undefined;
      for (const mcid of marked.keys()) {
        const place = places[number]?.get(mcid);
        if (!place || place.text.trim() === '' || place.inNote !== notes) continue;
        const before = [
          beginsGroup(place, last, drawn) ? undefined : last,
          place.inTable ? undefined : ended,
        ].find((other) => other !== undefined && other.index > place.index);
        if (before) problems.push(describe(number + 1, before, place));
        const { cell } = place;
        if (cell) drawn.set(cell.table, Math.max(cell.column, drawn.get(cell.table) ?? 0));
        last = place;
        if (!place.inTable) ended = place;
      }
    }
    return problems;
  });
}

/** Whether a cell is the first of a group of columns: it stands behind all columns of its table that were drawn. */
function beginsGroup(
  { cell }: Place,
  last: Place | undefined,
  drawn: ReadonlyMap<StructureNode, number>,
): boolean {
  if (!cell || last?.cell?.table !== cell.table) return false;
  return cell.column > (drawn.get(cell.table) ?? 0);
}

function describe(page: number, before: Place, place: Place): string {
  const [first, second] = [before, place].map(({ text }) => JSON.stringify(text.trim().slice(0, 40)));
  return `page ${page}: ${first} is drawn before ${second}, which the tags put first`;
}

/** Where an element stands. */
interface Within extends Pick<Place, 'inNote' | 'inTable' | 'cell'> {
  /** The columns of the outermost table around it. */
  readonly columns?: { readonly table: StructureNode; readonly of: ReadonlyMap<StructureNode, number> };
}

/** The places of each page, by MCID. */
function placesOf(root: StructureNode, pages: number): readonly ReadonlyMap<number, Place>[] {
  const places = Array.from({ length: pages }, () => new Map<number, Place>());
  let index = 0;
  const visit = (node: StructureNode, outer: Within): void => {
    const within = withinNode(node, outer);
    for (const child of node.children) {
      if (child.type === 'element') visit(child, within);
      if (child.type !== 'marked-content') continue;
      const { page, mcid, text } = child;
      const ofPage = places[page - 1];
      const { inNote, inTable, cell } = within;
      if (!ofPage?.has(mcid)) ofPage?.set(mcid, { index, text, inNote, inTable, cell });
      index += 1;
    }
  };
  visit(root, { inNote: false, inTable: false, cell: undefined });
  return places;
}

function withinNode(node: StructureNode, outer: Within): Within {
  const inNote = outer.inNote || node.standardRole === 'Note';
  if (!outer.columns && node.standardRole === 'Table')
    return { ...outer, inNote, inTable: true, columns: { table: node, of: gridColumns(node) } };
  const column = outer.columns?.of.get(node);
  if (!outer.columns || column === undefined) return inNote === outer.inNote ? outer : { ...outer, inNote };
  return { ...outer, inNote, cell: { table: outer.columns.table, column } };
}
