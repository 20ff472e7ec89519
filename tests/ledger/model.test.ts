import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePlainDate, type PlainDate } from '../../src/document/plain-date.ts';
import { disposability, openHolds, presentVersions } from '../../src/ledger/disposability.ts';
import { foldLedger } from '../../src/ledger/fold-ledger.ts';
import type { LedgerEntry, LedgerEvent } from '../../src/ledger/ledger-event.ts';
import type { LedgerState } from '../../src/ledger/ledger-state.ts';
import { exitCodeOfRefusals } from '../../src/ledger/refusal.ts';
import { appendLine, emptyHead } from '../../src/ledger/append-line.ts';
import { isLong } from '../how-long.ts';
import { command, dayLength, firstDay, ids, isoDay } from './commands.ts';
import {
  filings,
  inForce,
  isGone,
  cutoffDay,
  type NaiveStore,
  obey,
  openHoldIds,
  planOf,
  present,
  reach,
  whyNot,
} from './naive-store.ts';

function plain(day: number): PlainDate {
  const date = parsePlainDate(isoDay(day));
  if (!date) throw new Error('The model left the calendar');
  return date;
}

function codeOf(state: LedgerState, record: string, today: number): number {
  const answer = disposability(state, record, { on: plain(today) });
  return answer === 'disposable' ? 0 : exitCodeOfRefusals([answer]);
}

/** What both must agree on after every command. */
function compare(state: LedgerState, store: NaiveStore, today: number): void {
  for (const record of ids) {
    const found = state.records.get(record);
    expect(found?.versions.map(({ version }) => version) ?? []).toEqual(
      filings(store, record).map(({ version }) => version),
    );
    expect(codeOf(state, record, today)).toBe(whyNot(store, record, today));
    if (found === undefined) continue;
    expect(presentVersions(found).map(({ version }) => version)).toEqual(
      present(store, record).map(({ version }) => version),
    );
    expect(found.versions.map((version) => version.retention)).toEqual(
      filings(store, record).map((filing) => inForce(store, filing)),
    );
    expect(found.holds.toSorted()).toEqual(openHoldIds(store, record).toSorted());
    expect(
      openHolds(state, record)
        .map((one) => one.hold.id)
        .toSorted(),
    ).toEqual(
      reach(store, record)
        .flatMap((part) => openHoldIds(store, part))
        .toSorted(),
    );
    expect(found.collections.toSorted()).toEqual(
      ids.filter((other) => present(store, other).some(({ members }) => members?.includes(record))),
    );
    const own = planOf(store, record);
    const going = own === undefined ? { state: 'none' } : { state: 'intended', planSha256: own };
    expect(found.disposal).toEqual(isGone(store, record) ? { state: 'done' } : going);
  }
}

/** How many permanent records went whose receipt was there. */
let transferred = 0;

/** A disposal that was accepted, judged by what the words mean and nothing else. */
function expectRight(store: NaiveStore, event: LedgerEvent, today: number): void {
  const records =
    event.event === 'disposal-intended' ? event.records : event.event === 'disposed' ? [event.record] : [];
  if (event.event === 'disposed' && event.recovered) return;
  for (const part of records.flatMap((record) => reach(store, record))) {
    expect(openHoldIds(store, part)).toEqual([]);
    expect(filings(store, part)).not.toEqual([]);
    for (const filing of present(store, part)) {
      const { disposition, cutoff: from, authority } = inForce(store, filing);
      if (disposition === 'permanent') {
        expect(
          store.accepted.some((one) => one.event === 'transfer-received' && one.records.includes(part)),
        ).toBe(true);
        transferred += 1;
        continue;
      }
      expect(disposition).toBe('temporary');
      expect(authority).toBe('DAA-1');
      if (from?.from === 'released' || from?.from === 'updated' || from?.from === 'filed')
        expect(Date.parse(filing.facts[from.from] ?? 'never')).toBeLessThan(today);
      else expect(cutoffDay(store, from, filing)).toBeDefined();
    }
  }
}

test('no order of commands disposes of what must stay, and what is refused changes nothing', () => {
  const tally = new Map<string, number>();
  const count = (name: string): void => {
    tally.set(name, (tally.get(name) ?? 0) + 1);
  };
  fc.assert(
    fc.property(fc.array(command, { minLength: 10, maxLength: 60, size: 'max' }), (commands) => {
      const store: NaiveStore = { accepted: [] };
      const entries: LedgerEntry[] = [];
      let head = emptyHead;
      let today = firstDay;
      let state = foldLedger([]);
      for (const make of commands) {
        const event = make(store, today);
        if ('days' in event) today += event.days * dayLength;
        else {
          const before = { ...store, accepted: [...store.accepted] };
          const appended = appendLine({ event, at: `${isoDay(today)}T23:59:59Z` }, head);
          const after = foldLedger([...entries, appended.entry]);
          const refusal = after.refused[0]?.refusal;
          expect(refusal === undefined).toBe(obey(store, event, today));
          count(`${event.event} ${refusal?.refused ?? 'accepted'}`);
          if (refusal === undefined) {
            expectRight(before, event, today);
            ({ head } = appended);
            entries.push(appended.entry);
          } else expect({ ...after, refused: [] }).toEqual(state);
          state = foldLedger(entries);
        }
        compare(state, store, today);
        for (const record of ids) {
          const isCollection = reach(store, record).length > 1;
          count(`${isCollection ? 'collection' : 'post'} ${codeOf(state, record, today)}`);
        }
      }
    }),
    { numRuns: isLong ? 400 : 120, seed: 2 },
  );
  // Every way was walked, or the test would say nothing.
  const walked = [
    'disposed accepted',
    'disposed held',
    'disposed plan-wrong',
    'disposed version-wrong',
    'disposal-intended accepted',
    'disposal-intended held',
    'disposal-intended permanent',
    'disposal-intended unscheduled',
    'disposal-intended not-yet-eligible',
    'disposal-withdrawn accepted',
    'disposal-done accepted',
    'disposal-done disposal-unfinished',
    'filed accepted',
    'filed already-disposed',
    'filed already-filed',
    'filed disposal-unfinished',
    'filed collection-wrong',
    'hold-placed accepted',
    'hold-released accepted',
    'hold-extended accepted',
    'hold-extended hold-wrong',
    'hold-reduced accepted',
    'hold-reduced hold-wrong',
    'scheduled accepted',
    'scheduled schedule-wrong',
    'transfer-packed accepted',
    'transfer-packed transfer-wrong',
    'transfer-received accepted',
    'transfer-received transfer-wrong',
    'reference-decided accepted',
    'records-scheduled accepted',
    'event-entered accepted',
    'event-entered event-wrong',
    'event-withdrawn accepted',
    'event-withdrawn event-wrong',
    ...[0, 2, 10, 11, 12, 13].flatMap((code) => [`post ${code}`, `collection ${code}`]),
  ];
  expect(transferred).toBeGreaterThan(0);
  expect(walked.filter((name) => !tally.has(name))).toEqual([]);
});
