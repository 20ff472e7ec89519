import { compareCodePoints } from '../files/compare-code-points.ts';
import type { Message, Severity } from '../diagnostics/message.ts';

/** How many messages there are of each severity. */
export function countBySeverity(messages: readonly Message[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of messages) counts[severity] += 1;
  return counts;
}

/** How many messages there are of each rule, by the ids in order. */
export function countByRule(messages: readonly Message[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { ruleId } of messages) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  return Object.fromEntries([...counts].toSorted(([one], [other]) => compareCodePoints(one, other)));
}
