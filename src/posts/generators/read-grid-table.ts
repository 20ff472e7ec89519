import {
  type ColumnAlign,
  isFilled,
  type LineOfSource,
  type Lines,
  mostColumns,
  type ReadTable,
  type WrittenTable,
} from './table-lines.ts';

const rule = /^\+(?:[-=:]+\+)+$/u;

/** Reads a table that is drawn with `+---+` and `| words |`, at its first line. Cells that go over rows, and those that hold blocks, are not sure. */
export function readGridTable(lines: Lines): ReadTable | false {
  const drawn: LineOfSource[] = [];
  for (let line = lines(0); line !== undefined && /^ {0,3}[+|]/u.test(line.text); line = lines(drawn.length))
    drawn.push(line);
  const first = drawn[0]?.text ?? '';
  const indent = first.length - first.trimStart().length;
  const isEven = drawn.every(({ text }) => text.slice(0, indent).trim() === '');
  const texts = drawn.map(({ text }) => text.trimEnd().slice(indent));
  const table = isEven && !isFilled(lines(drawn.length)) ? gridOf(texts) : undefined;
  return drawn.length > 2 && { lines: drawn.length, ...(table && { table }) };
}

/** Where the lines between columns may stand, from the left edge to the right. */
function edgesOf(texts: readonly string[]): readonly number[] {
  const edges = new Set<number>();
  for (const text of texts) {
    if (!rule.test(text)) continue;
    for (let at = text.indexOf('+'); at >= 0; at = text.indexOf('+', at + 1)) edges.add(at);
  }
  return [...edges].toSorted((a, b) => a - b);
}

function gridOf(texts: readonly string[]): WrittenTable | undefined {
  if (!rule.test(texts[0] ?? '')) return undefined;
  const edges = edgesOf(texts);
  const width = (edges.at(-1) ?? 0) + 1;
  if (edges.length > mostColumns || texts.some((text) => text.length !== width || hasWide(text)))
    return undefined;
  const rows: (readonly string[])[] = [];
  const spans: (readonly number[])[] = [];
  const heads: number[] = [];
  let from = 1;
  for (const [index, text] of texts.entries()) {
    if (index === 0 || !rule.test(text)) continue;
    const row = rowOf(texts.slice(from, index), edges);
    // The rule shows every edge that the row above it has.
    if (row === undefined || !row.edges.every((edge) => text.charAt(edge) === '+')) return undefined;
    if (!row.edges.every((edge) => texts[from - 1]?.charAt(edge) === '+')) return undefined;
    rows.push(row.words);
    spans.push(row.spans);
    if (text.includes('=')) heads.push(rows.length);
    from = index + 1;
  }
  const [headRows = 0, foot] = heads;
  // A second double rule sets off a foot, which here is a row like the others.
  if (from !== texts.length || rows.length === 0 || (foot !== undefined && foot < rows.length - 1))
    return undefined;
  const isHeaded = headRows > 0 && headRows < rows.length;
  const aligning = texts.find((text) => rule.test(text) && text.includes('=')) ?? texts[0] ?? '';
  return { rows, headRows: isHeaded ? headRows : 0, align: alignsOf(aligning, edges), spans };
}

interface Row {
  readonly words: readonly string[];
  readonly spans: readonly number[];
  /** Where its cells begin and end. */
  readonly edges: readonly number[];
}

/** The cells of a row: where none of its lines has the sign of an edge, a cell goes on over it. */
function rowOf(lines: readonly string[], all: readonly number[]): Row | undefined {
  if (lines.length === 0 || lines.some((line) => !line.startsWith('|') || !line.endsWith('|')))
    return undefined;
  const edges = all.filter((edge) => lines.every((line) => line.charAt(edge) === '|'));
  const passed = all.filter((edge) => !edges.includes(edge));
  // An edge that only some lines have may be a stroke among the words.
  if (passed.some((edge) => lines.some((line) => '|+'.includes(line.charAt(edge))))) return undefined;
  const words: string[] = [];
  const spans: number[] = [];
  for (const [index, from] of edges.entries()) {
    const to = edges[index + 1];
    if (to === undefined) break;
    const cell = lines.map((line) => line.slice(from + 1, to));
    if (!isWords(cell)) return undefined;
    words.push(
      cell
        .map((line) => line.trim())
        .filter(Boolean)
        .join(' '),
    );
    spans.push(all.indexOf(to) - all.indexOf(from));
  }
  return { words, spans, edges };
}

/** Whether the lines of a cell are one paragraph: no empty line between, none that begins a list or another block. */
function isWords(cell: readonly string[]): boolean {
  const filled = cell.map((line) => line.trim());
  const [first, last] = [filled.findIndex(Boolean), filled.findLastIndex(Boolean)];
  const inner = first < 0 ? [] : filled.slice(first, last + 1);
  const begins = /^(?:[-+*>|#]|\d{1,9}[.)])(?:\s|$)|^(?:`{3}|~{3}|:{3}|={3}|-{3}| {4})/u;
  return inner.every((line) => line !== '' && !begins.test(line) && !/^\+[-=]/u.test(line));
}

/** Signs that take two places shift all that follows. */
function hasWide(text: string): boolean {
  return /[\t\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}\p{M}]/u.test(
    text,
  );
}

function alignsOf(text: string, edges: readonly number[]): readonly ColumnAlign[] {
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? text.length;
    const [isLeft, isRight] = [text.charAt(from + 1) === ':', text.charAt(to - 1) === ':'];
    if (isLeft) return isRight ? 'center' : 'left';
    return isRight ? 'right' : undefined;
  });
}
