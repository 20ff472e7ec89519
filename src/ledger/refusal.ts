import { refusalRules, type RefusalId } from '../catalogue/refusal-rules.ts';
import { compareExits, exitCodeOf, type ExitCode } from '../diagnostics/exit-codes.ts';

/** One reason for not doing to a record what was asked. */
export interface Refusal {
  readonly refused: RefusalId;
  /** What was refused and why, with the record named: a sentence without its full stop. */
  readonly why: string;
}

/** The exit code of a command that was refused: the lowest of 10 to 15, else 2, as the command line is wrong. */
export function exitCodeOfRefusals(refusals: readonly Refusal[]): ExitCode {
  return exitCodeOf(refusals.map(({ refused }) => refusalRules[refused].exit));
}

/** Of several refusals the one that the exit code is of; the first of those that share it. */
export function gravest(refusals: readonly Refusal[]): Refusal | undefined {
  const exit = ({ refused }: Refusal) => refusalRules[refused].exit;
  return refusals.toSorted((left, right) => compareExits(exit(left), exit(right)))[0];
}

/** A refusal for a person: what, why, by which rule, and what to do. */
export function formatRefusal({ refused, why }: Refusal): string {
  const { clause, cure } = refusalRules[refused];
  return `${why} (${refused}; ${clause}). ${cure}`;
}
