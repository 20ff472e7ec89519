import { refusalRules } from '../catalogue/refusal-rules.ts';
import { firstLines } from './first-lines.ts';
import { formatRefusal, type Refusal } from '../ledger/refusal.ts';

/** Why a command on records was refused: a line each with what, why, the rule, and what to do. */
export function reportRefusals(refusals: readonly Refusal[]): string {
  return firstLines(
    refusals.map((refusal) => `refused: ${formatRefusal(refusal)}\n`),
    'refusal',
  );
}

/** The same of one, for machines. */
export function explainRefusal({ refused, why }: Refusal): Refusal & {
  readonly rule: string;
  readonly cure: string;
} {
  const { clause: rule, cure } = refusalRules[refused];
  return { refused, why, rule, cure };
}
