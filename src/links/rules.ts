import { reporterOf, type Reporter } from '../diagnostics/report-rule.ts';
import type { Rules } from '../diagnostics/rule.ts';

/** What the check of links finds. */
export const linkRules = {
  'link-broken': {
    severity: 'warning',
    clause: 'house rule',
    cure: 'Correct the address, or link to a copy of the page in an archive.',
  },
  'link-moved': { severity: 'info', clause: 'RFC 9110 §15.4', cure: 'Link to the new address.' },
  'link-unchecked': { severity: 'info', clause: 'house rule', cure: 'Follow the link yourself.' },
} as const satisfies Rules;

/** What the reporter below can be asked for. */
export type LinkRuleId = keyof typeof linkRules;

/** Makes the message of a rule of this room. */
export const reportRule: Reporter<LinkRuleId> = reporterOf(linkRules);
