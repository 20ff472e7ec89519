import type { RefusalRule, Rules } from '../diagnostics/rule.ts';

/** Why nothing is done with what lies in a store. */
export const storeRefusals = {
  integrity: {
    severity: 'error',
    title: 'Something is not what was filed',
    meaning: 'On the word of a store that is damaged nothing is changed or deleted.',
    clause: '36 CFR 1236.10',
    cure: 'Run `tagleaf records verify --all`, and restore what is damaged from a copy whose ledger head you kept.',
    exit: 'integrity',
    blocksFiling: true,
  },
} as const satisfies Rules<RefusalRule>;
