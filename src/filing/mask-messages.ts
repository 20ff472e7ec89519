import type { LookedFor } from '../personal-data/pattern-set-names.ts';
import { maskPersonalData } from './scan/scan-personal-data.ts';
import type { Message } from '../diagnostics/message.ts';

/** Messages in which no number of a person can be read: other rules quote what they found, and reports are kept. */
export function maskMessages(messages: readonly Message[], patterns: LookedFor): readonly Message[] {
  return messages.map((message) => {
    const reason = maskPersonalData(message.reason, patterns);
    const file = maskPersonalData(message.file, patterns);
    const isPlain = reason === message.reason && file === message.file;
    return isPlain ? message : { ...message, reason, file };
  });
}
