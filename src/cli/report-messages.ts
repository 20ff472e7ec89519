import { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import { reporter } from 'vfile-reporter';
import type { Message } from '../diagnostics/message.ts';

/**
 * The messages of a run in the look of vfile-reporter: posts in the order of the run, their messages by place. Those at
 * info level ask nothing of anybody: they are counted here and listed by `--json`. Empty where there are none.
 */
export function reportMessages(messages: readonly Message[], options: { readonly colour: boolean }): string {
  const files = new Map<string, VFile>();
  for (const message of messages.filter(({ severity }) => severity !== 'info')) {
    const file = files.get(message.file) ?? new VFile({ path: message.file });
    file.messages.push(toVFileMessage(message));
    files.set(message.file, file);
  }
  const shown = reporter([...files.values()], { color: options.colour, verbose: true });
  const infos = messages.filter(({ severity }) => severity === 'info').length;
  const counted =
    infos === 0 ? '' : `${infos} ${infos === 1 ? 'remark' : 'remarks'} at info level: see --json\n`;
  return `${files.size === 0 ? '' : `${shown}\n`}${counted}`;
}

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
