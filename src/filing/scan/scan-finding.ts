import type { Place } from '../../diagnostics/message.ts';
import { sha256Of } from '../../files/digest.ts';
import { firstOfEach } from '../../lists/first-of-each.ts';

/** Something found before filing. */
export interface ScanFinding {
  readonly rule:
    | 'personal-ssn'
    | 'personal-email'
    | 'personal-telephone'
    | 'personal-identity'
    | 'personal-own'
    | 'personal-credentials'
    | 'personal-cookies'
    | 'personal-network-address'
    | 'personal-unsearched'
    | 'image-gps'
    | 'file-name-unsafe'
    | 'file-path-too-long'
    | 'file-path-clash';
  /** The file, as the user named it. */
  readonly file: string;
  /** What is told: nothing of what was found of a person. */
  readonly reason: string;
  /** SHA-256 of what was found, hexadecimal: the text, the path, or the bytes of the picture. */
  readonly matchSha256: string;
  /** The text, where it could be found from its SHA-256 by trying; never told to anybody. */
  readonly hidden?: string;
  readonly place?: Place;
}

/** The digest by which waivers name a finding. */
export function matchDigest(match: string | Uint8Array): string {
  return sha256Of(match);
}

/** What was found in a part of a file, where its place in that says nothing. */
export function foundWithin(
  { rule, file, reason, matchSha256, hidden }: ScanFinding,
  what: string,
): ScanFinding {
  return {
    rule,
    file,
    reason: `${reason}, in ${what}`,
    matchSha256,
    ...(hidden !== undefined && { hidden }),
  };
}

/** Findings without those of the same words: they may stand in several parts of a file. */
export function firstFindings(findings: readonly ScanFinding[]): readonly ScanFinding[] {
  return firstOfEach(findings, ({ rule, matchSha256 }) => `${rule} ${matchSha256}`);
}
