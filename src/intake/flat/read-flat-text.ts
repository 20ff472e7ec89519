import type { Paragraph, Root } from 'mdast';
import type { Message } from '../diagnostics/message.ts';
import { reportRule, type IntakeRuleId } from './rules.ts';
import { findNamedDate, findNumericDate, readDate, type DateOrder } from '../document/read-date.ts';
import type { PlainDate } from '../document/plain-date.ts';
import { lineRanges } from './input/line-ranges.ts';
import { unwrapLines } from './unwrap-lines.ts';
import type { InputFacts, InputRecord, InputSpan } from './input/input-record.ts';
import { sliceLines, type Line } from './input/slice-lines.ts';

/** What is known of a text beside its words. */
export interface ReadFlatTextOptions {
  /** The input as the user named it, for messages. */
  readonly file: string;
  readonly dateOrder?: DateOrder | undefined;
}

type Use = Pick<InputSpan, 'use' | 'field'>;

/**
 * A page as it was scraped to text: each line is a paragraph but where a repair says otherwise. Known are the frame of
 * archived posts (byline; label, notice, title, dates at the end) and that of press releases (`Cite:`, date, title).
 */
export function readFlatText(text: string, options: ReadFlatTextOptions): InputRecord {
  const lines = sliceLines(text);
  const state: State = { text, lines, options, uses: new Map(), facts: {}, messages: [] };
  readFrame(state);
  readPressHeader(state);
  readDates(state);
  for (const line of lines) if (isFurniture(line) && !state.uses.has(line)) leaveOut(line, state);
  const rest = lines.filter((line) => !state.uses.has(line) && line.words !== '');
  // The head of a press release without words below it says nothing: no post is made of it.
  if (rest.every(({ words }) => issuer.test(words)))
    for (const line of rest) take(state, line, { use: 'label' });
  tellIndentation(state);
  tellLayoutSpaces(state);
  const body = rest.filter((line) => !state.uses.has(line));
  return {
    facts: state.facts,
    body: bodyOf(body, state),
    stream: text,
    spans: spansOf(state),
    messages: state.messages,
  };
}

interface State {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly options: ReadFlatTextOptions;
  /** What became of lines that are not the body: parts in order, each with the offset where it ends. */
  readonly uses: Map<Line, readonly (Use & { readonly end: number })[]>;
  facts: InputFacts;
  readonly messages: Message[];
}

function tell(
  state: State,
  ruleId: IntakeRuleId,
  at: { readonly reason: string; readonly line?: Line },
): void {
  const { line, reason } = at;
  const place = line && {
    start: { line: line.number, column: 1, offset: line.start },
    end: { line: line.number, column: line.text.length + 1, offset: line.start + line.text.length },
  };
  state.messages.push(reportRule(ruleId, { reason, file: state.options.file, place }));
}

function take(state: State, line: Line, use: Use): void {
  state.uses.set(line, [{ ...use, end: line.end }]);
}

const issuer = /^(?:For Immediate Release|The White House|Office of .{1,80})$/iu;

/** The frame of an archived post: a byline first, and last a label, the notice, the title and the dates. */
function readFrame(state: State): void {
  const filled = state.lines.filter(({ words }) => words !== '');
  const [first] = filled;
  if (first && /^(?:Posted|Written|Published) by\s+\S/u.test(first.words)) {
    state.facts = { ...state.facts, byline: first.words };
    take(state, first, { use: 'field', field: 'byline' });
  }
  const labelAt = filled.findLastIndex(({ words }) => /^Archived(?: Content)?$/u.test(words));
  if (labelAt < 0 || filled.length - labelAt > 8) return;
  const label = filled[labelAt];
  const notice = filled[labelAt + 1];
  if (!label || !notice) return;
  const glued = gluedAt(notice);
  const noticeWords = notice.words.slice(0, glued).trim();
  take(state, label, { use: 'label' });
  state.facts = { ...state.facts, archived: { label: label.words, notice: noticeWords } };
  const rest = filled.slice(labelAt + 2);
  if (glued === undefined) {
    const dated = rest.findIndex((line) => dateKind(line) !== undefined);
    const undated = dated < 0 ? rest : rest.slice(0, dated);
    takeNotice(state, [notice, ...undated.slice(0, -1)], label);
    const title = undated.at(-1);
    if (title) takeTitle(state, title, title.words);
  } else {
    const cut = notice.start + notice.text.indexOf(notice.words) + glued;
    state.uses.set(notice, [
      { use: 'field', field: 'archived.notice', end: cut },
      { use: 'field', field: 'title', end: notice.end },
    ]);
    state.facts = { ...state.facts, title: tidy(notice.words.slice(glued)) };
    tell(state, 'intake-repaired', {
      reason: 'Title parted from the notice that it was glued to',
      line: notice,
    });
  }
  for (const line of rest) takeDate(state, line);
}

