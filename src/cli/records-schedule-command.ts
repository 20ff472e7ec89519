import { readSchedule, type TypedSchedule } from '../custody/read-schedule.ts';
import { scheduleRecord } from '../custody/schedule-record.ts';
import { answerRecords, clock, openStoreOf, type StoreFlags } from './answer-records.ts';
import type { ExitCode } from '../diagnostics/exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** The flags of `tagleaf records schedule` as they were typed. */
export interface ScheduleFlags extends StoreFlags, TypedSchedule {
  readonly authority: string;
  readonly approval: string;
}

/** Runs `tagleaf records schedule`. */
export async function scheduleCommand(
  record: string,
  flags: ScheduleFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { authority, approval } = flags;
  const retention = readSchedule(flags);
  return answerRecords(flags, terminal, async () => {
    const store = await openStoreOf(flags);
    const scheduled = await scheduleRecord({ store, record, authority, approval, retention }, clock);
    const text = `scheduled ${record}: ${retention.disposition} under ${authority}. Its bags stay as they are.\n`;
    return { json: scheduled, text };
  });
}
