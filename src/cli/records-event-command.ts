import { UsageError } from '../diagnostics/errors.ts';
import { enterEvent, withdrawEvent } from '../custody/enter-event.ts';
import { parsePlainDate } from '../document/plain-date.ts';
import { answerRecords, clock, openStoreOf, type StoreFlags } from './answer-records.ts';
import type { ExitCode } from '../diagnostics/exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** The flags of `tagleaf records event` as they were typed. */
export interface EventFlags extends StoreFlags {
  readonly name: string;
  readonly on?: string;
  readonly withdraw?: boolean;
  readonly reason?: string;
}

/** Runs `tagleaf records event`. */
export async function eventCommand(
  records: readonly string[],
  flags: EventFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { name, on, withdraw = false, reason } = flags;
  if (withdraw === (on !== undefined) || withdraw !== (reason !== undefined))
    throw new UsageError('say when it happened with --on, or --withdraw with its --reason');
  if (on !== undefined && parsePlainDate(on) === undefined)
    throw new UsageError(`--on takes a day such as 2031-10-01, not \`${on}\``);
  return answerRecords(flags, terminal, async () => {
    const store = await openStoreOf(flags);
    const of = records.join(', ');
    if (on !== undefined) {
      const json = await enterEvent({ store, records, name, on }, clock);
      return { json, text: `entered for ${of}: ${name} on ${on}\n${sayUnasked(json)}` };
    }
    const json = await withdrawEvent({ store, records, name, reason: reason ?? '' }, clock);
    return { json, text: `withdrawn for ${of}: ${name}\n` };
  });
}

function sayUnasked({
  name,
  unasked,
}: {
  readonly name: string;
  readonly unasked: readonly string[];
}): string {
  if (unasked.length === 0) return '';
  return `No cutoff of ${unasked.join(', ')} begins from “${name}”: \`records due\` says what each waits for.\n`;
}
