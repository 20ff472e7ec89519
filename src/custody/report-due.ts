import { UsageError } from '../diagnostics/errors.ts';
import { formatPlainDate, parsePlainDate, type PlainDate } from '../document/plain-date.ts';
import { findRefusals, presentVersions, versionEligibility } from '../ledger/disposability.ts';
import type { LedgerState, RecordState } from '../ledger/ledger-state.ts';
import type { Refusal } from '../ledger/refusal.ts';
import { dayOf } from '../store/append-event.ts';
import type { LedgerProblem } from '../store/ledger-file.ts';
import { readSeries } from '../store/read-series.ts';
import { problemsOf, stateOf, type CommandContext } from '../store/store-state.ts';
import type { Store } from '../store/store.ts';

/** The groups of the report, in their order. */
export const dueGroups = [
  'eligible',
  'held',
  'unscheduled',
  'permanent',
  'not-yet-eligible',
  'disposal-unfinished',
] as const;

/** A group of the report. A record that is held stands with the held, whatever else keeps it. */
export type DueGroup = (typeof dueGroups)[number];

/** What the report says of one record. */
export interface DueRecord {
  readonly record: string;
  readonly title: string;
  /** As its bag says it was filed; absent where it names none, or cannot be read. */
  readonly series?: string;
  readonly group: DueGroup;
  readonly versions: readonly DueVersion[];
  /** Every reason why it may not go on that day; none of the eligible. */
  readonly refusals: readonly Refusal[];
}

/** How the day is reckoned from which one version may go. */
export interface DueVersion {
  readonly version: number;
  readonly authority?: string;
  readonly eligibleOn?: string;
  readonly arithmetic: readonly string[];
  /** Why there is no such day. */
  readonly reason?: string;
}

/** Which records may go on a day, which may not, and why. */
export interface DueReport {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /** By series, then by record id; records that are gone are left out. */
  readonly records: readonly DueRecord[];
  /** What is wrong with the ledger: the report then proves nothing. */
  readonly problems: readonly LedgerProblem[];
}

/**
 * The retention report of a store: every record that is there, with the arithmetic.
 *
 * @param options.on `YYYY-MM-DD`; today in UTC where absent.
 * @throws UsageError where `on` is no day.
 */
export async function reportDue(
  { store, on: day }: { readonly store: Store; readonly on?: string },
  { now }: CommandContext,
): Promise<DueReport> {
  const on = day === undefined ? dayOf(now()) : parsePlainDate(day);
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
  return { on: formatPlainDate(on), records, problems: problemsOf(found) };
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
    group: dueGroups.find((group) => groups.some((refused) => refused === group)) ?? 'eligible',
    versions: present.map((version) => {
      const { eligibleOn, arithmetic, reason } = versionEligibility(version);
      const { authority } = version.retention;
      return {
        version: version.version,
        ...(authority === undefined ? {} : { authority }),
        ...(eligibleOn === undefined ? {} : { eligibleOn: formatPlainDate(eligibleOn) }),
        arithmetic,
        ...(reason === undefined ? {} : { reason }),
      };
    }),
    refusals,
  };
}

function compareText(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}
