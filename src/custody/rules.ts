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
} as const satisfies Rules<RefusalRule>;
