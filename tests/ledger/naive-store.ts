import type { Cutoff, Retention } from '../../src/ledger/facts/record-facts.ts';
import type { FiledEvent, LedgerEvent } from '../../src/ledger/ledger-event.ts';

// What a store must do, told in the plainest way: it keeps the commands that were accepted and looks through all of them for every
// question. It shares no code with the product, not even the calendar.

const dayLength = 86_400_000;

/** What was accepted, in order. */
export interface NaiveStore {
  readonly accepted: LedgerEvent[];
}

/** A day as milliseconds since 1970. */
export type Day = number;

/** Carries a command out, and says whether it was accepted. */
export function obey(store: NaiveStore, event: LedgerEvent, today: Day): boolean {
  const good = isGood(store, event, today);
  if (good) store.accepted.push(event);
  return good;
}

/** 0 where a record may go, else the exit code; 2 where it is unknown, gone or going. */
export function whyNot(store: NaiveStore, id: string, today: Day, resuming?: string): number {
  if (filings(store, id).length === 0 || isGone(store, id)) return 2;
  const codes = reach(store, id).flatMap((part) => [
    ...(openHoldIds(store, part).length > 0 ? [10] : []),
    ...(filings(store, part).length === 0 ? [11] : []),
    ...present(store, part).map((filing) => codeOf(store, filing, today)),
  ]);
  const plan = planOf(store, id);
  const lowest = Math.min(...codes.filter((code) => code > 0));
  if (lowest < Infinity) return lowest;
  return plan === undefined || plan === resuming ? 0 : 2;
}

/** The filings of a record. */
export function filings({ accepted }: NaiveStore, id: string): readonly FiledEvent[] {
  return accepted.filter((event) => event.event === 'filed').filter(({ record }) => record === id);
}

/** Those that are still there. */
export function present(store: NaiveStore, id: string): readonly FiledEvent[] {
  return filings(store, id).filter(
    ({ version }) =>
      !store.accepted.some(
        (event) => event.event === 'disposed' && event.record === id && event.version === version,
      ),
  );
}

/** Whether a record was filed and nothing of it is left. */
export function isGone(store: NaiveStore, id: string): boolean {
  return filings(store, id).length > 0 && present(store, id).length === 0;
}

/** The open holds that name a record. */
export function openHoldIds(store: NaiveStore, id: string): readonly string[] {
  const { accepted } = store;
  return accepted
    .filter((event) => event.event === 'hold-placed')
    .filter((placed) => {
      // The last that was said of the record and this hold counts.
      const last = accepted
        .slice(accepted.indexOf(placed))
        .findLast(
          (event) =>
            ('holdId' in event &&
              event.event !== 'hold-released' &&
              event.holdId === placed.holdId &&
              event.records.includes(id)) ||
            (event.event === 'filed' && event.record === id && sameSeries(event.facts.series, placed.series)),
        );
      return isOpen(store, placed.holdId) && last !== undefined && last.event !== 'hold-reduced';
    })
    .map(({ holdId }) => holdId);
}

function sameSeries(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one === other;
}

function isOpen({ accepted }: NaiveStore, holdId: string): boolean {
  const named = accepted.filter((event) => 'holdId' in event && event.holdId === holdId);
  return named.length > 0 && named.every(({ event }) => event !== 'hold-released');
}

/** The plan under which a record is going. */
export function planOf(store: NaiveStore, id: string): string | undefined {
  if (isGone(store, id)) return undefined;
  const last = store.accepted.findLast(
    (event) =>
      (event.event === 'disposal-intended' || event.event === 'disposal-withdrawn') &&
      event.records.includes(id),
  );
  return last?.event === 'disposal-intended' ? last.planSha256 : undefined;
}

/** The schedule in force for a filing. */
export function inForce({ accepted }: NaiveStore, filing: FiledEvent): Retention {
  const gone = accepted.findIndex(
    (event) =>
      event.event === 'disposed' && event.record === filing.record && event.version === filing.version,
  );
  const since = accepted.slice(accepted.indexOf(filing), gone < 0 ? undefined : gone);
  const last = since.findLast(
    (event) =>
      (event.event === 'scheduled' && event.record === filing.record) ||
      (event.event === 'records-scheduled' && event.records.includes(filing.record)),
  );
  return last && 'retention' in last ? last.retention : filing.facts.retention;
}

/** What was there of the records of a package when it was made. */
function packedIn({ accepted }: NaiveStore, sha256: string): readonly FiledEvent[] {
  const at = accepted.findIndex((one) => one.event === 'transfer-packed' && one.packageSha256 === sha256);
  const event = accepted[at];
  if (event?.event !== 'transfer-packed') return [];
  const then = { accepted: accepted.slice(0, at) };
  return event.records.flatMap((id) => present(then, id));
}

/** Where the receipt of a filing stands among what was accepted. */
function receiptOf(store: NaiveStore, filing: FiledEvent): number | undefined {
  const at = store.accepted.findIndex(
    (one) => one.event === 'transfer-received' && packedIn(store, one.packageSha256).includes(filing),
  );
  return at < 0 ? undefined : at;
}

