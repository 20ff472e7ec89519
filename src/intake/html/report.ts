import type { Nodes } from 'hast';
import type { IntakeRuleId } from '../rules.ts';
import type { DateOrder } from '../../document/read-date.ts';
import type { IsRepeated } from './repeated-blocks.ts';
import type { InputFacts } from '../input/input-record.ts';

/** What is known of an input besides its text. */
export interface ReadInputOptions {
  /** As the user named it, for messages. */
  readonly file: string;
  readonly dateOrder?: DateOrder | undefined;
  /** The address that a capture has for the page. */
  readonly url?: string | undefined;
  readonly captured?: InputFacts['captured'];
  /** What the site of the page repeats. */
  readonly isRepeated?: IsRepeated | undefined;
}

/** Adds a message; the node gives its place. */
export type Report = (ruleId: IntakeRuleId, reason: string, node?: Nodes) => void;
