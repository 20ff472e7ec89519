import { countUpTo } from '../../lists/count-up-to.ts';
import { fenceEnds, type FenceEnds } from './fence-ends.ts';
import type { Markup, MarkupContent, MarkupRange } from './markup.ts';
import { createNamedWords } from './named-words.ts';
import { createOpenStack } from './open-stack.ts';
import { closersOf } from './read-tag.ts';
import { type SpanEnds, spanEnds } from './span-ends.ts';
import { type FindOptions, isAlone, type Search } from './search.ts';

/** A mark that holds blocks and waits for its end. */
interface OpenMark {
  readonly name: string;
  readonly index: number;
  readonly holder: Parameters<Search['open']>[2];
}

/** What the readers of marks share while a post is searched: they fill the two lists. */
export function createSearch(
  source: string,
  options: FindOptions,
  { markup, ranges }: { readonly markup: Markup[]; readonly ranges: MarkupRange[] },
): Search {
  const closers = closersOf(source);
  const hopeless = new Map<string, number>();
  let lists: ReadonlySet<string> | undefined;
  const steps = new Set<number>();
  let fences: FenceEnds | undefined;
  let spans: SpanEnds | undefined;
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
    spanEnd: (length, from) => (spans ??= spanEnds(source))(length, from),
    isSteppedOver: (offset) => steps.has(offset),
    closer: (name, after) => firstBehind(closers.get(name) ?? [], after),
    next: nextOf(source),
    ...createMarks(source, add, { markup, ranges }),
  };
}

/** Where a sign stands next, looked for once however often it is asked. */
function nextOf(source: string): Search['next'] {
  const known = new Map<string, number>();
  return (sign, from) => {
    const before = known.get(sign) ?? -1;
    if (before >= from || before === Infinity) return before;
    const found = source.indexOf(sign, from);
    known.set(sign, found < 0 ? Infinity : found);
    return found < 0 ? Infinity : found;
  };
}

/** Opens and closes what holds blocks. */
function createMarks(
  source: string,
  add: Search['add'],
  { markup, ranges }: { readonly markup: Markup[]; readonly ranges: MarkupRange[] },
): Pick<Search, 'open' | 'close'> {
  const opened = createOpenStack<OpenMark>();
  return {
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
      const last = lastWordEnd(source, { from: first.end, to: start }, { markup, ranges });
      add(start, end, content);
      if (holder.type !== 'stranger')
        ranges.push({ start: first.start, end, ...(last !== undefined && { last }), holder });
      return true;
    },
  };
}

/** Where the last word between two marks ends; a mark that is read as an empty line holds none, nor does the end of another range. */
function lastWordEnd(
  source: string,
  { from, to }: { readonly from: number; readonly to: number },
  { markup, ranges }: { readonly markup: readonly Markup[]; readonly ranges: readonly MarkupRange[] },
): number | undefined {
  const endBefore = (offset: number): number => from + source.slice(from, offset).trimEnd().length;
  const end = endBefore(to);
  const [mark, range] = [markup.at(-1), ranges.at(-1)];
  const isBlank = mark !== undefined && mark.blank && mark.start >= from && mark.end === end;
  const last = isBlank ? ((range?.end === end ? range.last : undefined) ?? endBefore(mark.start)) : end;
  return last > from ? last : undefined;
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
