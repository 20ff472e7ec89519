import { reporterOf, type Reporter } from '../diagnostics/report-rule.ts';
import type { Rules } from '../diagnostics/rule.ts';

/** What the check of links finds, when the files are made already: it speaks against none of them. */
export const linkRules = {
  'link-broken': {
    severity: 'warning',
    title: 'A link fails',
    meaning: 'Readers who follow it get an error, or another page than was meant.',
    clause: 'house rule',
    cure: 'Correct the address, or link to a copy of the page in an archive.',
    blocksFiling: false,
    withholds: [],
  },
  'link-moved': {
    severity: 'info',
    title: 'The target of a link has moved for good',
    meaning: 'The old address may stop to lead there.',
    clause: 'RFC 9110 §15.4',
    cure: 'Link to the new address.',
    blocksFiling: false,
    withholds: [],
  },
  'link-unchecked': {
    severity: 'info',
    title: 'A link was not checked',
    meaning: 'Nothing is known of its target: it was not asked, or did not answer a program.',
    clause: 'house rule',
    cure: 'Follow the link yourself.',
    blocksFiling: false,
    withholds: [],
  },
} as const satisfies Rules;

/** What the reporter below can be asked for. */
export type LinkRuleId = keyof typeof linkRules;

/** Makes the message of a rule of this room. */
export const reportRule: Reporter<LinkRuleId> = reporterOf(linkRules);
