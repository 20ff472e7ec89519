import type { Dialect } from '../../document/dialect.ts';
import type { NamedWords } from './named-words.ts';
import type { SpanEnds } from './span-ends.ts';
import type { MarkupContent, MarkupHandlers, MarkupRange } from './markup.ts';

/** What is looked for besides the marks themselves. */
export interface FindOptions {
  readonly dialect: Dialect;
  readonly handlers: MarkupHandlers;
  /** The address of the site, where it is known. */
  readonly base: string | undefined;
  /** What the front matter says, by its keys. */
  readonly params: Readonly<Record<string, string>>;
  /** Words that the front matter gives names to. */
  readonly substitutions?: Readonly<Record<string, string>>;
  /** The words of a file that a tag includes, with its arguments put in; `undefined` where there is none. */
  readonly include?: (
    tag: string,
    file: string,
    named: Readonly<Record<string, string>>,
  ) => string | undefined;
  /** The words that the project has for a name. */
  readonly variable?: (name: string, call: 'var' | 'param') => string | undefined;
  /** The offset behind the front matter. */
  readonly from: number;
}

/** What the readers of single constructs share: they add what they find and return where to go on. */
export interface Search {
  readonly source: string;
  readonly options: FindOptions;
  readonly named: NamedWords;
  /** Where a later mark ends what a name opened: first offset behind `after`. */
  readonly closer: (
    name: string,
    after: number,
  ) => { readonly start: number; readonly end: number } | undefined;
  /** Whether a word in attributes names a list of them, or what kramdown knows. */
  readonly isList: (name: string) => boolean;
  /** What stands between paragraphs. */
  readonly emptyLine: string;
  /** Up to an offset a sign opens nothing. */
  readonly giveUp: (sign: string, end: number) => void;
  readonly isGivenUp: (sign: string, offset: number) => boolean;
  /** The first `sign` at or behind an offset. */
  readonly next: (sign: string, from: number) => number;
  readonly add: (start: number, end: number, content: MarkupContent) => void;
  /** Opens what ends later; of a stranger only the words within mean something. */
  readonly open: (
    name: string,
    at: { readonly start: number; readonly end: number },
    holder: MarkupRange['holder'] | { readonly type: 'stranger'; readonly label: string },
  ) => void;
  /** Blocks between two marks that are both known at once. */
  readonly hold: (range: MarkupRange) => void;
  /** Steps over the fence that begins at an offset: it is known to end something. */
  readonly stepOver: (offset: number) => void;
  readonly isSteppedOver: (offset: number) => boolean;
  /** Where the fence that closes one begins and ends: the end of the source where none does. */
  readonly fenceEnd: (fence: string, from: number) => { readonly start: number; readonly end: number };
  /** Where the run of so many backticks begins that closes a code span in the same paragraph. */
  readonly spanEnd: SpanEnds;
  /** Whether something of the name was open. */
  readonly close: (name: string, at: { readonly start: number; readonly end: number }) => boolean;
}

/** So long a line says something before its end. */
const longest = 1000;

/** What stands on the line before an offset, at most the last thousand units. */
export function beginOfLine(source: string, offset: number): string {
  const before = source.slice(Math.max(0, offset - longest), offset);
  return before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
}

/** Whether nothing else stands on the lines of a stretch but the marks of quotes. */
export function isAlone(source: string, start: number, end: number): boolean {
  if (!/^[ \t>]*$/u.test(beginOfLine(source, start))) return false;
  return /^[ \t]*(?:[\r\n]|$)/u.test(source.slice(end, end + 200));
}
