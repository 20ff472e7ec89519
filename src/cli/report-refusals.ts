import { formatRefusal, type Refusal } from '../store/refusal.ts';

/** Why a command on records was refused: a line each with what, why, the rule, and what to do. */
export function reportRefusals(refusals: readonly Refusal[]): string {
  return refusals.map((refusal) => `refused: ${formatRefusal(refusal)}\n`).join('');
}
