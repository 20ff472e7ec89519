/** Why a command did not do what it was asked; each has an exit code of its own. */
export type RefusalKind =
  'held' | 'unscheduled' | 'not-yet-eligible' | 'permanent' | 'approval-mismatch' | 'integrity';

/** One reason for not doing what was asked. */
export interface Refusal {
  readonly kind: RefusalKind;
  /** The record it is about; absent where it is about the store or the approval. */
  readonly record?: string;
  /** What was refused and why: a sentence. */
  readonly reason: string;
  /** The clause that asks for it, or "house rule". */
  readonly rule: string;
  /** What a person does about it: an imperative sentence. */
  readonly cure: string;
}

/** The store is not what its ledger says, so nothing was changed. Exit code 15. */
export class IntegrityError extends Error {
  override readonly name = 'IntegrityError';
  readonly refusals: readonly Refusal[];
  constructor(refusals: readonly Refusal[]) {
    super(refusals.map(formatRefusal).join('\n'));
    this.refusals = refusals;
  }
}

/** A refusal as one sentence with its rule and its cure. */
export function formatRefusal({ reason, rule, cure }: Refusal): string {
  return `${reason} (${rule}). ${cure}`;
}