function takeNotice(state: State, lines: readonly Line[], label: Line): void {
  const [, second] = lines;
  const words = lines.map((line) => line.words).join(' ');
  state.facts = { ...state.facts, archived: { label: label.words, notice: words } };
  for (const line of lines) take(state, line, { use: 'field', field: 'archived.notice' });
  const reason = `Notice of ${lines.length} lines; the last line before the dates was taken as the title`;
  if (second) tell(state, 'intake-suspect', { reason, line: second });
}

function takeTitle(state: State, line: Line, words: string): void {
  state.facts = { ...state.facts, title: tidy(words) };
  take(state, line, { use: 'field', field: 'title' });
}

/** Where the notice ends and the title begins without a space: a stop after a word, then a capital, a figure or a quote. */
function gluedAt({ words }: Line): number | undefined {
  const found = /(?<=\p{Ll}{2}[.!?])(?=[\p{Lu}\p{N}“"‘'])/u.exec(words);
  return found?.index;
}

function dateKind(line: Line): 'released' | 'updated' | undefined {
  if (/^(?:Release Date|Released|Posted|Published)\b[^:]*:\s*\S/u.test(line.words)) return 'released';
  return /^(?:Last )?(?:Updated|Modified)\b[^:]*:\s*\S/u.test(line.words) ? 'updated' : undefined;
}

/** Lines at the start and the end of a page that say a date after its label, and nothing else. */
function readDates(state: State): void {
  const filled = state.lines.filter(({ words }) => words !== '');
  for (const line of new Set([...filled.slice(0, 6), ...filled.slice(-6)])) {
    const saysDay = findNamedDate(line.words) ?? findNumericDate(line.words) ?? isoDay.exec(line.words);
    if (line.words.length <= 60 && saysDay) takeDate(state, line);
  }
}

const isoDay = /\d{4}-\d{2}-\d{2}/u;

function takeDate(state: State, line: Line): void {
  const kind = dateKind(line);
  if (kind === undefined || state.uses.has(line) || state.facts[`${kind}AsShown`] !== undefined) return;
  const day = dayOf(state, line);
  take(state, line, { use: 'field', field: `${kind}_as_shown` });
  const shown = kind === 'released' ? { releasedAsShown: line.words } : { updatedAsShown: line.words };
  state.facts = { ...state.facts, ...shown, ...(day && { [kind]: day }) };
}

function dayOf(state: State, line: Line): PlainDate | undefined {
  const named = findNamedDate(line.words);
  if (named) return named;
  const numeric = findNumericDate(line.words) ?? isoDay.exec(line.words)?.[0];
  const day = numeric === undefined ? 'invalid' : readDate(numeric, state.options.dateOrder);
  if (typeof day === 'object') return day;
  const ruleId = day === 'ambiguous' ? 'date-ambiguous' : 'intake-fact-missing';
  const reason =
    day === 'ambiguous' ? `“${numeric}” can be two different days` : `No day can be read in “${line.words}”`;
  tell(state, ruleId, { reason, line });
  return undefined;
}

/** The head of a press release: the address it cites, its date, and the title after them. */
function readPressHeader(state: State): void {
  const [cite, address, ...rest] = state.lines.filter(({ words }) => words !== '');
  if (!cite || !address || cite.words !== 'Cite:' || !/^https?:\/\/\S+$/u.test(address.words)) return;
  take(state, cite, { use: 'label' });
  take(state, address, { use: 'field', field: 'source.url' });
  state.facts = { ...state.facts, url: address.words };
  const head = rest.slice(0, 8);
  const dated = head.find((line) => {
    const left = line.words.replace(/For Immediate Release/iu, '').trim();
    return left.length < 24 && findNamedDate(left) !== undefined;
  });
  const day = dated && findNamedDate(dated.words);
  if (dated && day) {
    state.facts = { ...state.facts, released: day, releasedAsShown: tidy(dated.words) };
    take(state, dated, { use: 'field', field: 'released_as_shown' });
  }
  const title = titleAfter(head, dated);
  if (title.length === 0) return;
  for (const line of title) take(state, line, { use: 'field', field: 'title' });
  state.facts = { ...state.facts, title: tidy(title.map(({ words }) => words).join(' ')) };
  const [first] = title;
  if (title.length > 1 && first) {
    tell(state, 'intake-repaired', { reason: `Title joined from ${title.length} lines`, line: first });
  }
}

/** The line after the date and the words of release; without them, lines in capitals at the very start. */
function titleAfter(head: readonly Line[], dated: Line | undefined): readonly Line[] {
  const isCapitals = ({ words }: Line): boolean => /\p{Lu}/u.test(words) && !/\p{Ll}/u.test(words);
  if (!dated || !head.slice(0, 2).includes(dated)) {
    const start = head[0] && isCapitals(head[0]) && !/^THE WHITE HOUSE$/u.test(head[0].words) ? head : [];
    const end = start.findIndex((line) => !isCapitals(line));
    return start.slice(0, end < 0 ? 0 : Math.min(end, 3));
  }
  const after = head
    .slice(head.indexOf(dated) + 1)
    .filter(({ words }) => !/^For Immediate Release$/iu.test(words));
  const [title] = after;
  return title && title.words.length < 250 ? [title] : [];
}

const furniture =
  /^(?:skip to (?:main )?content|back to top|share(?: this)?(?: page)?|print(?: this)?(?: page)?|e-?mail(?: this)?(?: page)?|tweet|more from .{1,60}|related (?:articles|content|posts)|previous|next|share (?:on|via|by) .{1,30}|home(?:\s*[>»›]\s*[^>»›]{1,60})+)$/iu;

function isFurniture(line: Line): boolean {
  return furniture.test(line.words);
}

function leaveOut(line: Line, state: State): void {
  take(state, line, { use: 'furniture' });
  tell(state, 'intake-left-out', { reason: `Page furniture “${line.words}” left out`, line });
}

function tellIndentation(state: State): void {
  const indented = state.lines.filter(
    (line) => line.words !== '' && !state.uses.has(line) && /^(?: {4}|\t|[ \t]*\u00A0)/u.test(line.text),
  );
  tellLines(state, indented, (lines) => `Indentation taken away that would make code of ${lines}`);
}

/** Told of the lines of the body whose runs of spaces hold a no-break space. */
function tellLayoutSpaces(state: State): void {
  const laidOut = state.lines.filter(
    (line) =>
      line.words !== '' && !state.uses.has(line) && /[ \t\u00A0]\u00A0|\u00A0(?:[ \t]|$)/u.test(line.text),
  );
  tellLines(state, laidOut, (lines) => `No-break spaces that only lay out taken away in ${lines}`);
}

function tellLines(state: State, lines: readonly Line[], reason: (lines: string) => string): void {
  const [line] = lines;
  if (!line) return;
  const which = lineRanges(lines.map(({ number }) => number));
  tell(state, 'intake-repaired', { reason: reason(`line${lines.length === 1 ? '' : 's'} ${which}`), line });
}

function bodyOf(lines: readonly Line[], state: State): Root {
  const { paragraphs, repairs } = unwrapLines(lines);
  for (const repair of repairs) tell(state, 'intake-repaired', repair);
  const last = state.lines.at(-1);
  if (last && last.end === last.start + last.text.length && last.words !== '') {
    tell(state, 'intake-repaired', { reason: 'Newline added at the end of the file', line: last });
  }
  return {
    type: 'root',
    children: paragraphs.map((words): Paragraph => ({
      type: 'paragraph',
      children: [{ type: 'text', value: tidy(words) }],
    })),
  };
}

/** Runs of spaces are layout and become one; a no-break space alone between words is text. */
function tidy(words: string): string {
  return words.replace(/[ \t\u00A0]{2,}|\t/gu, ' ').trim();
}

function spansOf({ lines, uses, text }: State): readonly InputSpan[] {
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
