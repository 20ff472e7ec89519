import { reporterOf, type Reporter } from '../../diagnostics/report-rule.ts';
import type { Rules } from '../../diagnostics/rule.ts';
import { documentRules } from '../../document/rules.ts';

/** What can be found of the facts that are filed with a record. */
export const factRules = {
  'record-id-missing': {
    severity: 'error',
    clause: '36 CFR 1236.20(b)(1)',
    cure: 'Give the post an id of its own with `record: {id: …}`; none is ever assigned.',
    withholds: [],
  },
  'record-fact-invalid': {
    severity: 'error',
    clause: 'house rule',
    cure: 'Correct the value, or take the key out; nothing is guessed in its place.',
    withholds: [],
  },
  'record-unknown-key': {
    severity: 'error',
    clause: 'house rule',
    cure: 'Correct the name of the key; what it was to say would be lost.',
    withholds: [],
  },
  'retention-incomplete': {
    severity: 'error',
    clause: '36 CFR 1226.10, house rule',
    cure: 'Complete the schedule as it was approved, or leave it all out: the record is then unscheduled and is kept.',
    withholds: [],
  },
  'series-file-invalid': {
    severity: 'error',
    clause: 'YAML 1.2',
    cure: 'Correct the file; nothing was inherited from it.',
    withholds: [],
  },
} as const satisfies Rules;

/** What the reporter below can be asked for. */
export type FactRuleId = keyof typeof factRules | 'record-holds-in-post';

/** Makes the message of a rule of this room. */
export const reportRule: Reporter<FactRuleId> = reporterOf({ ...factRules, ...documentRules });
