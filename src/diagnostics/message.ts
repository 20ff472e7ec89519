/** How serious a message is: an `error` withholds claims and makes the exit code 1. */
export type Severity = 'error' | 'warning' | 'info';

/** A point in a source file. `line` and `column` count from 1, `offset` from 0, all in UTF-16 units of the decoded file. */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A range in a source file; `end` is exclusive. */
export interface Place {
  readonly start: Point;
  readonly end: Point;
}

/** One of the two files that a post becomes. */
export type Format = 'pdf' | 'epub';

/**
 * Something that a person should know about one post: plain data, so that it can be cached, counted and printed as JSON.
 * The field names are those of VFileMessage.
 */
export interface Message {
  readonly ruleId: string;
  readonly severity: Severity;
  /** What was found, with the thing itself quoted. */
  readonly reason: string;
  /** The post, as the user named it. */
  readonly file: string;
  readonly place?: Place;
  /** Where else in the post the same was found, of rules that are told once with how often. */
  readonly also?: readonly Place[];
  /** The clause that asks for it and the cure. */
  readonly note: string;
  /** Formats whose claims an error of this rule withholds. */
  readonly withholds: readonly Format[];
  /** Why a person overruled the message; it is then at info level. */
  readonly suppressed?: string;
}

/** What every stage returns: its value, and what it has to say about it. */
export interface Result<T> {
  readonly value: T;
  readonly messages: readonly Message[];
}
