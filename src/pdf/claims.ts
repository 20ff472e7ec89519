import type { Message } from '../diagnostics/message.ts';
import type { Claim, Profile } from './profile/profile.ts';

/** What a file of which all this was said may claim: nothing where an error is open that the file carries. */
export function claimsFor(messages: readonly Message[], { claims }: Profile): readonly Claim[] {
  const open = messages.some(({ severity, withholds }) => severity === 'error' && withholds.includes('pdf'));
  return open ? [] : claims;
}
