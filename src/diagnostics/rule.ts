import type { Format, Severity } from './message.ts';

/** What a rule is: how serious, who asks for it, and what cures it. */
export interface Rule {
  readonly severity: Severity;
  /** The clause that asks for it, or "house rule". */
  readonly clause: string;
  /** What the author does about it: an imperative sentence. */
  readonly cure: string;
  /** Formats whose claims an error of this rule withholds; both where absent, none where the file itself conforms. */
  readonly withholds?: readonly Format[];
  /** An error that a person may overrule with a reason: a machine only suspects it. */
  readonly judgement?: boolean;
}

/** The rules of a room, by their ids; an id is for ever. */
export type Rules = Readonly<Record<string, Rule>>;
