import type { Message } from '../diagnostics/message.ts';
import { withoutControls } from './without-controls.ts';

/** The rules that tell of a post that takes no part in a run. */
const leavingOut: ReadonlySet<string> = new Set(['draft-left-out', 'as-of-left-out', 'section-left-out']);

const rules: ReadonlySet<string> = new Set([
  ...leavingOut,
  'contents-unread',
  'contents-unlisted',
  'input-passed-over',
]);

/** How many posts take no part in a run. */
export function countLeftOut(messages: readonly Message[]): number {
  return new Set(messages.filter(({ ruleId }) => leavingOut.has(ruleId)).map(({ file }) => file)).size;
}

/** Whether a message is told by `reportLeftOut`. */
export function isToldAsLeftOut({ ruleId, severity }: Message): boolean {
  return severity === 'info' && rules.has(ruleId);
}

/** So many lines of a rule are printed. */
const most = 20;

/**
 * One line for each post or name that a run left out on purpose: remarks are only counted, and a post that is missing must be
 * seen. Of many of a rule the others are counted.
 */
export function reportLeftOut(messages: readonly Message[]): string {
  const lines = new Map<string, string[]>();
  for (const message of messages) {
    const { ruleId, file, reason } = message;
    if (!isToldAsLeftOut(message)) continue;
    const line = `${withoutControls(`${file}: ${reason}`)}\n`;
    const known = lines.get(ruleId);
    if (known) known.push(line);
    else lines.set(ruleId, [line]);
  }
  return [...lines]
    .flatMap(([ruleId, all]) => {
      const more = all.length - most;
      return more > 0 ? [...all.slice(0, most), `${more} more of \`${ruleId}\` in the JSON report\n`] : all;
    })
    .join('');
}
