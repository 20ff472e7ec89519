import type { RefusalRule, Rules } from '../diagnostics/rule.ts';

/** Why a disposal is not carried out, beside what the ledger refuses. */
export const custodyRefusals = {
  'approval-mismatch': {
    severity: 'error',
    title: 'The approval is not for what was asked',
    meaning: 'Only what somebody approved, for these records and under this authority, is done.',
    clause: 'house rule',
    cure: 'Make a plan with `tagleaf records dispose plan`, and have exactly that plan approved: its SHA-256, its authority and its records.',
    exit: 'approvalMismatch',
    blocksFiling: false,
  },
} as const satisfies Rules<RefusalRule>;
