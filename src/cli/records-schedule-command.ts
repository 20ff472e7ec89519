import { UsageError } from '../diagnostics/errors.ts';
import { importSchedules } from '../custody/import-schedules.ts';
import { readSchedule, type TypedSchedule } from '../custody/read-schedule.ts';
import { scheduleRecord } from '../custody/schedule-record.ts';
import { answerRecords, clock, openStoreOf, type StoreFlags } from './answer-records.ts';
import type { ExitCode } from '../diagnostics/exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** The flags of `tagleaf records schedule` as they were typed. */
export interface ScheduleFlags extends StoreFlags, Partial<TypedSchedule> {
  readonly authority?: string;
  readonly approval: string;
  readonly import?: string;
}

/** Runs `tagleaf records schedule`. */
export async function scheduleCommand(
  record: string | undefined,
  flags: ScheduleFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  if (flags.import !== undefined) return importCommand(record, { ...flags, table: flags.import }, terminal);
  const { authority, approval, disposition } = flags;
  if (record === undefined || authority === undefined || disposition === undefined)
    throw new UsageError('name a record, its --authority and --disposition, or a table with --import');
  const retention = readSchedule({ ...flags, disposition });
  return answerRecords(flags, terminal, async () => {
    const store = await openStoreOf(flags);
    const scheduled = await scheduleRecord({ store, record, authority, approval, retention }, clock);
    const text = `scheduled ${record}: ${retention.disposition} under ${authority}. Its bags stay as they are.\n`;
    return { json: scheduled, text };
  });
}

async function importCommand(
  record: string | undefined,
  flags: ScheduleFlags & { readonly table: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const { table, approval } = flags;
  const others = [record, flags.authority, flags.disposition, flags.period, flags.cutoff, flags.scheduleItem];
  if ([...others, flags.fiscalYearStart].some((one) => one !== undefined))
    throw new UsageError('--import takes records and schedules from its table alone');
  return answerRecords(flags, terminal, async () => {
    const imported = await importSchedules({ store: await openStoreOf(flags), table, approval }, clock);
    const lines = imported.map(
      ({ records, retention }) =>
        `scheduled ${records.join(', ')}: ${retention.disposition} under ${retention.authority ?? 'no authority'}\n`,
    );
    return { json: imported, text: `${lines.join('')}The bags stay as they are.\n` };
  });
}
