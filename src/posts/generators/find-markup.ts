import { smallest } from '../../lists/extremes.ts';
import { hasConstruct } from '../dialects/dialect.ts';
import { createSearch } from './create-search.ts';
import { type ElementReader, findElements } from './find-elements.ts';
import type { FoundMarkup, Markup, MarkupRange } from './markup.ts';
import type { FindOptions, Search } from './search.ts';
import { readBookFence } from './read-book-call.ts';
import { readBraces } from './read-braces.ts';
import { resolveAttributes } from './resolve-attributes.ts';
import { readInlineOptions } from './inline-options.ts';
import { knowsDirective, readDirective } from './read-directive.ts';
import { readLine } from './read-line-markup.ts';
import { readMath } from './read-math.ts';
import { readTable } from './read-table.ts';
import { readTag } from './read-tag.ts';

const mayHold = /^[ \t>]*(?:%|\+{3,})|\{[%{:.#]|\{[A-Za-z][\w:.+-]*[}= ]|\smarkdown=|\)=[ \t]*$|\$|\\[([]/mu;

const mayHoldTable = /^ {0,3}(?:\+[-=:]|--)/mu;

// A comment or the end of a block on a line of its own, a label on a line of its own (one letter is rather a sum), a fence, an escape, a run of backticks, a brace that opens markup, or a line that draws a table.
const signs =
  /^[ \t>]*(%|\+{3,}(?=[ \t\r\n]|$))([^\r\n]*)|^(?: {0,3}>)* {0,3}\(([\p{L}\p{M}\p{N}|@*./_+:-]{2,100})\)=(?=[ \t]*$)|^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`\r\n]*$)|~{3,}|:{3,})([^\r\n]*)|\\[!-/:-@[-`{-~]|\$+|`+|\{(?:[%{:.#]|(?=[A-Za-z][\w:.+-]*(?:\}`|=)))|<(?=[A-Za-z/])|^ {0,3}(\+[-=:][-=:+]* *|--[- ]*)$/gmu;

/** The markup of generators in a post; code is left alone but for the marks of `{% raw %}`. */
export function findMarkup(source: string, options: FindOptions): FoundMarkup {
  const hasTables = hasConstruct(options.dialect, 'drawnTables') && mayHoldTable.test(source);
  if (!mayHold.test(source) && !hasTables) return { markup: [], ranges: [] };
  const markup: Markup[] = [];
  const ranges: MarkupRange[] = [];
  const search = createSearch(source, options, { markup, ranges });
  const elements = findElements(source);
  signs.lastIndex = options.from;
  const skip = skipProse(search, elements, hasTables ? [...targets, '--', '+-', '+:', '+='] : targets);
  for (skip(); ; skip()) {
    const match = signs.exec(source);
    if (match === null) break;
    const [found, line, rest = '', label, fence, info, table] = match;
    const at = match.index;
    if (line !== undefined) {
      readLine(search, { at: at + found.indexOf(line), line, rest });
    } else if (label !== undefined) {
      search.add(at + found.indexOf('('), at + found.length, { type: 'label', name: label });
    } else if (table !== undefined) {
      const from = markup.at(-1)?.end ?? 0;
      signs.lastIndex = (hasTables ? readTable(search, at, from) : undefined) ?? at + found.length;
    } else if (fence !== undefined)
      signs.lastIndex = readFence(search, { at, found, fence, info: info ?? '' });
    else if (found === '\\(' || found === '\\[' || found.startsWith('$'))
      signs.lastIndex = readMath(search, at) ?? at + found.length;
    else if (found.startsWith('`')) signs.lastIndex = skipSpan(search, at, found);
    else if (found === '<') signs.lastIndex = elements.read(search, at);
    else if (found.startsWith('{')) {
      const end = found === '{%' || found === '{{' ? readTag(search, at) : readBraces(search, at);
      signs.lastIndex = end ?? at + 1;
    }
  }
  tellUnused(search, markup);
  return { markup: resolveAttributes(markup.toSorted((a, b) => a.start - b.start)), ranges };
}

/** Words that were given a name and are used nowhere are left out: that is told. */
function tellUnused({ named }: Search, markup: Markup[]): void {
  const starts = new Set(named.unused().map(({ start }) => start));
  if (starts.size === 0) return;
  for (const [index, found] of markup.entries()) {
    if (!starts.has(found.start)) continue;
    markup[index] = { ...found, content: { type: 'edge', inCode: false, unknown: found.written } };
  }
}

const targets = ['%', '+++', '{', '```', '~~~', 'markdown=', ')=', '$', '\\(', '\\['];

/** Steps over paragraphs without a sign of markup: a code span does not reach over an empty line. */
function skipProse(
  { source, next, emptyLine }: Search,
  elements: ElementReader,
  wanted: readonly string[],
): () => void {
  let target = -1;
  let line = -1;
  return () => {
    const from = signs.lastIndex;
    if (from <= target || elements.isInside()) return;
    target = Math.min(source.length, smallest(wanted.map((sign) => next(sign, from))));
    for (let later = next(emptyLine, from); later <= target; later = next(emptyLine, later + 1)) line = later;
    signs.lastIndex = Math.max(from, line);
  };
}

interface Fence {
  readonly at: number;
  readonly found: string;
  readonly fence: string;
  readonly info: string;
}

function readFence(search: Search, { at, found, fence, info }: Fence): number {
  const opening = { start: at + found.length - info.length - fence.length, end: at + found.length };
  if (search.isSteppedOver(opening.start)) return opening.end;
  const closing = search.fenceEnd(fence, opening.end);
  const isRead = fence.startsWith(':') || hasConstruct(search.options.dialect, 'fencedDirectives');
  const directive = isRead
    ? /^\{([A-Za-z][\w:.-]*)(?:[ \t]([^{}]*))?\}[ \t]*([^]*)$/u.exec(info.trim())
    : null;
  const [, name = '', options = '', argument = ''] = directive ?? [];
  // Behind the name of no directive they are the attributes of code.
  const isOwn = options === '' || fence.startsWith(':') || knowsDirective(search, name);
  const said = directive && isOwn ? readInlineOptions(options) : undefined;
  if (said) return readDirective(search, { name, said, argument: argument.trim(), opening, closing });
  if (fence.startsWith(':')) return opening.end;
  if (hasConstruct(search.options.dialect, 'bookCalls') && readBookFence(search, { opening, closing, info }))
    return closing.end;
  readRawMarks(search, opening.end, closing.end);
  return closing.end;
}

/** Behind a code span, or behind the backticks where they open none. */
function skipSpan(search: Search, at: number, ticks: string): number {
  const end = search.spanEnd(ticks.length, at + ticks.length);
  if (end === undefined) return at + ticks.length;
  readRawMarks(search, at, end);
  return end + ticks.length;
}

const rawMark = /\{%-?\s*(end)?raw\s*-?%\}/gu;

/** Generators read `{% raw %}` in code as well; there it is what keeps them from reading the rest. */
function readRawMarks(search: Search, from: number, to: number): void {
  let open: { readonly start: number; readonly end: number } | undefined;
  for (const match of search.source.slice(from, to).matchAll(rawMark)) {
    const start = from + match.index;
    const end = start + match[0].length;
    if (match[1] === undefined) open ??= { start, end };
    else if (open !== undefined) {
      search.add(open.start, open.end, { type: 'edge', inCode: true });
      search.add(start, end, { type: 'edge', inCode: true });
      open = undefined;
    }
  }
}
