import type { Place } from '../../diagnostics/message.ts';
import { sha256Of } from '../../files/digest.ts';

/** Something found before filing. */
export interface ScanFinding {
  readonly rule:
    | 'personal-ssn'
    | 'personal-email'
    | 'personal-telephone'
    | 'personal-unsearched'
    | 'image-gps'
    | 'file-name-unsafe'
    | 'file-path-too-long'
    | 'file-path-clash';
  /** The file, as the user named it. */
  readonly file: string;
  readonly reason: string;
  /** SHA-256 of what was found, hexadecimal: the text, the path, or the bytes of the picture. A waiver names it by this. */
  readonly matchSha256: string;
  readonly place?: Place;
}

/** The digest by which waivers name a finding. */
export function matchDigest(match: string | Uint8Array): string {
  return sha256Of(match);
}
