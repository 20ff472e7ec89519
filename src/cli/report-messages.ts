import { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import { reporter } from 'vfile-reporter';
import { shorten } from '../characters/shorten.ts';
import type { Message } from '../diagnostics/message.ts';
import { withoutControls } from './without-controls.ts';

/** How messages are printed. */
export interface ReportLook {
  readonly colour: boolean;
  /** The flag that prints all there is to say. */
  readonly json?: string;
}

/**
 * The messages of a run in the look of vfile-reporter: posts in the order of the run, their messages by place. Those at
 * info level ask nothing of anybody, ten warnings of one rule in one post say it all, and nobody reads a thousand errors:
 * the others are counted here and listed by the flag that prints JSON. Empty where there are none.
 */
export function reportMessages(messages: readonly Message[], options: ReportLook): string {
  const { colour, json = '--json' } = options;
  const files = new Map<string, VFile>();
  const shownOf = new Map<string, number>();
  const more = { error: 0, warning: 0 };
  for (const message of messages) {
    const { severity, ruleId } = message;
    if (severity === 'info') continue;
    const key = JSON.stringify([message.file, severity === 'warning' ? ruleId : '']);
    const before = shownOf.get(key) ?? 0;
    shownOf.set(key, before + 1);
    if (before >= most[severity]) {
      more[severity] += 1;
      continue;
    }
    const file = files.get(message.file) ?? new VFile({ path: withoutControls(message.file) });
    file.messages.push(toVFileMessage(message));
    files.set(message.file, file);
  }
  const shown = reporter([...files.values()], { color: colour, verbose: true });
  const infos = messages.filter(({ severity }) => severity === 'info').length;
  const rest = [
    [more.error, 'more error', ' like these'],
    [more.warning, 'more warning', ' like these'],
    [infos, 'remark', ' at info level'],
  ] as const;
  const counted = rest
    .filter(([count]) => count > 0)
    .map(([count, noun, what]) => `${count} ${noun}${count === 1 ? '' : 's'}${what}: see ${json}\n`);
  return `${files.size === 0 ? '' : `${shown}\n`}${counted.join('')}`;
}

/** So many errors of one post are shown, and so many warnings of one rule in it. */
const most = { error: 1000, warning: 10 } as const;

/** Some reasons quote what they are about, and that may be all of the post. */
const longestReason = 1000;

function toVFileMessage(message: Message): VFileMessage {
  const { place, ruleId, severity, note, file } = message;
  const reason = withoutControls(shorten(message.reason, longestReason));
  const result = new VFileMessage(reason, { ruleId, source: 'tagleaf', ...(place && { place }) });
  result.fatal = severity === 'error';
  result.note = note;
  result.file = file;
  return result;
}
