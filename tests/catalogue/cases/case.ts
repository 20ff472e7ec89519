import type { Message } from '../../../src/diagnostics/message.ts';

/** What is told of an input: `id reason`, one each. */
export type Told = () => readonly string[] | Promise<readonly string[]>;

/** An input that fires a rule, and one that differs from it by little and does not. */
export interface Case {
  readonly bad: Told;
  readonly good: Told;
}

/** Cases by the ids of their rules. */
export type Cases = Readonly<Record<string, Case>>;

/** Messages as they are compared. */
export function tell(messages: readonly Message[]): readonly string[] {
  return messages.map(({ ruleId, reason }) => `${ruleId} ${reason}`);
}
