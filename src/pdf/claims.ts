import type { Message } from '../diagnostics/message.ts';
import type { XmpClaims } from './write/xmp.ts';

/** What a file of profile P1 claims: by name, and as it is written. */
export interface Claims {
  readonly names: readonly string[];
  readonly xmp: XmpClaims;
}

/** The claims of a file of which all this was said: none where an error is open that the file carries. */
export function claimsFor(messages: readonly Message[]): Claims {
  const open = messages.some(({ severity, withholds }) => severity === 'error' && withholds.includes('pdf'));
  return open
    ? { names: [], xmp: { ua: undefined, a: undefined } }
    : { names: ['PDF/UA-1', 'PDF/A-2a'], xmp: { ua: '1', a: { part: '2', conformance: 'A' } } };
}
