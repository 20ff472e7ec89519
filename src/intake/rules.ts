import { reporterOf, type Reporter } from '../diagnostics/report-rule.ts';
import type { Rules } from '../diagnostics/rule.ts';
import { documentRules } from '../document/rules.ts';

/** What intake finds in archived pages. */
export const intakeRules = {
  'intake-no-body': {
    severity: 'error',
    clause: 'house rule',
    cure: 'Nothing to do if the page is empty; else give the part that holds its text.',
  },
  'intake-encoding': {
    severity: 'error',
    clause: 'Encoding Standard §4.2',
    cure: 'Name the encoding with --encoding, for instance windows-1252.',
  },
  'intake-input-invalid': {
    severity: 'error',
    clause: 'ISO 28500',
    cure: 'Capture the page again, one page a file.',
  },
  'intake-mojibake': {
    severity: 'warning',
    clause: 'house rule',
    cure: 'Correct the characters in the post; they were taken over as they are.',
  },
  'intake-repaired': { severity: 'info', clause: 'house rule', cure: 'Compare the place with the original.' },
  'intake-left-out': {
    severity: 'info',
    clause: 'house rule',
    cure: 'Add it to the post if it is part of the record.',
  },
  'intake-fact-missing': {
    severity: 'warning',
    clause: 'house rule',
    cure: 'Add the fact to the front matter, if you know it.',
  },
  'intake-url-missing': {
    severity: 'info',
    clause: 'house rule',
    cure: 'Add `source: {url: …}` to the front matter, if you know the address.',
  },
  'intake-fact-absent': {
    severity: 'info',
    clause: 'house rule',
    cure: 'Nothing to do if the original does not say it; else add it to the front matter.',
  },
  'intake-disagreement': {
    severity: 'warning',
    clause: 'house rule',
    cure: 'Check which of them is right; the first was taken.',
  },
  'intake-suspect': {
    severity: 'info',
    clause: 'house rule',
    cure: 'Decide it in the post; nothing was changed on a guess.',
  },
} as const satisfies Rules;

/** What the reporter below can be asked for. */
export type IntakeRuleId = keyof typeof intakeRules | 'file-too-large' | 'date-ambiguous';

/** Makes the message of a rule of this room. */
export const reportRule: Reporter<IntakeRuleId> = reporterOf({ ...intakeRules, ...documentRules });
