import { type ColumnAlign, isFilled, type Lines, mostColumns, type ReadTable } from './table-lines.ts';

const whole = /^ {0,3}-{3,}[ \t]*$/u;
const columns = /^ {0,3}-{2,}(?: +-{2,})+[ \t]*$/u;

/** A head is not longer. */
const mostHeadLines = 20;

/** Where a column begins, how wide its dashes are. */
interface Column {
  readonly from: number;
  readonly to: number;
  readonly dashes: number;
}

/** What stands around the line of dashes. */
interface Around {
  /** The line right above it. */
  readonly above: string | undefined;
  /** Whether a table that ends in some way is known to find no end. */
  readonly isOpen: (end: 'rule' | 'columns') => boolean;
}

/** Reads a table whose columns are marked by dashes, at its first line of dashes. */
export function readDashTable(lines: Lines, { above, isOpen }: Around): ReadTable | false {
  const first = lines(0)?.text ?? '';
  if (columns.test(first)) {
    if (above !== undefined) return readSimple(lines, above);
    return !isOpen('columns') && readLined(lines, { head: [], rule: 0, end: 'columns' });
  }
  return whole.test(first) && above === undefined && !isOpen('rule') && readFromRule(lines);
}

/** A table with a rule above its head and one at its end, and empty lines between rows that may have several lines. */
function readFromRule(lines: Lines): ReadTable | false {
  const head: string[] = [];
  for (let line = lines(1); isFilled(line); line = lines(head.length + 1)) {
    const text = line?.text ?? '';
    if (columns.test(text))
      return head.length > 0 && readLined(lines, { head, rule: head.length + 1, end: 'rule' });
    if (head.length === mostHeadLines) return false;
    head.push(text);
  }
  return false;
}

/** A table with the line above as its head; below its last row may stand dashes again. */
function readSimple(lines: Lines, head: string): ReadTable {
  const rows: string[][] = [];
  let end = 1;
  for (let line = lines(end); isFilled(line); line = lines(end)) {
    const text = line?.text ?? '';
    end += 1;
    if (columns.test(text)) break;
    rows.push([text]);
  }
  const table = tableOf({ head: [head], rule: lines(0)?.text ?? '', rows });
  return { ...table, lines: end, hasLineAbove: true };
}

interface Lined {
  readonly head: readonly string[];
  /** The number of the line whose dashes mark the columns. */
  readonly rule: number;
  /** Which line ends it: a rule, or dashes like its first too. */
  readonly end: 'rule' | 'columns';
}

/** Rows up to a line that ends the table, below which nothing stands: a line is a row, or where empty lines part rows, all up to the next. */
function readLined(lines: Lines, { head, rule, end: ending }: Lined): ReadTable {
  const isEnd = (line: string): boolean => whole.test(line) || (ending === 'columns' && columns.test(line));
  const inner: string[] = [];
  let end = rule + 1;
  for (let line = lines(end); line !== undefined && !isEnd(line.text); line = lines(end)) {
    inner.push(line.text.trimEnd());
    end += 1;
  }
  if (lines(end) === undefined) return { lines: end, isOpen: ending };
  const isParted = inner.includes('');
  // Without an empty line nothing says whether a rule above means rows of several lines.
  if (isFilled(lines(end + 1)) || (head.length > 0 && !isParted)) return { lines: end + 1 };
  const rows = isParted ? parted(inner) : inner.map((line) => [line]);
  return { ...tableOf({ head, rule: lines(rule)?.text ?? '', rows }), lines: end + 1 };
}

function parted(lines: readonly string[]): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const line of lines) {
    if (line === '') rows.push([]);
    else rows.at(-1)?.push(line);
  }
  return rows.filter((row) => row.length > 0);
}

interface Written {
  readonly head: readonly string[];
  readonly rule: string;
  /** The lines of each row. */
  readonly rows: readonly (readonly string[])[];
}

function tableOf({ head, rule, rows }: Written): Pick<ReadTable, 'table'> {
  const marked = columnsOf(rule);
  const all = head.length > 0 ? [head, ...rows] : rows;
  if (rows.length === 0 || marked.length > mostColumns) return {};
  if (!all.every((lines) => lines.every((line) => fits(line, marked)))) return {};
  const cells = all.map((lines) => marked.map((column) => wordsIn(lines, column)));
  const aligned = head.length > 0 ? head : (rows[0] ?? []);
  const hasHead = head.length > 0 && (cells[0] ?? []).some((words) => words !== '');
  return {
    table: {
      rows: hasHead || head.length === 0 ? cells : cells.slice(1),
      headRows: hasHead ? 1 : 0,
      align: marked.map((column) => alignOf(aligned, column)),
    },
  };
}

function columnsOf(rule: string): readonly Column[] {
  const starts = [...rule.matchAll(/-+/gu)].map(({ index, 0: { length } }) => ({ index, length }));
  return starts.map(({ index, length }, column) => ({
    from: column === 0 ? 0 : index,
    to: starts[column + 1]?.index ?? Infinity,
    dashes: length + (column === 0 ? index : 0),
  }));
}

/** Whether no word of a line stands across the beginning of a column; signs that take two places shift all that follows. */
function fits(line: string, marked: readonly Column[]): boolean {
  if (
    /[\t\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}]/u.test(
      line,
    )
  )
    return false;
  return marked.every(({ from }) => from === 0 || line.charAt(from - 1).trim() === '');
}

function wordsIn(lines: readonly string[], { from, to }: Column): string {
  return lines
    .map((line) => line.slice(from, to).trim())
    .filter((words) => words !== '')
    .join(' ');
}

/** By the shortest words over the dashes: they stand to the right, to the left, or off both ends of them (“simple_tables”). */
function alignOf(lines: readonly string[], { from, to, dashes }: Column): ColumnAlign {
  const [shortest] = lines
    .map((line) => line.slice(from, to).trimEnd())
    .filter((words) => words.trim() !== '')
    .toSorted((a, b) => a.length - b.length);
  if (shortest === undefined) return undefined;
  const [isOffLeft, isOffRight] = [shortest.startsWith(' '), shortest.length < dashes];
  if (isOffLeft) return isOffRight ? 'center' : 'right';
  return isOffRight ? 'left' : undefined;
}
