import type { attention } from 'micromark-core-commonmark';

/** What micromark reads a kind of syntax by. */
export type Construct = typeof attention;

/** Reads a construct from where the parser stands. */
export type Tokenizer = Construct['tokenize'];

/** What a tokenizer knows of its surroundings. */
export type Context = ThisParameterType<Tokenizer>;

/** What becomes of the next character. */
export type State = Parameters<Tokenizer>[1];

/** The begins and ends of tokens so far, in order. */
export type Events = Context['events'];

/** A character, the end of a line, or `null` for the end of the source. */
export type Code = Parameters<State>[0];
