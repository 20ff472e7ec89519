import type { ExitName } from './exit-codes.ts';
import type { Format, Severity } from './message.ts';

/** Something that can be found, of a post, a bag, a store or a command: one form for all of it. */
export interface Rule {
  readonly severity: Severity;
  /** What was found, in a few words. */
  readonly title: string;
  /** What it means to readers, or to those who keep a record: a sentence. */
  readonly meaning: string;
  /** The clause that asks for it, or "house rule". */
  readonly clause: string;
  /** What a person does about it: an imperative sentence. */
  readonly cure: string;
  /** Whether a finding of it is in the way of filing a record, where it is an error. */
  readonly blocksFiling: boolean;
}

/** A rule whose findings are told in a message of a post, an archived page or a record. */
export interface MessageRule extends Rule {
  /** Formats whose claims an error of this rule withholds; both where absent, none where the file itself conforms. */
  readonly withholds?: readonly Format[];
  /** An error that a person may overrule with a reason: a machine only suspects it. */
  readonly judgement?: true;
  /** Claims are withheld at whatever level the project sets: only a reason for the very place restores them. */
  readonly withholdsAtAnyLevel?: true;
  /** What an error of it ends a run with; with `post` where absent. */
  readonly exit?: ExitName;
  /** Findings that are filed all the same where a person waives them. */
  readonly waivable?: true;
}

/** A rule on bags. */
export interface BagRule extends Rule {
  readonly severity: 'error' | 'warning';
  /** RFC 8493 does not ask for it: an error of a record's bag, and a warning of any other. */
  readonly beyondRfc?: true;
}

/** A rule on stores, and on bags as their records. */
export interface StoreRule extends Rule {
  readonly severity: 'error' | 'warning';
}

/** A rule by which a command is refused. */
export interface RefusalRule extends Rule {
  readonly exit: ExitName;
}

/** Rules of a room, by their ids; an id is for ever. */
export type Rules<Kind extends Rule = MessageRule> = Readonly<Record<string, Kind>>;
