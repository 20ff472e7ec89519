import type { attention } from 'micromark-core-commonmark';

/** A construct of micromark; the package of its types is none of ours. */
export type Syntax = typeof attention;

/** What reads a construct, one code at a time. */
export type Tokenizer = Syntax['tokenize'];

/** What a construct asks of the parser while it reads. */
export type Effects = Parameters<Tokenizer>[0];

/** What a construct knows of the parser. */
export type ParserContext = ThisParameterType<Tokenizer>;

/** What takes the next code. */
export type State = Parameters<Tokenizer>[1];

/** A character, a line end (negative), a tab or a part of it (negative), or the end (`null`). */
export type Code = Parameters<State>[0];

/** The name of a token. */
export type TokenName = Parameters<Effects['enter']>[0];

/** Whether a line, or all, ends here. */
export function isLineEnd(code: Code): boolean {
  return code === null || code < -2;
}

/** What puts events of the parser right once a construct was read. */
export type Resolver = NonNullable<Syntax['resolveAll']>;

/** The begins and ends of tokens so far, in order. */
export type Events = Parameters<Resolver>[0];

/** A stretch that the parser has named. */
export type Token = Events[number][1];
