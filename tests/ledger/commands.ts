import fc from 'fast-check';
import type { Retention } from '../../src/ledger/facts/record-facts.ts';
import type { LedgerEvent } from '../../src/ledger/ledger-event.ts';
import { digest, dispose, extend, filed, hold, intend, reduce, release, schedule } from './events.ts';
import {
  filings,
  goesFrom,
  isGone,
  type NaiveStore,
  obey,
  openHoldIds,
  planOf,
  present,
  whyNot,
} from './naive-store.ts';

/** The records that commands are about. */
export const ids: readonly string[] = ['a', 'b', 'c', 'd'];

/** The day on which the first command is given. */
export const firstDay: number = Date.UTC(2023, 9, 15);

/** A day in milliseconds. */
export const dayLength = 86_400_000;

/** An event that somebody wants, or days that go by. Made for the store as it is, since most that are blind would be refused. */
export type Command = (store: NaiveStore, today: number) => LedgerEvent | { readonly days: number };

/** The day of a moment, `YYYY-MM-DD`. */
export function isoDay(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

const id = fc.constantFrom(...ids);
const some = fc.array(id, { minLength: 1, maxLength: 3 });
const planNumbers = [1, 2, 3, 4, 5, 6];
const plan = fc.constantFrom(...planNumbers);
const holdId = fc.constantFrom('h1', 'h2', 'h3', 'h4', 'h5', 'h6');
const date = fc.integer({ min: 0, max: 900 }).map((days) => isoDay(firstDay - days * dayLength));

const temporary: fc.Arbitrary<Retention> = fc.record({
  disposition: fc.constant('temporary'),
  authority: fc.constant('DAA-1'),
  period: fc.constantFrom('P0D', 'P10D', 'P3W', 'P1M', 'P5M', 'P1Y'),
  cutoff: fc
    .record({
      from: fc.constantFrom('released', 'updated', 'filed', 'superseded', 'event'),
      at: fc.constantFrom('day', 'month', 'calendar-year', 'fiscal-year'),
    })
    .map((cutoff) => ({ ...cutoff, ...(cutoff.from === 'event' && { event: 'case-closed' }) })),
  fiscalYearStart: fc.constantFrom('10-01', '07-01', '01-01'),
});
const retention: fc.Arbitrary<Retention> = fc.oneof(
  { weight: 8, arbitrary: temporary },
  { weight: 1, arbitrary: fc.constant<Retention>({ disposition: 'unscheduled' }) },
  { weight: 4, arbitrary: fc.constant<Retention>({ disposition: 'permanent', authority: 'N1' }) },
  { weight: 1, arbitrary: temporary.map((timed): Retention => ({ ...timed, disposition: 'permanent' })) },
  { weight: 1, arbitrary: fc.constant<Retention>({ disposition: 'temporary', period: 'P0D' }) },
);

/** One of the records that are going, where there is one: what lies behind an intent is seldom met by chance. */
function going(store: NaiveStore, otherwise: string): string {
  return ids.find((one) => planOf(store, one) !== undefined) ?? otherwise;
}

/** Mostly the next version, with members that cannot be collections of it. */
const file: fc.Arbitrary<Command> = fc
  .record({
    id,
    retention,
    members: fc.option(some, { nil: undefined, freq: 2 }),
    series: fc.constantFrom(undefined, undefined, 's'),
    dates: fc.record({ filed: date, released: date, updated: date }, { requiredKeys: ['filed'] }),
    content: fc.integer({ min: 1, max: 9 }),
    isBlind: fc.constantFrom(false, false, false, false, false, true),
  })
  .map(({ id: record, isBlind, members, ...filing }) => (store) => {
    const version = filings(store, record).length + (isBlind ? 2 : 1);
    const listed = members && { members: members.filter((member) => isBlind || member > record) };
    return filed(record, { version: version - (isBlind && members ? 1 : 0), ...filing, ...listed });
  });

const placeHold: fc.Arbitrary<Command> = fc.record({ holdId, some, isAimed: fc.boolean() }).map(
  ({ holdId: name, some: records, isAimed }) =>
    (store) =>
      isAimed ? hold(name, going(store, records[0] ?? 'a')) : hold(name, ...records),
);

/** A hold on what is filed in a series from now on, and on a record of it. */
const placeSeriesHold: fc.Arbitrary<Command> = fc
  .record({ holdId, id })
  .map(({ holdId: name, id: record }) => (store) => ({ ...hold(name, going(store, record)), series: 's' }));

const changeHold: fc.Arbitrary<Command> = fc
  .record({ holdId, id, adds: fc.boolean(), isAimed: fc.boolean() })
  .map(({ holdId: name, id: record, adds, isAimed }) => (store) => {
    if (adds) {
      const [hold] = isAimed ? ids.flatMap((one) => openHoldIds(store, one)) : [];
      const free = ids.find(
        (one) => present(store, one).length > 0 && !openHoldIds(store, one).includes(hold ?? ''),
      );
      return extend(hold ?? name, (hold === undefined ? undefined : free) ?? record);
    }
    const [open] = isAimed ? openHoldIds(store, record) : [];
    return reduce(open ?? name, record);
  });

const releaseHold: fc.Arbitrary<Command> = fc
  .record({ holdId, id, isAimed: fc.boolean() })
  .map(({ holdId: name, id: record, isAimed }) => (store) => {
    const [open] = isAimed ? openHoldIds(store, record) : [];
    return release(open ?? name);
  });

const changeSchedule: fc.Arbitrary<Command> = fc
  .record({ id, retention })
  .map(({ id: record, retention: other }) => () => {
    if (other.fiscalYearStart !== '01-01') return schedule(record, other);
    const { authority, approvalSha256 } = schedule(record, other);
    const rest = { retention: other, authority, approvalSha256, approver: 'Officer' };
    return { event: 'records-scheduled', records: [record], ...rest };
  });

const eventName = fc.constantFrom('case-closed', 'case-closed', 'superseded');

/** Mostly something of late; now and then what is still to come. */
const enterEvent: fc.Arbitrary<Command> = fc
  .record({ some, name: eventName, ago: fc.integer({ min: -3, max: 400 }) })
  .map(({ some: records, name, ago }) => (_store, today) => ({
    event: 'event-entered',
    records: [...new Set(records)],
    name,
    on: isoDay(today - ago * dayLength),
  }));

const withdrawEvent: fc.Arbitrary<Command> = fc
  .record({ id, name: eventName })
  .map(({ id: record, name }) => () => ({
    event: 'event-withdrawn',
    records: [record],
    name,
    reason: 'It was reopened',
  }));

/** Mostly what may be packed, where there is any. */
const packSome: fc.Arbitrary<Command> = fc
  .record({ plan, some, isAimed: fc.constantFrom(true, true, false) })
  .map(({ plan: number, some: records, isAimed }) => (store, today) => {
    const pack = (...packed: readonly string[]): LedgerEvent => ({
      event: 'transfer-packed',
      records: packed,
      packageSha256: digest(number),
      to: 'The Archives',
    });
    const good = ids.find((one) => isAimed && obey({ accepted: [...store.accepted] }, pack(one), today));
    return good === undefined ? pack(...records) : pack(good);
  });

const receiveSome: fc.Arbitrary<Command> = fc
  .record({
    plan,
    id,
    keeps: fc.constantFrom(true, false, false),
    isAimed: fc.constantFrom(true, true, false),
  })
  .map(({ plan: number, id: record, keeps, isAimed }) => (store) => {
    const packed = store.accepted.filter((event) => event.event === 'transfer-packed');
    const isOpen = (sha256: string): boolean =>
      !store.accepted.some((one) => one.event === 'transfer-received' && one.packageSha256 === sha256);
    const chosen = isAimed ? packed.find(({ packageSha256 }) => isOpen(packageSha256)) : undefined;
    return {
      event: 'transfer-received',
      records: chosen?.records ?? [record],
      packageSha256: chosen?.packageSha256 ?? digest(number),
      receiptSha256: digest(9),
      receivedBy: 'Archivist',
      receivedOn: '2020-01-01',
      ...(keeps && { keepReference: true }),
    };
  });

const decide: fc.Arbitrary<Command> = fc
  .record({ id, keep: fc.boolean(), isAimed: fc.boolean() })
  .map(({ id: one, keep, isAimed }) => (store) => {
    const received = store.accepted.filter((event) => event.event === 'transfer-received');
    const handed = received.flatMap(({ records }) => records).find((record) => !isGone(store, record));
    return {
      event: 'reference-decided',
      records: [(isAimed ? handed : undefined) ?? one],
      keep,
      reason: 'Asked for',
    };
  });

const intendSome: fc.Arbitrary<Command> = fc
  .record({ plan, some, isAimed: fc.boolean() })
  .map(({ plan: number, some: records, isAimed }) => (store, today) => {
    const free = isAimed ? ids.filter((one) => whyNot(store, one, today) === 0) : [];
    if (free.length === 0) return intend(number, ...records);
    const isUsed = (one: number): boolean =>
      store.accepted.some((event) => event.event === 'disposal-intended' && event.planSha256 === digest(one));
    return intend(planNumbers.find((one) => !isUsed(one)) ?? number, ...free);
  });

const disposeNext: fc.Arbitrary<Command> = fc
  .record({
    id,
    plan,
    isAimed: fc.constantFrom(false, true, true),
    isLate: fc.constantFrom(false, false, false, true),
    recovered: fc.constantFrom(false, false, false, false, true),
  })
  .map(({ id: one, plan: number, isAimed, isLate, recovered }) => (store) => {
    const record = isAimed ? going(store, one) : one;
    const [next] = present(store, record);
    const own = isAimed ? planOf(store, record) : undefined;
    const event = dispose(number, record, (next?.version ?? 1) + (isLate ? 1 : 0));
    return { ...event, ...(own && { planSha256: own }), ...(recovered && { recovered }) };
  });

const withdraw: fc.Arbitrary<Command> = fc
  .record({ id, plan, isAimed: fc.boolean() })
  .map(({ id: one, plan: number, isAimed }) => (store) => {
    const record = isAimed ? going(store, one) : one;
    const planSha256 = (isAimed ? planOf(store, record) : undefined) ?? digest(number);
    return { event: 'disposal-withdrawn', records: [record], planSha256, reason: 'Held' };
  });

/** Mostly the plan that was begun last. */
const finish: fc.Arbitrary<Command> = fc
  .record({ plan, isAimed: fc.boolean() })
  .map(({ plan: number, isAimed }) => (store) => {
    const begun = store.accepted.findLast((event) => event.event === 'disposal-intended');
    const planSha256 = (isAimed ? begun?.planSha256 : undefined) ?? digest(number);
    return { event: 'disposal-done', planSha256 };
  });

/** Days go by, often until the very day on which a record may go, or the one before. */
const wait: fc.Arbitrary<Command> = fc
  .record({ id, days: fc.integer({ min: 1, max: 300 }), early: fc.constantFrom(0, 1, undefined) })
  .map(({ id: record, days, early }) => (store, today) => {
    const from = early === undefined ? undefined : goesFrom(store, record);
    const left = from === undefined ? 0 : (from - today) / dayLength - (early ?? 0);
    return { days: left > 0 && left < 400 ? left : days };
  });

/** Any command, those more often without which the others find nothing to do. */
export const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 8, arbitrary: file },
  { weight: 4, arbitrary: wait },
  { weight: 4, arbitrary: placeHold },
  { weight: 1, arbitrary: placeSeriesHold },
  { weight: 3, arbitrary: changeHold },
  { weight: 4, arbitrary: releaseHold },
  { weight: 3, arbitrary: changeSchedule },
  { weight: 3, arbitrary: enterEvent },
  { weight: 4, arbitrary: packSome },
  { weight: 5, arbitrary: receiveSome },
  { weight: 3, arbitrary: decide },
  { weight: 3, arbitrary: withdrawEvent },
  { weight: 8, arbitrary: intendSome },
  { weight: 9, arbitrary: disposeNext },
  { weight: 1, arbitrary: withdraw },
  { weight: 4, arbitrary: finish },
);
