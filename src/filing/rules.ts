import { reporterOf, type Reporter } from '../diagnostics/report-rule.ts';
import type { Rules } from '../diagnostics/rule.ts';
import { factRules } from '../ledger/facts/rules.ts';

/** What can be found before a record is filed. */
export const filingRules = {
  'record-capture-altered': {
    severity: 'error',
    clause: '36 CFR 1236.10, house rule',
    cure: 'Put the file back that the post was made from, or correct `source.sha256`.',
    withholds: [],
  },
  'record-capture-missing': {
    severity: 'info',
    clause: 'house rule',
    cure: 'Put the capture beside the post, if there is one: it is filed with it.',
  },
  'record-path-unfit': {
    severity: 'error',
    clause: 'RFC 8493 §2.1.3',
    cure: 'Give the file or folder another name: programs would not find it in the bag.',
    withholds: [],
  },
  'record-version-unnamed': {
    severity: 'error',
    clause: '36 CFR 1236.12, house rule',
    cure: 'File it as another version with `--supersedes` and the id of the record.',
    withholds: [],
  },
  'record-not-pdfa': {
    severity: 'error',
    clause: '36 CFR 1236.48, house rule',
    cure: 'Cure the errors of the post: the copy of record must be PDF/A-2a.',
    withholds: [],
  },
  'personal-ssn': {
    severity: 'error',
    clause: '5 USC 552a, house rule',
    cure: 'Remove the number, or waive the finding under `waivers:` with `match_sha256` and a reason.',
    withholds: [],
  },
  'personal-email': {
    severity: 'warning',
    clause: '5 USC 552a, house rule',
    cure: 'Remove the address if it is a private one; else nothing, or waive the finding under `waivers:`.',
  },
  'personal-telephone': {
    severity: 'warning',
    clause: '5 USC 552a, house rule',
    cure: 'Remove the number if it is a private one; else nothing, or waive the finding under `waivers:`.',
  },
  'image-gps': {
    severity: 'error',
    clause: '5 USC 552a, house rule',
    cure: 'Remove the position from the picture, or waive the finding under `waivers:` with `match_sha256` and a reason.',
    withholds: [],
  },
  'file-name-unsafe': {
    severity: 'error',
    clause: 'NARA Bulletin 2015-04 appendix B',
    cure: 'Name the file and its folders with a-z, 0-9, - and _ alone and one period at most, or waive the finding under `waivers:`.',
    withholds: [],
  },
  'file-path-too-long': {
    severity: 'error',
    clause: 'NARA Bulletin 2015-04 appendix B',
    cure: 'Shorten the names of the file and its folders, or the id of the record.',
    withholds: [],
  },
  'file-path-clash': {
    severity: 'error',
    clause: 'RFC 8493 §6.1',
    cure: 'Give one of the two another name, not only other capitals.',
    withholds: [],
  },
  'waiver-unused': {
    severity: 'warning',
    clause: 'house rule',
    cure: 'Remove the waiver, or correct its rule and its digest.',
  },
} as const satisfies Rules;

/** What the reporter below can be asked for. */
export type FilingRuleId = keyof typeof filingRules | 'record-id-missing';

/** Makes the message of a rule of this room. */
export const reportRule: Reporter<FilingRuleId> = reporterOf({ ...filingRules, ...factRules });
