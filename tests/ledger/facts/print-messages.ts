import type { Message } from '../../../src/diagnostics/message.ts';

/** Messages as `file line:column severity rule reason`, one each. */
export function printMessages(messages: readonly Message[]): readonly string[] {
  return messages.map(({ file, place, severity, ruleId, reason }) => {
    const at = place ? `${place.start.line}:${place.start.column}` : '-';
    return `${file} ${at} ${severity} ${ruleId} ${reason}`;
  });
}
