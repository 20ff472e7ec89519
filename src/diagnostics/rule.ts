import type { ExitName } from './exit-codes.ts';
import type { Format, Severity } from './message.ts';

/** What a rule is: how serious, who asks for it, and what cures it. */
export interface Rule {
  readonly severity: Severity;
  /** The clause that asks for it, or "house rule". */
  readonly clause: string;
  /** What a person does about it: an imperative sentence. */
  readonly cure: string;
}

/** A rule whose findings are told in a message of a post, an archived page or a record. */
export interface MessageRule extends Rule {
  /** Formats whose claims an error of this rule withholds; both where absent, none where the file itself conforms. */
  readonly withholds?: readonly Format[];
  /** An error that a person may overrule with a reason: a machine only suspects it. */
  readonly judgement?: boolean;
}

/** A rule by which a command is refused. */
export interface RefusalRule extends Rule {
  readonly exit: ExitName;
}

/** Rules of a room, by their ids; an id is for ever. */
export type Rules<Kind extends Rule = MessageRule> = Readonly<Record<string, Kind>>;
