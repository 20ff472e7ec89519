import type { Paragraph, Root } from 'mdast';
import type { InputRecord, InputSpan } from '../input/input-record.ts';
import { lineRanges } from '../input/line-ranges.ts';
import { sliceLines, type Line } from '../input/slice-lines.ts';
import { readArchiveFrame } from './archive-frame.ts';
import { readFlatByline, readFlatDates } from './flat-dates.ts';
import { take, tell, tidy, type FlatPage, type ReadFlatTextOptions } from './flat-page.ts';
import { readHeadTitle } from './flat-title.ts';
import { isBreadcrumbTo, isEdgeFurniture, isFurniture, isIssuer } from './line-kinds.ts';
import { readPressHeader } from './press-header.ts';
import { unwrapLines } from './unwrap-lines.ts';

/**
 * A page as it was scraped to text: each line is a paragraph but where a repair says otherwise. Known are the frame of
 * archived posts (byline; label, notice, title, dates at the end), the head of press releases (`Cite:`, date, title), and what stands above a
 * text (title, byline, date, in any order); each fact is taken for what speaks for it, and not for where it stands.
 */
export function readFlatText(text: string, options: ReadFlatTextOptions): InputRecord {
  const lines = sliceLines(text);
  const filled = lines.filter(({ words }) => words !== '');
  const page: FlatPage = { text, lines, filled, options, uses: new Map(), facts: {}, messages: [] };
  readArchiveFrame(page);
  readPressHeader(page);
  readFlatByline(page);
  readHeadTitle(page);
  readFlatDates(page);
  leaveOutFurniture(page);
  const rest = filled.filter((line) => !page.uses.has(line));
  // The head of a press release without words below it says nothing: no post is made of it.
  if (rest.every(isIssuer)) for (const line of rest) take(page, line, { use: 'label' });
  tellIndentation(page);
  tellLayoutSpaces(page);
  const body = rest.filter((line) => !page.uses.has(line));
  return {
    facts: page.facts,
    body: bodyOf(body, page),
    stream: text,
    spans: spansOf(page),
    messages: page.messages,
  };
}

function leaveOutFurniture(page: FlatPage): void {
  const edges = new Set([...edgeOf(page, page.filled), ...edgeOf(page, page.filled.toReversed())]);
  for (const line of page.filled) {
    const is = edges.has(line) || isFurniture(line);
    if (page.uses.has(line) || !is) continue;
    take(page, line, { use: 'furniture' });
    tell(page, 'intake-left-out', { reason: `Page furniture “${line.words}” left out`, line });
  }
}

/** The furniture before the first line of the text, in the order of the lines given. */
function edgeOf(page: FlatPage, lines: readonly Line[]): readonly Line[] {
  const title = page.facts.title ?? '';
  const isFree = (line: Line): boolean => isEdgeFurniture(line) || isBreadcrumbTo(line, title);
  const text = lines.findIndex((line) => !page.uses.has(line) && !isFree(line));
  return lines.slice(0, text < 0 ? lines.length : text);
}

function tellIndentation(page: FlatPage): void {
  const indented = page.lines.filter(
    (line) => line.words !== '' && !page.uses.has(line) && /^(?: {4}|\t|[ \t]*\u00A0)/u.test(line.text),
  );
  tellLines(page, indented, (lines) => `Indentation taken away that would make code of ${lines}`);
}

/** Told of the lines of the body whose runs of spaces hold a no-break space. */
function tellLayoutSpaces(page: FlatPage): void {
  const laidOut = page.lines.filter(
    (line) =>
      line.words !== '' && !page.uses.has(line) && /[ \t\u00A0]\u00A0|\u00A0(?:[ \t]|$)/u.test(line.text),
  );
  tellLines(page, laidOut, (lines) => `No-break spaces that only lay out taken away in ${lines}`);
}

function tellLines(page: FlatPage, lines: readonly Line[], reason: (lines: string) => string): void {
  const [line] = lines;
  if (!line) return;
  const which = lineRanges(lines.map(({ number }) => number));
  tell(page, 'intake-repaired', { reason: reason(`line${lines.length === 1 ? '' : 's'} ${which}`), line });
}

function bodyOf(lines: readonly Line[], page: FlatPage): Root {
  const { paragraphs, repairs } = unwrapLines(lines);
  for (const repair of repairs) tell(page, 'intake-repaired', repair);
  const last = page.lines.at(-1);
  if (last && last.end === last.start + last.text.length && last.words !== '') {
    tell(page, 'intake-repaired', { reason: 'Newline added at the end of the file', line: last });
  }
  return {
    type: 'root',
    children: paragraphs.map((words): Paragraph => ({
      type: 'paragraph',
      children: [{ type: 'text', value: tidy(words) }],
    })),
  };
}

function spansOf({ lines, uses, text }: FlatPage): readonly InputSpan[] {
  const spans: InputSpan[] = [];
  let start = 0;
  for (const line of lines) {
    for (const { end, ...use } of uses.get(line) ?? [{ use: 'body' as const, end: line.end }]) {
      const last = spans.at(-1);
      if (last && last.use === use.use && last.field === use.field)
        spans[spans.length - 1] = { ...last, end };
      else spans.push({ ...use, start, end });
      start = end;
    }
  }
  return text === '' ? [] : spans;
}
