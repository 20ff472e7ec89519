import { reporterOf, type Reporter } from '../../diagnostics/report-rule.ts';
import type { Rules } from '../../diagnostics/rule.ts';
import { documentRules } from '../../document/rules.ts';

/** What can be found of the facts that are filed with a record. */
export const factRules = {
  'record-id-missing': {
    severity: 'error',
    title: 'The record has no id',
    meaning: 'Versions, holds and disposals are entered under the id for as long as the record is kept.',
    clause: '36 CFR 1236.20(b)(1)',
    cure: 'Give the post an id of its own with `record: {id: …}`; none is ever assigned.',
    withholds: [],
    blocksFiling: true,
  },
  'record-fact-invalid': {
    severity: 'error',
    title: 'A fact of the record is wrong',
    meaning: 'It would be filed as if it were right, and what is filed never changes.',
    clause: 'house rule',
    cure: 'Correct the value, or take the key out; nothing is guessed in its place.',
    withholds: [],
    blocksFiling: true,
  },
  'record-unknown-key': {
    severity: 'error',
    title: 'A key of the record is not known',
    meaning: 'Who wrote it believes that what it says was filed.',
    clause: 'house rule',
    cure: 'Correct the name of the key; what it was to say would be lost.',
    withholds: [],
    blocksFiling: true,
  },
  'retention-incomplete': {
    severity: 'error',
    title: 'A schedule has gaps',
    meaning: 'Nobody could reckon from it when the record may go.',
    clause: '36 CFR 1226.10, house rule',
    cure: 'Complete the schedule as it was approved, or leave it all out: the record is then unscheduled and is kept.',
    withholds: [],
    blocksFiling: true,
  },
  'series-file-invalid': {
    severity: 'error',
    title: 'The file of a series cannot be read',
    meaning: 'Its posts would be filed without the facts that they are to inherit.',
    clause: 'YAML 1.2',
    cure: 'Correct the file; nothing was inherited from it.',
    withholds: [],
    blocksFiling: true,
  },
} as const satisfies Rules;

/** What the reporter below can be asked for. */
export type FactRuleId = keyof typeof factRules | 'record-holds-in-post';

/** Makes the message of a rule of this room. */
export const reportRule: Reporter<FactRuleId> = reporterOf({ ...factRules, ...documentRules });
