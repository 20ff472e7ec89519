import { compareCodePoints } from '../files/compare-code-points.ts';

/** What is asked of a bag: RFC 8493 alone, or what every record of ours has beyond it. */
export type BagStandard = 'rfc8493' | 'record';

/** A warning never makes a bag invalid; `record` is an error for our records and a warning otherwise. */
type Level = 'error' | 'record' | 'warning';

/** Everything that can be wrong with a bag: the clause that asks for it, or "house rule", and how serious it is. */
export const findingKinds = {
  unreadable: ['RFC 8493 §3', 'error'],
  'declaration-missing': ['RFC 8493 §2.1.1', 'error'],
  'declaration-wrong': ['RFC 8493 §2.1.1', 'error'],
  'declaration-form': ['house rule', 'record'],
  'payload-folder-missing': ['RFC 8493 §2.1.2', 'error'],
  'manifest-missing': ['RFC 8493 §2.1.3', 'error'],
  'record-manifest-missing': ['house rule', 'record'],
  'manifest-malformed': ['RFC 8493 §2.1.3', 'error'],
  'manifest-form': ['house rule', 'record'],
  'manifest-duplicate': ['RFC 8493 §2.1.3', 'error'],
  'algorithm-unknown': ['RFC 8493 §2.4', 'error'],
  'path-unsafe': ['RFC 8493 §5.1', 'error'],
  'path-misplaced': ['RFC 8493 §2.1.3, §2.2.1', 'error'],
  'file-missing': ['RFC 8493 §3', 'error'],
  'file-unlisted': ['RFC 8493 §3', 'error'],
  'tag-file-unlisted': ['house rule', 'record'],
  'file-changed': ['RFC 8493 §3', 'error'],
  'not-a-file': ['RFC 8493 §5.1', 'error'],
  'name-encoding': ['RFC 8493 §2.3', 'error'],
  'name-clash': ['RFC 8493 §6.1.1', 'record'],
  'name-not-normalised': ['RFC 8493 §6.1.1', 'warning'],
  'folder-empty': ['RFC 8493 §2.1.3', 'warning'],
  'fetch-present': ['house rule', 'record'],
  'info-missing': ['house rule', 'record'],
  'info-malformed': ['RFC 8493 §2.2.2', 'error'],
  'info-repeated': ['RFC 8493 §2.2.2', 'error'],
  'info-incomplete': ['house rule', 'record'],
  'oxum-wrong': ['RFC 8493 §2.2.2', 'error'],
} as const;

/** The name of what is wrong; a name is for ever. */
export type BagFindingKind = keyof typeof findingKinds;

/** What was found, before the standard decides how serious it is. */
export interface FoundFault {
  readonly kind: BagFindingKind;
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
      const [clause, level]: readonly [string, Level] = findingKinds[kind];
      const isError = level === 'error' || (level === 'record' && standard === 'record');
      return { kind, severity: isError ? 'error' : 'warning', path, reason, clause };
    });
}
