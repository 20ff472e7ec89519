import { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import { reporter } from 'vfile-reporter';
import type { Message } from '../diagnostics/message.ts';

export interface ReportLook {
  readonly colour: boolean;
  /** The flag that prints all there is to say. */
  readonly json?: string;
}

/**
 * The messages of a run in the look of vfile-reporter: posts in the order of the run, their messages by place. Those at
 * info level ask nothing of anybody, and ten warnings of one rule in one post say it all: the others are counted here and
 * listed by the flag that prints JSON. Empty where there are none.
 */
export function reportMessages(messages: readonly Message[], options: ReportLook): string {
  const { colour, json = '--json' } = options;
  const files = new Map<string, VFile>();
  const shownOf = new Map<string, number>();
  let more = 0;
  for (const message of messages.filter(({ severity }) => severity !== 'info')) {
    const key = JSON.stringify([message.file, message.ruleId]);
    const before = shownOf.get(key) ?? 0;
    shownOf.set(key, before + 1);
    if (message.severity === 'warning' && before >= mostOfRule) {
      more += 1;
      continue;
    }
    const file = files.get(message.file) ?? new VFile({ path: message.file });
    file.messages.push(toVFileMessage(message));
    files.set(message.file, file);
  }
  const shown = reporter([...files.values()], { color: colour, verbose: true });
  const infos = messages.filter(({ severity }) => severity === 'info').length;
  const counted =
    infos === 0 ? '' : `${infos} ${infos === 1 ? 'remark' : 'remarks'} at info level: see ${json}\n`;
  const further =
    more === 0 ? '' : `${more} more ${more === 1 ? 'warning' : 'warnings'} like these: see ${json}\n`;
  return `${files.size === 0 ? '' : `${shown}\n`}${further}${counted}`;
}

/** So many warnings of one rule are shown for one post. */
const mostOfRule = 10;

function toVFileMessage(message: Message): VFileMessage {
  const { place, ruleId, severity, note, file } = message;
  // Control characters of a post must not reach the terminal.
  const reason = message.reason.replace(/\p{Cc}/gu, '\uFFFD');
  const result = new VFileMessage(reason, { ruleId, source: 'tagleaf', ...(place && { place }) });
  result.fatal = severity === 'error';
  result.note = note;
  result.file = file;
  return result;
}
