import type { RefusalRule, Rules } from '../diagnostics/rule.ts';

/** Why an event may not follow in a ledger. */
export const ledgerRefusals = {
  held: {
    severity: 'error',
    clause: '36 CFR 1226.20',
    cure: 'Ask whoever placed the hold; when the matter is closed, `tagleaf records hold release`.',
    exit: 'held',
  },
  unscheduled: {
    severity: 'error',
    clause: '36 CFR 1226.10',
    cure: 'Get a schedule approved, then `tagleaf records schedule`; until then the record is kept.',
    exit: 'unscheduled',
  },
  'not-yet-eligible': {
    severity: 'error',
    clause: '36 CFR 1226.10',
    cure: 'Wait for that day; `tagleaf records due` shows how it is reckoned.',
    exit: 'notYetEligible',
  },
  permanent: {
    severity: 'error',
    clause: '36 CFR 1226.10',
    cure: 'Keep it, or hand it to the archives and file the receipt with `tagleaf records transfer`; only another approved schedule makes it temporary.',
    exit: 'permanent',
  },
  'already-disposed': {
    severity: 'error',
    clause: 'house rule',
    cure: '`tagleaf records show` tells when and under which authority it went.',
    exit: 'usage',
  },
  'disposal-unfinished': {
    severity: 'error',
    clause: 'house rule',
    cure: 'Finish it with `tagleaf records dispose execute --resume`.',
    exit: 'usage',
  },
  'record-unknown': {
    severity: 'error',
    clause: 'house rule',
    cure: '`tagleaf records list` names the records of the store.',
    exit: 'usage',
  },
  'already-filed': { severity: 'error', clause: 'house rule', cure: 'Nothing to do.', exit: 'usage' },
  'version-wrong': {
    severity: 'error',
    clause: 'house rule',
    cure: 'File a new version with `--supersedes` and the id of the record.',
    exit: 'usage',
  },
  'collection-wrong': {
    severity: 'error',
    clause: 'house rule',
    cure: 'Correct the members of the collection.',
    exit: 'usage',
  },
  'hold-wrong': {
    severity: 'error',
    clause: 'house rule',
    cure: '`tagleaf records list` names the open holds of the store.',
    exit: 'usage',
  },
  'schedule-wrong': {
    severity: 'error',
    clause: 'house rule',
    cure: 'Give the whole schedule as it was approved.',
    exit: 'usage',
  },
  'plan-wrong': {
    severity: 'error',
    clause: 'house rule',
    cure: 'Make a new plan with `tagleaf records dispose plan`.',
    exit: 'usage',
  },
} as const satisfies Rules<RefusalRule>;

/** A reason that the ledger itself gives. */
export type LedgerRefusalId = keyof typeof ledgerRefusals;