function mayGoAfterTransfer(store: NaiveStore, filing: FiledEvent): boolean {
  const at = receiptOf(store, filing);
  if (at === undefined) return false;
  const last = store.accepted
    .slice(at)
    .findLast((one) => one.event === 'reference-decided' && one.records.includes(filing.record));
  return last?.event === 'reference-decided' ? !last.keep : !receiptKeeps(store, at);
}

function receiptKeeps({ accepted }: NaiveStore, at: number): boolean {
  const receipt = accepted[at];
  return receipt?.event === 'transfer-received' && receipt.keepReference === true;
}

function codeOf(store: NaiveStore, filing: FiledEvent, today: Day): number {
  const retention = inForce(store, filing);
  if (retention.disposition === 'unscheduled') return 11;
  if (retention.disposition === 'permanent') return mayGoAfterTransfer(store, filing) ? 0 : 13;
  const first = firstDay(store, retention, filing);
  return first === undefined || today < first ? 12 : 0;
}

/** The day from which the last version of a record may go, were it alone. */
export function goesFrom(store: NaiveStore, id: string): Day | undefined {
  const last = present(store, id).at(-1);
  return last && firstDay(store, inForce(store, last), last);
}

function firstDay(
  store: NaiveStore,
  { authority, period, cutoff, fiscalYearStart }: Retention,
  filing: FiledEvent,
): Day | undefined {
  if (authority === undefined || period === undefined || cutoff === undefined) return undefined;
  const from = cutoffDay(store, cutoff, filing);
  if (from === undefined) return undefined;
  return addPeriod(lastDay(Date.parse(from), cutoff.at, fiscalYearStart ?? '10-01'), period) + dayLength;
}

/** The day from which a cutoff begins, `YYYY-MM-DD`. */
export function cutoffDay(
  store: NaiveStore,
  cutoff: Cutoff | undefined,
  filing: FiledEvent,
): string | undefined {
  if (cutoff === undefined) return undefined;
  const { from, event } = cutoff;
  if (from === 'event') return happened(store, filing.record, event ?? '', 0);
  if (from !== 'superseded') return filing.facts[from];
  const next = filings(store, filing.record).find(({ version }) => version === filing.version + 1);
  return next?.facts.filed ?? happened(store, filing.record, from, store.accepted.indexOf(filing));
}

function happened({ accepted }: NaiveStore, record: string, name: string, since: number): string | undefined {
  const last = accepted
    .slice(since)
    .filter((event) => event.event === 'event-entered' || event.event === 'event-withdrawn')
    .findLast((event) => event.name === name && event.records.includes(record));
  return last?.event === 'event-entered' ? last.on : undefined;
}

function lastDay(from: Day, at: Cutoff['at'], fiscalYearStart: string): Day {
  let day = from;
  // The last day is the one after which another day, month or year begins.
  const begins = (text: string): boolean => {
    if (at === 'day') return true;
    if (at === 'month') return text.endsWith('-01');
    return text.endsWith(at === 'calendar-year' ? '-01-01' : `-${fiscalYearStart}`);
  };
  while (!begins(new Date(day + dayLength).toISOString().slice(0, 10))) day += dayLength;
  return day;
}

/** Periods of one unit, as the commands have them. */
function addPeriod(from: Day, period: string): Day {
  const count = Number(period.slice(1, -1));
  const unit = period.at(-1);
  if (unit === 'D') return from + count * dayLength;
  if (unit === 'W') return from + count * 7 * dayLength;
  const date = new Date(from);
  const month = date.getUTCMonth() + count * (unit === 'Y' ? 12 : 1);
  const last = Date.UTC(date.getUTCFullYear(), month + 1, 0);
  return Math.min(Date.UTC(date.getUTCFullYear(), month, date.getUTCDate()), last);
}

/** A record and all members of members. */
export function reach(store: NaiveStore, id: string, seen: readonly string[] = []): readonly string[] {
  if (seen.includes(id)) return seen;
  const members = present(store, id).flatMap((filing) => filing.members ?? []);
  return members.reduce<readonly string[]>((found, member) => reach(store, member, found), [...seen, id]);
}

