import { correctClock } from '../custody/correct-clock.ts';
import { answerRecords, clock, openStoreOf, type StoreFlags } from './answer-records.ts';
import type { ExitCode } from '../diagnostics/exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** The flags of `tagleaf records clock-correction` as they were typed. */
export interface ClockFlags extends StoreFlags {
  readonly by: string;
  readonly reason: string;
}

/** Runs `tagleaf records clock-correction`. */
export async function clockCommand(flags: ClockFlags, terminal: Terminal): Promise<ExitCode> {
  const { by, reason } = flags;
  return answerRecords(flags, terminal, async () => {
    const json = await correctClock({ store: await openStoreOf(flags), by, reason }, clock);
    const text = `entered as line ${json.line}: the clock was wrong before. Later lines are held against this one.\n`;
    return { json, text };
  });
}
