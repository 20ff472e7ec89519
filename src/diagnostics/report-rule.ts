import type { Message, Place } from './message.ts';
import type { MessageRule } from './rule.ts';

/** Makes the message of one rule. */
export type Reporter<RuleId extends string> = (
  ruleId: RuleId,
  found: {
    readonly reason: string;
    readonly file: string;
    readonly place?: Place | undefined;
    readonly also?: readonly Place[];
  },
) => Message;

/** What makes the messages of these rules; severity, note and the claims that are withheld come from the table. */
export function reporterOf<RuleId extends string>(
  rules: Readonly<Record<RuleId, MessageRule>>,
): Reporter<RuleId> {
  return (ruleId, { reason, file, place, also = [] }) => {
    const { severity, clause, cure, withholds = ['pdf', 'epub'] } = rules[ruleId];
    return {
      ruleId,
      severity,
      reason: wellFormed(reason),
      file: wellFormed(file),
      ...(place === undefined ? {} : { place }),
      ...(also.length === 0 ? {} : { also }),
      note: `${clause}: ${cure}`,
      withholds: severity === 'error' ? withholds : [],
    };
  };
}

/** Reasons and names quote what was found, and half a character is no text to readers of JSON (RFC 8259 §8.2). */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD');
}
