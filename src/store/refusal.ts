import { exitCodeOfRefusal, type Refusal as LedgerRefusal, type RefusalKind } from '../ledger/refusal.ts';

/** Why a command did not do what it was asked: what the ledger refuses, or the approval, or what lies on the disk. */
export type RefusedKind = RefusalKind | 'approval-mismatch' | 'integrity';

/** One reason for not doing what was asked. */
export interface Refusal {
  readonly refused: RefusedKind;
  /** What was refused and why, with the record named: a sentence without its full stop. */
  readonly why: string;
}

/** A command was refused. Nothing was changed by what was refused. Exit codes 10 to 15, else 2. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly refusals: readonly Refusal[];
  constructor(refusals: readonly Refusal[]) {
    super(refusals.map(formatRefusal).join('\n'));
    this.refusals = refusals;
  }
}

/** The exit code of refusals: the lowest of 10 held, 11 unscheduled, 12 not yet eligible, 13 permanent, 14 approval does not match, 15 integrity failure; else 2. */
export function exitCodeOfRefusals(refusals: readonly Refusal[]): number {
  const codes = refusals.map(exitCodeOf).filter((code) => code >= 10);
  return codes.length === 0 ? 2 : Math.min(...codes);
}

function exitCodeOf({ refused, why }: Refusal): number {
  if (refused === 'approval-mismatch') return 14;
  return refused === 'integrity' ? 15 : exitCodeOfRefusal({ refused, why });
}

/** Who asks for it, and what a person does about it. */
const explanations: Readonly<Record<RefusedKind, readonly [rule: string, cure: string]>> = {
  held: [
    '36 CFR 1226.20',
    'Ask whoever placed the hold; when the matter is closed, `tagleaf records hold release`.',
  ],
  unscheduled: [
    '36 CFR 1226.10',
    'Get a schedule approved, then `tagleaf records schedule`; until then the record is kept.',
  ],
  'not-yet-eligible': [
    '36 CFR 1226.10',
    'Wait for that day; `tagleaf records due` shows how it is reckoned.',
  ],
  permanent: [
    '36 CFR 1226.10',
    'Keep it, or hand it to the archives and file the receipt with `tagleaf records transfer`; only another approved schedule makes it temporary.',
  ],
  'approval-mismatch': [
    'house rule',
    'Make a plan with `tagleaf records dispose plan`, and have exactly that plan approved: its SHA-256, its authority and its records.',
  ],
  integrity: [
    '36 CFR 1236.10',
    'Run `tagleaf records verify --all`, and restore what is damaged from a copy whose ledger head you kept.',
  ],
  'already-disposed': ['house rule', '`tagleaf records show` tells when and under which authority it went.'],
  'disposal-unfinished': ['house rule', 'Finish it with `tagleaf records dispose execute --resume`.'],
  'record-unknown': ['house rule', '`tagleaf records list` names the records of the store.'],
  'already-filed': ['house rule', 'Nothing to do.'],
  'version-wrong': ['house rule', 'File a new version with `--supersedes` and the id of the record.'],
  'collection-wrong': ['house rule', 'Correct the members of the collection.'],
  'hold-wrong': ['house rule', '`tagleaf records list` names the open holds of the store.'],
  'schedule-wrong': ['house rule', 'Give the whole schedule as it was approved.'],
  'plan-wrong': ['house rule', 'Make a new plan with `tagleaf records dispose plan`.'],
};

/** A refusal for a person: what, why, by which rule, and what to do. */
export function formatRefusal({ refused, why }: Refusal): string {
  const [rule, cure] = explanations[refused];
  return `${why} (${refused}; ${rule}). ${cure}`;
}

/** The rule and the cure of a refusal, for machines. */
export function explainRefusal({ refused, why }: Refusal): {
  readonly refused: RefusedKind;
  readonly why: string;
  readonly rule: string;
  readonly cure: string;
} {
  const [rule, cure] = explanations[refused];
  return { refused, why, rule, cure };
}

/** Ends a command that may not be carried out; says nothing where there is no refusal. */
export function refuseAll(refusals: readonly (Refusal | LedgerRefusal)[]): void {
  if (refusals.length > 0) throw new RefusedError(refusals);
}
