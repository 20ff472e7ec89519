import type { MarkupMeaning } from './markup.ts';
import { readDashTable } from './read-dash-table.ts';
import { readGridTable } from './read-grid-table.ts';
import type { Search } from './search.ts';
import { isSureCell } from './sure-cell.ts';
import { isFilled, type LineOfSource, type Lines, linesFrom } from './table-lines.ts';

/**
 * Reads a table of Pandoc that is drawn (its manual, “grid_tables”) or whose columns dashes mark (“simple_tables”, “multiline_tables”), at the
 * line that begins with its signs: where to go on. `undefined` where it is none, or where not all of it is sure, so that it is told instead.
 */
export function readTable(search: Search, at: number, lastEnd: number): number | undefined {
  if (search.isGivenUp('table', at)) return undefined;
  const lines = linesFrom(search.source, at);
  const above = lineAbove(search, at);
  // Above a head stands nothing: else it is the last line of a paragraph.
  if (above !== undefined && (above.start < 0 || lineAbove(search, above.start) !== undefined))
    return undefined;
  const isOpen = (end: string): boolean => search.isGivenUp(`table ${end}`, at);
  const isDrawn = lines(0)?.text.trimStart().startsWith('+') === true;
  const read = isDrawn
    ? above === undefined && readGridTable(lines)
    : readDashTable(lines, { above: above?.text, isOpen });
  if (!read) return undefined;
  const end = lines(read.lines - 1)?.end ?? at;
  // What was looked through is not looked through again.
  search.giveUp(read.isOpen === undefined ? 'table' : `table ${read.isOpen}`, end);
  const start = read.hasLineAbove && above !== undefined ? above.start : at;
  if (read.table === undefined || start < lastEnd) return undefined;
  const caption = captionBehind(lines, read.lines);
  if (caption === 'unsure' || isCaption(paragraphAbove(search, start))) return undefined;
  if (!read.table.rows.flat().every(isSureCell)) return undefined;
  const last = caption === undefined ? end : (lines(caption.lines - 1)?.end ?? end);
  const meaning: MarkupMeaning = {
    type: 'table',
    ...read.table,
    headColumns: 0,
    ...(caption?.words && { caption: caption.words }),
    ...(caption?.name !== undefined && { name: caption.name }),
  };
  search.giveUp('table', last);
  search.add(start, last, { type: 'meaning', meaning });
  return last;
}

/** So much of what stands above is looked at. */
const longestAbove = 2000;

/** The line right above, where it has words; `undefined` where it is empty, or where there is none. One that is too long begins before all. */
function lineAbove({ source, options: { from } }: Search, at: number): LineOfSource | undefined {
  const end = at - (source.startsWith('\r\n', at - 2) ? 2 : 1);
  const lowest = Math.max(from, end - longestAbove);
  let start = end;
  while (start > lowest && !'\r\n'.includes(source.charAt(start - 1))) start -= 1;
  const text = source.slice(start, Math.max(start, end));
  if (text.trim() === '') return undefined;
  return { text, start: start === lowest && lowest > from ? -1 : start, end };
}

/** How the paragraph above begins, which ends with an empty line. */
function paragraphAbove({ source, options }: Search, start: number): string {
  const before = source.slice(Math.max(options.from, start - longestAbove), start).trimEnd();
  const lines = before.split(/\r\n?|\n/u);
  let first = lines.length - 1;
  while (first > 0 && lines[first - 1]?.trim() !== '') first -= 1;
  return lines[first] ?? '';
}

const captionSign = /^ {0,3}(?:[Tt]able)?:[ \t]+(?=\S)/u;

function isCaption(line: string): boolean {
  return captionSign.test(line);
}

interface Caption {
  readonly words: string;
  readonly name?: string;
  /** How many lines of all it ends with. */
  readonly lines: number;
}

/** No caption is longer. */
const mostCaptionLines = 40;

/** The caption behind so many lines, with its name in braces; `undefined` where there is none. */
function captionBehind(lines: Lines, from: number): Caption | 'unsure' | undefined {
  const begin = isFilled(lines(from)) ? from : from + 1;
  if (!isCaption(lines(begin)?.text ?? '')) return undefined;
  const written: string[] = [];
  let end = begin;
  for (let line = lines(end); isFilled(line); line = lines((end += 1))) {
    if (written.length === mostCaptionLines) return 'unsure';
    written.push(line?.text.trim() ?? '');
  }
  const all = written.join(' ').replace(captionSign, '');
  const brace = all.endsWith('}') ? all.lastIndexOf('{') : -1;
  const words = brace < 0 ? all : all.slice(0, brace).trimEnd();
  // Widths of columns only serve a look.
  const [, name] =
    /^\{ *#([\w:.-]+)(?: +[\w-]+="[\d[\], .]*")* *\}$/u.exec(brace < 0 ? '' : all.slice(brace)) ?? [];
  if (brace >= 0 && name === undefined) return 'unsure';
  return isSureCell(words) ? { words, ...(name !== undefined && { name }), lines: end } : 'unsure';
}
