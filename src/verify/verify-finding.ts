import type { BagRuleId } from '../bag/rules.ts';
import { verifyRules, type VerifyRuleId } from './rules.ts';

/** Something wrong with a bag, its place in the store, or the store. */
export interface VerifyFinding {
  readonly id: VerifyRuleId | BagRuleId;
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
  readonly kind: 'ledger' | 'pack' | 'disposal' | 'evidence';
  /** The name of the bag, or the path of a file from the store's folder. */
  readonly where: string;
  /** What it is: a sentence with its subject, without a full stop. */
  readonly reason: string;
  /** What a person does about it: an imperative sentence, or that there is nothing to do. */
  readonly cure: string;
}

/** What was found of the folders of a store, without reading a bag. */
export interface StoreInspection {
  readonly findings: readonly VerifyFinding[];
  readonly unfinished: readonly UnfinishedWork[];
}

/** A finding of the store itself, or of a bag as one of its records. */
export function storeFinding(
  id: VerifyRuleId,
  {
    where,
    reason,
    record,
  }: Pick<VerifyFinding, 'where' | 'reason'> & { readonly record?: string | undefined },
): VerifyFinding {
  const { severity, clause } = verifyRules[id];
  return { id, where, severity, reason, clause, ...(record === undefined ? {} : { record }) };
}

/** A bag that the ledger does not know. */
export function unfiled(bag: string): VerifyFinding {
  const reason = `${bag} has no entry in the ledger: nobody filed it`;
  return storeFinding('bag-unfiled', { where: bag, reason });
}
