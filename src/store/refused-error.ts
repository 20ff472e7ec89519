import { formatRefusal, type Refusal } from '../ledger/refusal.ts';

/** A command was refused. Nothing was changed by what was refused. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly refusals: readonly Refusal[];
  constructor(refusals: readonly Refusal[]) {
    super(refusals.map(formatRefusal).join('\n'));
    this.refusals = refusals;
  }
}

/** Ends a command that may not be carried out; says nothing where there is no refusal. */
export function refuseAll(refusals: readonly Refusal[]): void {
  if (refusals.length > 0) throw new RefusedError(refusals);
}
