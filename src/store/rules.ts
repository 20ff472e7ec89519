import type { RefusalRule, Rules } from '../diagnostics/rule.ts';

/** Why nothing is done with what lies in a store. */
export const storeRefusals = {
  integrity: {
    severity: 'error',
    clause: '36 CFR 1236.10',
    cure: 'Run `tagleaf records verify --all`, and restore what is damaged from a copy whose ledger head you kept.',
    exit: 'integrity',
  },
} as const satisfies Rules<RefusalRule>;
