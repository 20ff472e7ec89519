import type { Message, Place } from './message.ts';
import { rules, type Rule, type RuleId } from './rules.ts';

/** Makes the message of one rule; severity, note and the claims it withholds come from the catalogue. */
export function reportRule(
  ruleId: RuleId,
  found: { readonly reason: string; readonly file: string; readonly place?: Place | undefined },
): Message {
  const rule: Rule = rules[ruleId];
  return {
    ruleId,
    severity: rule.severity,
    reason: found.reason,
    file: found.file,
    ...(found.place === undefined ? {} : { place: found.place }),
    note: `${rule.clause}: ${rule.cure}`,
    withholds: rule.severity === 'error' ? (rule.withholds ?? ['pdf', 'epub']) : [],
  };
}
