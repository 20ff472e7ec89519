import { countUpTo } from '../../lists/count-up-to.ts';
import { smallest } from '../../lists/extremes.ts';
import { hasConstruct } from '../dialects/dialect.ts';
import { type ElementReader, findElements } from './find-elements.ts';
import type { FoundMarkup, Markup, MarkupContent, MarkupRange } from './markup.ts';
import { createOpenStack } from './open-stack.ts';
import { beginOfLine, type FindOptions, type Search } from './search.ts';
import { createNamedWords } from './named-words.ts';
import { fenceEnds, type FenceEnds } from './fence-ends.ts';
import { readBraces } from './read-braces.ts';
import { resolveAttributes } from './resolve-attributes.ts';
import { readDirective } from './read-directive.ts';
import { readLine } from './read-line-markup.ts';
import { readMath } from './read-math.ts';
import { closersOf, readTag } from './read-tag.ts';

/** A mark that holds blocks and waits for its end. */
interface OpenMark {
  readonly name: string;
  readonly index: number;
  readonly holder: Parameters<Search['open']>[2];
}

const mayHold = /^[ \t>]*(?:%|\+{3,})|\{[%{:.#]|\{[A-Za-z][\w:.+-]*[}=]|\smarkdown=|\)=[ \t]*$|\$|\\[([]/mu;

// A comment or the end of a block on a line of its own, a label on a line of its own (one letter is rather a sum), a fence, an escape, a run of backticks, or a brace that opens markup.
const signs =
  /^[ \t>]*(%|\+{3,}(?=[ \t\r\n]|$))([^\r\n]*)|^(?: {0,3}>)* {0,3}\(([\p{L}\p{M}\p{N}|@*./_+:-]{2,100})\)=(?=[ \t]*$)|^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`\r\n]*$)|~{3,}|:{3,})([^\r\n]*)|\\[!-/:-@[-`{-~]|\$+|`+|\{(?:[%{:.#]|(?=[A-Za-z][\w:.+-]*(?:\}`|=)))|<(?=[A-Za-z/])/gmu;

