import { refusalRules } from '../catalogue/refusal-rules.ts';
import { formatRefusal, type Refusal } from '../ledger/refusal.ts';

/** Why a command on records was refused: a line each with what, why, the rule, and what to do. */
export function reportRefusals(refusals: readonly Refusal[]): string {
  return refusals.map((refusal) => `refused: ${formatRefusal(refusal)}\n`).join('');
}

/** The same of one, for machines. */
export function explainRefusal({ refused, why }: Refusal): Refusal & {
  readonly rule: string;
  readonly cure: string;
} {
  const { clause: rule, cure } = refusalRules[refused];
  return { refused, why, rule, cure };
}
