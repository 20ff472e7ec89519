import type { Message } from '../diagnostics/message.ts';
import { withoutControls } from './without-controls.ts';

const rules: ReadonlySet<string> = new Set([
  'draft-left-out',
  'as-of-left-out',
  'section-left-out',
  'input-passed-over',
]);

/** One line for each post or name that a run left out on purpose: remarks are only counted, and a post that is missing must be seen. */
export function reportLeftOut(messages: readonly Message[]): string {
  return messages
    .filter(({ ruleId }) => rules.has(ruleId))
    .map(({ file, reason }) => `${withoutControls(`${file}: ${reason}`)}\n`)
    .join('');
}
