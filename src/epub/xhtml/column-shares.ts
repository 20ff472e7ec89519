import type { Table, TableCell } from '../../document/document.ts';
import { walk } from '../../document/walk.ts';

/** Letters that a line of a table takes on a telephone. */
const narrowLine = 34;
/** Longer words may break. */
const longestWhole = 14;
/** Of an empty column. */
const least = 2;
/** How much wider than a small letter a capital is, and than others those of a header cell, which are bold. */
const capitalShare = 1.35;
const boldShare = 1.1;

interface Needs {
  /** Its longest word. */
  readonly word: number;
  /** Its longest cell. */
  readonly cell: number;
}

/**
 * How much of a table's width each column takes, per cent; `undefined` where all fits on a line of a telephone as it is. Left
 * to itself a browser gives a column of short words next to one of sentences the width of a letter, as soon as words may
 * break, and they must where the screen is narrow or the type large.
 */
export function columnShares(table: Table): readonly number[] | undefined {
  const needs = cellsByColumn(table).map(needsOf);
  if (sum(needs.map(({ cell }) => cell)) <= narrowLine) return undefined;
  const words = needs.map(({ word }) => word);
  const spare = Math.max(0, narrowLine - sum(words));
  // Twice the words make a column half as wide again, so that it is half as high again too.
  const wishes = needs.map(({ word, cell }) => Math.sqrt(cell - Math.min(word, cell)));
  const wished = sum(wishes);
  const widths = words.map((word, column) =>
    wished === 0 ? word : word + (spare * (wishes[column] ?? 0)) / wished,
  );
  const whole = sum(widths);
  return widths.map((width) => Math.round((width / whole) * 1000) / 10);
}

/** Whether words of a table would break on a telephone, however its width is shared. */
export function breaksWords(table: Table): boolean {
  return sum(cellsByColumn(table).map((cells) => needsOf(cells).word)) > narrowLine;
}

/** The cells of each column, without those of several. */
function cellsByColumn(table: Table): readonly (readonly TableCell[])[] {
  const columns = table.columns.map((): TableCell[] => []);
  for (const { cells } of [...table.head, ...table.body, ...table.foot]) {
    for (const cell of cells) if (cell.colSpan === 1) columns[cell.column]?.push(cell);
  }
  return columns;
}

function needsOf(cells: readonly TableCell[]): Needs {
  let [word, length] = [least, least];
  for (const { children, header } of cells) {
    const bold = header === undefined ? 1 : boldShare;
    const texts = [...walk(children)].map((node) => (node.type === 'text' ? node.value : ''));
    const words = texts.flatMap((text) => text.split(/\s+/u));
    for (const one of words) word = Math.max(word, Math.min(lettersOf(one) * bold + 1, longestWhole));
    length = Math.max(length, sum(texts.map((text) => text.length)) + 1);
  }
  return { word, cell: Math.max(word, length) };
}

/** How many small letters are as wide as a word. */
function lettersOf(word: string): number {
  const capitals = word.replace(/\P{Lu}/gu, '').length;
  return word.length + capitals * (capitalShare - 1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
