import type { MarkupContent, MarkupHandlers, MarkupRange } from './markup.ts';

/** What is looked for besides the marks themselves. */
export interface FindOptions {
  readonly handlers: MarkupHandlers;
  /** The address of the site, where it is known. */
  readonly base: string | undefined;
  /** The offset behind the front matter. */
  readonly from: number;
}

/** What the readers of single constructs share: they add what they find and return where to go on. */
export interface Search {
  readonly source: string;
  readonly options: FindOptions;
  /** Where a later mark ends what a name opened: first offset behind `after`. */
  readonly closer: (
    name: string,
    after: number,
  ) => { readonly start: number; readonly end: number } | undefined;
  /** The first `sign` at or behind an offset. */
  readonly next: (sign: string, from: number) => number;
  readonly add: (start: number, end: number, content: MarkupContent) => void;
  readonly open: (
    name: string,
    at: { readonly start: number; readonly end: number },
    holder: MarkupRange['holder'],
  ) => void;
  /** Steps over the fence that begins at an offset: it is known to end something. */
  readonly stepOver: (offset: number) => void;
  readonly isSteppedOver: (offset: number) => boolean;
  /** Where the fence that closes one begins and ends: the end of the source where none does. */
  readonly fenceEnd: (fence: string, from: number) => { readonly start: number; readonly end: number };
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
