/** Something wrong with a bag, its place in the store, or the store. */
export interface VerifyFinding {
  /** The name of the bag, or the path of a file from the store's folder. */
  readonly where: string;
  /** The record; absent where it is about the store. */
  readonly record?: string;
  readonly severity: 'error' | 'warning';
  /** What is wrong: a sentence with its subject, without a full stop. */
  readonly reason: string;
  /** The clause that asks for it, or "house rule". */
  readonly clause: string;
}

/** What a process left half done that was killed, or is doing now: no error, but named. */
export interface UnfinishedWork {
  readonly kind: 'ledger' | 'pack' | 'disposal';
  /** The name of the bag, or the path of a file from the store's folder. */
  readonly where: string;
  /** What it is: a sentence with its subject, without a full stop. */
  readonly reason: string;
  /** What a person does about it: an imperative sentence, or that there is nothing to do. */
  readonly cure: string;
}

/** An error of the store: 36 CFR 1236.10 asks for integrity. */
export function storeError(where: string, reason: string, record?: string): VerifyFinding {
  const clause = '36 CFR 1236.10';
  return { where, severity: 'error', reason, clause, ...(record === undefined ? {} : { record }) };
}
