import type { Message } from '../diagnostics/message.ts';
import { withoutControls } from './without-controls.ts';

/** One line for each post that a run left out on purpose: remarks are only counted, and a post that is missing must be seen. */
export function reportLeftOut(messages: readonly Message[]): string {
  return messages
    .filter(({ ruleId }) => ruleId === 'draft-left-out' || ruleId === 'as-of-left-out')
    .map(({ file, reason }) => `${withoutControls(`${file}: ${reason}`)}\n`)
    .join('');
}