/** The markup of generators in a post; code is left alone but for the marks of `{% raw %}`. */
export function findMarkup(source: string, options: FindOptions): FoundMarkup {
  if (!mayHold.test(source)) return { markup: [], ranges: [] };
  const markup: Markup[] = [];
  const ranges: MarkupRange[] = [];
  const search = createSearch(source, options, { markup, ranges });
  const elements = findElements(source);
  signs.lastIndex = options.from;
  const skip = skipProse(search, elements);
  for (skip(); ; skip()) {
    const match = signs.exec(source);
    if (match === null) break;
    const [found, line, rest = '', label, fence, info] = match;
    const at = match.index;
    if (line !== undefined) {
      readLine(search, { at: at + found.indexOf(line), line, rest });
    } else if (label !== undefined) {
      search.add(at + found.indexOf('('), at + found.length, { type: 'label', name: label });
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
function skipProse({ source, next, emptyLine }: Search, elements: ElementReader): () => void {
  let target = -1;
  let line = -1;
  return () => {
    const from = signs.lastIndex;
    if (from <= target || elements.isInside()) return;
    target = Math.min(source.length, smallest(targets.map((sign) => next(sign, from))));
    for (let later = next(emptyLine, from); later <= target; later = next(emptyLine, later + 1)) line = later;
    signs.lastIndex = Math.max(from, line);
  };
}

function createSearch(
  source: string,
  options: FindOptions,
  { markup, ranges }: { readonly markup: Markup[]; readonly ranges: MarkupRange[] },
): Search {
  const opened = createOpenStack<OpenMark>();
  const closers = closersOf(source);
  const known = new Map<string, number>();
  const hopeless = new Map<string, number>();
  let lists: ReadonlySet<string> | undefined;
  const steps = new Set<number>();
  let fences: FenceEnds | undefined;
  const add = (start: number, end: number, content: MarkupContent): void => {
    const written = source.slice(start, end);
    const mayBeBlank = ['edge', 'attributes', 'label', 'left'].includes(content.type) || isNothing(content);
    const blank = mayBeBlank && start < end && isAlone(source, start, end);
    markup.push({ start, end, written, content, blank });
  };
  return {
    source,
    options,
    named: createNamedWords(options.substitutions),
    add,
    emptyLine: source.includes('\r') ? '\n\r\n' : '\n\n',
    hold: (range) => void ranges.push(range),
    giveUp: (sign, end) => void hopeless.set(sign, end),
    isGivenUp: (sign, offset) => offset < (hopeless.get(sign) ?? 0),
    isList: (name) => (lists ??= listsOf(source)).has(name),
    stepOver: (offset) => void steps.add(offset),
    fenceEnd: (fence, from) => (fences ??= fenceEnds(source))(fence, from),
    isSteppedOver: (offset) => steps.has(offset),
    closer: (name, after) => firstBehind(closers.get(name) ?? [], after),
    next: (sign, from) => {
      const before = known.get(sign) ?? -1;
      if (before >= from || before === Infinity) return before;
      const found = source.indexOf(sign, from);
      known.set(sign, found < 0 ? Infinity : found);
      return found < 0 ? Infinity : found;
    },
    open: (name, { start, end }, holder) => {
      const label = source.slice(start, end).slice(0, 60);
      add(
        start,
        end,
        holder.type === 'element' ? { type: 'html' } : { type: 'unknown', label, counts: true },
      );
      opened.open({ name, index: markup.length - 1, holder });
    },
    close: (name, { start, end }) => {
      const mark = opened.close(name);
      const first = mark && markup[mark.index];
      if (mark === undefined || first === undefined) return false;
      // Only now it is known that it has an end: it is no longer a stranger.
      const content: MarkupContent = { type: 'edge', inCode: false };
      const { holder } = mark;
      const told: MarkupContent =
        holder.type === 'stranger' ? { ...content, unknown: holder.label } : content;
      markup[mark.index] = { ...first, content: told, blank: isAlone(source, first.start, first.end) };
      add(start, end, content);
      if (holder.type !== 'stranger') ranges.push({ start: first.start, end, holder });
      return true;
    },
  };
}

/** The names of attribute lists, `{:name: .class}`, and the words that mean something to kramdown. */
function listsOf(source: string): ReadonlySet<string> {
  const defined = source.matchAll(/\{:([\w-]+):(?=\s)/gu);
  return new Set(['toc', 'no_toc', ...[...defined].map(([, name = '']) => name)]);
}

/** The first stretch that begins at or behind an offset. */
function firstBehind<T extends { readonly start: number }>(
  stretches: readonly T[],
  offset: number,
): T | undefined {
  return stretches[countUpTo(stretches, offset - 1, ({ start }) => start)];
}

function isNothing(content: MarkupContent): boolean {
  return content.type === 'meaning' && content.meaning.type === 'nothing';
}

/** Whether nothing else stands on the lines of a stretch but the marks of quotes. */
function isAlone(source: string, start: number, end: number): boolean {
  if (!/^[ \t>]*$/u.test(beginOfLine(source, start))) return false;
  return /^[ \t]*(?:[\r\n]|$)/u.test(source.slice(end, end + 200));
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
  const directive = isRead && /^\{([A-Za-z][\w:.-]*)\}[ \t]*([^]*)$/u.exec(info.trim());
  if (directive) {
    const [, name = '', argument = ''] = directive;
    return readDirective(search, { name, argument: argument.trim(), opening, closing });
  }
  if (fence.startsWith(':')) return opening.end;
  readRawMarks(search, opening.end, closing.end);
  return closing.end;
}

/** Behind a code span, or behind the backticks where they open none. */
function skipSpan(search: Search, at: number, ticks: string): number {
  const inside = /`+|(?:\r\n?|\n)[ \t]*(?=[\r\n])/gu;
  inside.lastIndex = at + ticks.length;
  for (let match = inside.exec(search.source); match !== null; match = inside.exec(search.source)) {
    if (!match[0].startsWith('`')) break;
    if (match[0].length !== ticks.length) continue;
    readRawMarks(search, at, match.index);
    return match.index + match[0].length;
  }
  return at + ticks.length;
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
