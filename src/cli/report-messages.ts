import { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import { reporter } from 'vfile-reporter';
import type { Message } from '../diagnostics/message.ts';

/** The messages of a run in the look of vfile-reporter: posts in the order of the run, their messages by place. Empty where there are none. */
export function reportMessages(messages: readonly Message[], options: { readonly colour: boolean }): string {
  const files = new Map<string, VFile>();
  for (const message of messages) {
    const file = files.get(message.file) ?? new VFile({ path: message.file });
    file.messages.push(toVFileMessage(message));
    files.set(message.file, file);
  }
  if (files.size === 0) return '';
  return `${reporter([...files.values()], { color: options.colour, verbose: true })}\n`;
}

function toVFileMessage(message: Message): VFileMessage {
  const { place, ruleId, severity, note, file } = message;
  // Control characters of a post must not reach the terminal.
  const reason = message.reason.replace(/\p{Cc}/gu, '\uFFFD');
  const result = new VFileMessage(reason, { ruleId, source: 'tagleaf', ...(place && { place }) });
  result.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined;
  result.note = note;
  result.file = file;
  return result;
}
