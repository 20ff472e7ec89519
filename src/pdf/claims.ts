import type { Message } from '../diagnostics/message.ts';
import type { Claim, Profile } from './profile/profile.ts';

/** What a file of which all this was said may claim: nothing where something is open that withholds it. */
export function claimsFor(messages: readonly Message[], { claims }: Profile): readonly Claim[] {
  const open = messages.some(({ withholds }) => withholds.includes('pdf'));
  return open ? [] : claims;
}
