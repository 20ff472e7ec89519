import type { BagRule } from '../diagnostics/rule.ts';
import { compareCodePoints } from '../files/compare-code-points.ts';
import { bagRules, type BagRuleId } from './rules.ts';

/** What is asked of a bag: RFC 8493 alone, or what every record of ours has beyond it. */
export type BagStandard = 'rfc8493' | 'record';

/** What was found, before the standard decides how serious it is. */
export interface FoundFault {
  readonly kind: BagRuleId;
  /** Path from the bag's folder, with `/` between its parts; `.` is the bag itself. */
  readonly path: string;
  /** Says of the path what is wrong, as a sentence without its subject. */
  readonly reason: string;
}

/** One thing that is wrong with a bag. */
export interface BagFinding extends FoundFault {
  readonly severity: 'error' | 'warning';
  /** The clause that asks for it, or "house rule". */
  readonly clause: string;
}

/** Findings in the order of their paths, as serious as the standard takes them. */
export function weighFindings(faults: readonly FoundFault[], standard: BagStandard): readonly BagFinding[] {
  return faults
    .toSorted((left, right) => compareCodePoints(left.path, right.path))
    .map(({ kind, path, reason }) => {
      const { clause, severity, beyondRfc }: BagRule = bagRules[kind];
      return {
        kind,
        severity: beyondRfc && standard === 'rfc8493' ? 'warning' : severity,
        path,
        reason,
        clause,
      };
    });
}
