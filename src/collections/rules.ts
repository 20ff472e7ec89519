import { reporterOf, type Reporter } from '../diagnostics/report-rule.ts';
import { documentRules } from '../document/rules.ts';

/** What the reporter below can be asked for. */
export type CollectionRuleId = 'link-target-missing' | 'link-address-unknown';

/** Makes the message of a rule of this room. */
export const reportRule: Reporter<CollectionRuleId> = reporterOf(documentRules);
