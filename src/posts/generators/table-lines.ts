/** A line with its offsets; it ends before the signs that end it. */
export interface LineOfSource {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** How a column is aligned, where anything says it. */
export type ColumnAlign = 'left' | 'right' | 'center' | undefined;

/** Rows of words, the first of which are its head. */
export interface WrittenTable {
  readonly rows: readonly (readonly string[])[];
  readonly headRows: number;
  readonly align: readonly ColumnAlign[];
  /** Over how many columns each cell goes; one, where absent. */
  readonly spans?: readonly (readonly number[])[];
}

/** What was found at a line. */
export interface ReadTable {
  /** How many lines were looked through for it. */
  readonly lines: number;
  /** Whether the line above is its head. */
  readonly hasLineAbove?: boolean;
  /** Absent where not all of it is sure. */
  readonly table?: WrittenTable;
  /** Set where no line ends it: nothing that ends in the same way begins below. */
  readonly isOpen?: 'rule' | 'columns';
}

/** The lines from an offset on, by their numbers from 0: each is looked for when it is first asked for. */
export type Lines = (index: number) => LineOfSource | undefined;

/** The lines of a source from an offset on. */
export function linesFrom(source: string, from: number): Lines {
  const lines: LineOfSource[] = [];
  const ends = /\r\n?|\n|$/gu;
  let start = from;
  return (index) => {
    while (lines.length <= index && start < source.length) {
      ends.lastIndex = start;
      const found = ends.exec(source);
      const end = found?.index ?? source.length;
      lines.push({ text: source.slice(start, end), start, end });
      start = end + (found?.[0].length || 1);
    }
    return lines[index];
  };
}

/** Whether a line is there and has words. */
export function isFilled(line: LineOfSource | undefined): boolean {
  return line !== undefined && line.text.trim() !== '';
}

/** More columns, or rows, nobody writes by hand. */
export const mostColumns = 100;
