import { UsageError } from '../diagnostics/errors.ts';
import { formatPlainDate, parsePlainDate, type PlainDate } from '../document/plain-date.ts';
import { compareDays } from '../ledger/retention/add-period.ts';
import { findRefusals, isTransferred, presentVersions, versionEligibility } from '../ledger/disposability.ts';
import { dueGroups, type DueGroup, type DueRecord } from './due-record.ts';
import { dueCalendar } from './due-calendar.ts';
import type { LedgerState, RecordState } from '../ledger/ledger-state.ts';
import { daysOf } from '../store/days-of.ts';
import type { LedgerProblem } from '../store/ledger-file.ts';
import { readSeries } from '../store/read-series.ts';
import { problemsOf, stateOf, type CommandContext } from '../store/store-state.ts';
import type { Store } from '../store/store.ts';

/** Which records may go on a day, which may not, and why. */
export interface DueReport {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /** By series, then by record id; records that are gone are left out. */
  readonly records: readonly DueRecord[];
  /** What is wrong with the ledger: the report then proves nothing. */
  readonly problems: readonly LedgerProblem[];
  /** The same as iCalendar: what is to be done when, also on the days to come. */
  readonly calendar: () => string;
}

/**
 * The retention report of a store: every record that is there, with the arithmetic.
 *
 * @param options.on `YYYY-MM-DD`; where absent today, which it must be in UTC and on the clock of the machine.
 * @throws UsageError where `on` is no day.
 */
export async function reportDue(
  { store, on: day }: { readonly store: Store; readonly on?: string },
  { now }: CommandContext,
): Promise<DueReport> {
  const on = day === undefined ? daysOf(now()).first : parsePlainDate(day);
  if (on === undefined) throw new UsageError(`--on takes a day such as 2031-10-01, not \`${day}\``);
  const found = await stateOf(store);
  const { state } = found;
  const records: DueRecord[] = [];
  for (const record of state.records.values())
    if (presentVersions(record).length > 0) records.push(await describe(store, state, { record, on }));
  records.sort(
    (left, right) =>
      compareText(left.series ?? '', right.series ?? '') || compareText(left.record, right.record),
  );
  const entries = found.ledger.entries;
  const of = { store: entries[1]?.prev ?? found.ledger.head.hash, at: entries.at(-1)?.at ?? '' };
  return {
    on: formatPlainDate(on),
    records,
    problems: problemsOf(found),
    calendar: () => dueCalendar(records, of),
  };
}

async function describe(
  store: Store,
  state: LedgerState,
  { record, on }: { readonly record: RecordState; readonly on: PlainDate },
): Promise<DueRecord> {
  const refusals = findRefusals(state, record.id, { on });
  const present = presentVersions(record);
  const last = present.at(-1);
  const series = last && (await readSeries(store, record.id, last).catch(() => undefined));
  const order: readonly string[] = dueGroups;
  const groups = refusals.map(({ refused }) => refused).filter((refused) => order.includes(refused));
  return {
    record: record.id,
    title: record.versions.at(-1)?.facts.title ?? '',
    ...(series === undefined ? {} : { series }),
    group: groupOf(record, groups, on),
    versions: present.map((version) => {
      const { eligibleOn, transferOn, arithmetic, reason } = versionEligibility(record, version);
      const { authority } = version.retention;
      return {
        version: version.version,
        ...(authority === undefined ? {} : { authority }),
        ...(eligibleOn === undefined ? {} : { eligibleOn: formatPlainDate(eligibleOn) }),
        ...(transferOn === undefined ? {} : { transferOn: formatPlainDate(transferOn) }),
        arithmetic,
        ...(reason === undefined ? {} : { reason }),
      };
    }),
    refusals,
  };
}

function groupOf(record: RecordState, refused: readonly string[], on: PlainDate): DueGroup {
  const group = dueGroups.find((one) => refused.includes(one)) ?? 'eligible';
  if (group !== 'permanent') return group;
  const days = presentVersions(record).map((version) => versionEligibility(record, version).transferOn);
  if (presentVersions(record).every(isTransferred)) return 'transferred';
  const isDue = days.every((day) => day !== undefined && compareDays(on, day) >= 0);
  return isDue ? 'transfer-due' : group;
}

function compareText(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}
