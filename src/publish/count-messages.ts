import type { Message, Severity } from '../diagnostics/message.ts';

/** How many messages there are of each severity. */
export function countBySeverity(messages: readonly Message[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of messages) counts[severity] += 1;
  return counts;
}
