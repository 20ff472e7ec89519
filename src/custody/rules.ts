import type { RefusalRule, Rules } from '../diagnostics/rule.ts';

/** Why a disposal is not carried out, beside what the ledger refuses. */
export const custodyRefusals = {
  'approval-mismatch': {
    severity: 'error',
    title: 'The approval is not for what was asked',
    meaning: 'Only what somebody approved, for these records and under this authority, is done.',
    clause: 'house rule',
    cure: 'Have exactly approved what is asked: of a disposal the plan that `tagleaf records dispose plan` makes (its SHA-256, authority and records), of a schedule its authority and the record.',
    exit: 'approvalMismatch',
    blocksFiling: false,
  },
  'receipt-mismatch': {
    severity: 'error',
    title: 'The receipt is not for the package',
    meaning: 'Only what the archives say that they have, digest by digest, counts as transferred.',
    clause: '36 CFR 1235.22',
    cure: 'Have the form filled in that lies in the package (`receipt.yaml`), with every bag and its digest as they stand there.',
    exit: 'approvalMismatch',
    blocksFiling: false,
  },
} as const satisfies Rules<RefusalRule>;
