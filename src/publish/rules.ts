import { reporterOf, type Reporter } from '../diagnostics/report-rule.ts';
import type { Rules } from '../diagnostics/rule.ts';
import { documentRules } from '../document/rules.ts';

/** What can be found of the files that posts become. */
export const publishRules = {
  'output-collision': {
    severity: 'error',
    title: 'Two posts would become the same file',
    meaning: 'One would overwrite the other.',
    clause: 'house rule',
    cure: 'Give one of the posts another slug, or set `dates_in_names: true`; neither was written, so that none overwrites the other.',
    blocksFiling: true,
  },
} as const satisfies Rules;

/** What the reporter below can be asked for. */
export type PublishRuleId = keyof typeof publishRules | 'lang-missing';

/** Makes the message of a rule of this room. */
export const reportRule: Reporter<PublishRuleId> = reporterOf({ ...publishRules, ...documentRules });
