import { createHmac } from 'node:crypto';
import type { Waiver } from '../../ledger/facts/record-facts.ts';
import type { ScanFinding } from './scan-finding.ts';

/** The names by which waivers of one store name what was found. */
export interface WaiverKeys {
  /** What a waiver says of a finding: the key and its value. */
  readonly keyOf: (finding: Pick<ScanFinding, 'matchSha256' | 'hidden'>) => WaiverKey;
  /** Whether a waiver was written for another store, or for a secret that was lost. */
  readonly isForeign: (waiver: Waiver) => boolean;
}

/** One of the two keys of a waiver; without a value where the store has no secret yet. */
export interface WaiverKey {
  readonly name: 'match_hmac' | 'match_sha256';
  readonly value: string | undefined;
}

/**
 * Names files, paths and markup by their SHA-256, and what could be found from that by trying by an HMAC-SHA-256 with the secret of the
 * store. Eight digits before it tell the secret, so that a key of another can be told; they say nothing of it.
 */
export function waiverKeys(secret: Uint8Array | undefined): WaiverKeys {
  const hmac = (text: string): string =>
    secret === undefined ? '' : createHmac('sha256', secret).update(text).digest('hex');
  const id = hmac('the secret of waivers').slice(0, 8);
  return {
    keyOf: ({ matchSha256, hidden }) => {
      if (hidden === undefined) return { name: 'match_sha256', value: matchSha256 };
      return { name: 'match_hmac', value: secret === undefined ? undefined : `${id}-${hmac(hidden)}` };
    },
    isForeign: ({ matchHmac }) => matchHmac !== undefined && !matchHmac.startsWith(`${id}-`),
  };
}

/** What a message says of how its finding is waived. */
export function toldKey({ name, value }: WaiverKey): string {
  return value === undefined ? `(${name} is told once there is a store)` : `(${name} ${value})`;
}