function isGood(store: NaiveStore, event: LedgerEvent, today: Day): boolean {
  const { accepted } = store;
  const isThere = (id: string): boolean => present(store, id).length > 0;
  const areDistinct = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;
  switch (event.event) {
    case 'filed': {
      const { record, version, supersedes, members = [], contentSha256 } = event;
      const before = filings(store, record);
      if (isGone(store, record) || planOf(store, record) !== undefined) return false;
      if (before.at(-1)?.contentSha256 === contentSha256) return false;
      if (version !== before.length + 1 || (supersedes !== undefined) !== before.length > 0) return false;
      return (
        areDistinct(members) &&
        members.every(
          (id) => !isGone(store, id) && planOf(store, id) === undefined && !reach(store, id).includes(record),
        )
      );
    }
    case 'hold-placed':
      return (
        areDistinct(event.records) &&
        event.records.every(isThere) &&
        !accepted.some((other) => other.event === 'hold-placed' && other.holdId === event.holdId)
      );
    case 'hold-extended':
      return (
        areDistinct(event.records) &&
        isOpen(store, event.holdId) &&
        event.records.every((id) => isThere(id) && !openHoldIds(store, id).includes(event.holdId))
      );
    case 'hold-reduced':
      return (
        areDistinct(event.records) &&
        isOpen(store, event.holdId) &&
        event.records.every((id) => openHoldIds(store, id).includes(event.holdId))
      );
    case 'hold-released':
      return (
        accepted.some((other) => other.event === 'hold-placed' && other.holdId === event.holdId) &&
        !accepted.some((other) => other.event === 'hold-released' && other.holdId === event.holdId)
      );
    case 'scheduled':
      return isThere(event.record) && planOf(store, event.record) === undefined && isWhole(event.retention);
    case 'records-scheduled':
      return (
        areDistinct(event.records) &&
        event.records.every((id) => isThere(id) && planOf(store, id) === undefined) &&
        isWhole(event.retention)
      );
    case 'event-entered':
      return (
        areDistinct(event.records) &&
        event.records.every((id) => isThere(id) && planOf(store, id) === undefined) &&
        Date.parse(event.on) <= today + dayLength
      );
    case 'event-withdrawn':
      return (
        areDistinct(event.records) &&
        event.records.every(
          (id) =>
            isThere(id) &&
            planOf(store, id) === undefined &&
            happened(store, id, event.name, event.name === 'superseded' ? lastFiling(store, id) : 0) !==
              undefined,
        )
      );
    case 'audited':
      return event.records.every((id) => filings(store, id).length > 0);
    case 'transferred':
      return isThere(event.record);
    case 'transfer-packed':
      return (
        areDistinct(event.records) &&
        !accepted.some(
          (one) => one.event === 'transfer-packed' && one.packageSha256 === event.packageSha256,
        ) &&
        event.records.every((id) => {
          const there = present(store, id);
          const arePermanent = there.every((one) => inForce(store, one).disposition === 'permanent');
          const isOpen = there.some((one) => receiptOf(store, one) === undefined);
          return there.length > 0 && planOf(store, id) === undefined && arePermanent && isOpen;
        })
      );
    case 'transfer-received': {
      const packed = packedIn(store, event.packageSha256);
      return (
        packed.length > 0 &&
        JSON.stringify([...new Set(packed.map(({ record }) => record))]) === JSON.stringify(event.records) &&
        event.records.every((id) => isThere(id) && planOf(store, id) === undefined) &&
        packed.every((one) => receiptOf(store, one) === undefined)
      );
    }
    case 'reference-decided':
      return (
        areDistinct(event.records) &&
        event.records.every(
          (id) =>
            isThere(id) &&
            planOf(store, id) === undefined &&
            filings(store, id).some((one) => receiptOf(store, one) !== undefined),
        )
      );
    case 'disposal-intended':
      return (
        areDistinct(event.records) &&
        event.records.every((id) => whyNot(store, id, today) === 0) &&
        !accepted.some(
          (other) => other.event === 'disposal-intended' && other.planSha256 === event.planSha256,
        )
      );
    case 'disposed':
      return (
        planOf(store, event.record) === event.planSha256 &&
        present(store, event.record).some(({ version }) => version === event.version) &&
        (event.recovered === true || whyNot(store, event.record, today, event.planSha256) === 0)
      );
    case 'disposal-withdrawn':
      return (
        areDistinct(event.records) && event.records.every((id) => planOf(store, id) === event.planSha256)
      );
    case 'clock-corrected':
      return true;
    case 'disposal-done':
      return isFinished(store, event.planSha256);
  }
}

function lastFiling(store: NaiveStore, id: string): number {
  return store.accepted.findLastIndex((event) => event.event === 'filed' && event.record === id);
}

function isFinished(store: NaiveStore, plan: string): boolean {
  const intended = store.accepted.find(
    (event) => event.event === 'disposal-intended' && event.planSha256 === plan,
  );
  const isDone = store.accepted.some((event) => event.event === 'disposal-done' && event.planSha256 === plan);
  if (intended?.event !== 'disposal-intended' || isDone) return false;
  return intended.records.every((id) => planOf(store, id) !== plan);
}

function isWhole({ disposition, authority, period, cutoff }: Retention): boolean {
  const isTimed = period !== undefined || cutoff !== undefined;
  if (disposition === 'unscheduled') return authority === undefined && !isTimed;
  if (authority === undefined) return false;
  if (disposition === 'permanent' && !isTimed) return true;
  return (
    period !== undefined && cutoff !== undefined && (cutoff.from !== 'event' || cutoff.event !== undefined)
  );
}
