import { parsePlainDate, type PlainDate } from '../../../src/document/plain-date.ts';
import { checkEvent } from '../../../src/ledger/check-event.ts';
import { checkTime } from '../../../src/ledger/check-time.ts';
import { findRefusals } from '../../../src/ledger/disposability.ts';
import { foldLedger } from '../../../src/ledger/fold-ledger.ts';
import type { LedgerEvent } from '../../../src/ledger/ledger-event.ts';
import { aYear, dispose, filed, hold, intend, permanent, release, schedule, unscheduled, write } from '../../ledger/events.ts';
import type { Cases, Told } from './case.ts';

function day(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (!date) throw new Error(`${text} is no day`);
  return date;
}

/** Why the record `a` may not go on a day, after these events. */
function going(events: readonly (LedgerEvent | string)[], on = '2021-01-02'): Told {
  return () =>
    findRefusals(foldLedger(write(events).entries), 'a', { on: day(on) }).map(
      ({ refused, why }) => `${refused} ${why}`,
    );
}

/** Why the last of these events may not follow the others. */
function following(...events: readonly (LedgerEvent | string)[]): Told {
  return () => {
    const last = events.at(-1);
    if (last === undefined || typeof last === 'string') throw new Error('no event');
    const refusal = checkEvent(foldLedger(write(events.slice(0, -1)).entries), last, day('2021-01-02'));
    return refusal ? [`${refusal.refused} ${refusal.why}`] : [];
  };
}

/** Why a line of one time may not follow one of another. */
function timely(last: string, at: string): Told {
  return () => {
    const refusal = checkTime({ last, backwards: [] }, at, 'audited');
    return refusal ? [`${refusal.refused} ${refusal.why}`] : [];
  };
}

/** A package for the archives. */
function pack(...records: readonly string[]): LedgerEvent {
  return { event: 'transfer-packed', records, packageSha256: '1'.repeat(64), to: 'The Archives' };
}

const later = '2021-01-02';

/** Refusals of the ledger. */
export const ledgerCases: Cases = {
  held: { bad: going([filed('a'), hold('h', 'a')]), good: going([filed('a'), hold('h', 'a'), release('h')]) },
  unscheduled: {
    bad: going([filed('a', { retention: unscheduled })]),
    good: going([filed('a', { retention: unscheduled }), schedule('a', aYear)]),
  },
  'not-yet-eligible': { bad: going([filed('a')], '2021-01-01'), good: going([filed('a')]) },
  permanent: {
    bad: going([filed('a', { retention: permanent })]),
    good: going([filed('a', { retention: permanent }), schedule('a', aYear)]),
  },
  'already-disposed': {
    bad: going([filed('a'), later, intend(1, 'a'), dispose(1, 'a')]),
    good: going([filed('a'), filed('b'), later, intend(1, 'b'), dispose(1, 'b')]),
  },
  'disposal-unfinished': {
    bad: going([filed('a'), later, intend(1, 'a')]),
    good: going([filed('a'), filed('b'), later, intend(1, 'b')]),
  },
  'record-unknown': { bad: going([filed('b')]), good: going([filed('a')]) },
  'already-filed': {
    bad: following(filed('a'), filed('a')),
    good: following(filed('a'), filed('a', { version: 2 })),
  },
  'version-wrong': {
    bad: following(filed('a'), filed('a', { version: 3 })),
    good: following(filed('a'), filed('a', { version: 2 })),
  },
  'collection-wrong': {
    bad: following(filed('c', { members: ['a', 'a'] })),
    good: following(filed('c', { members: ['a', 'b'] })),
  },
  'hold-wrong': { bad: following(filed('a'), release('h')), good: following(filed('a'), hold('h', 'a'), release('h')) },
  'schedule-wrong': {
    bad: following(filed('a'), schedule('a', { disposition: 'temporary', authority: 'DAA-1' })),
    good: following(filed('a'), schedule('a', aYear)),
  },
  'event-wrong': {
    bad: following(filed('a'), { event: 'event-entered', records: ['a'], name: 'case-closed', on: '2021-01-04' }),
    good: following(filed('a'), { event: 'event-entered', records: ['a'], name: 'case-closed', on: '2021-01-03' }),
  },
  'transfer-wrong': {
    bad: following(filed('a'), pack('a')),
    good: following(filed('a', { retention: permanent }), pack('a')),
  },
  'clock-wrong': {
    bad: timely('2021-01-02T12:00:00Z', '2021-01-01T11:59:59Z'),
    good: timely('2021-01-02T12:00:00Z', '2021-01-01T12:00:00Z'),
  },
  'plan-wrong': {
    bad: following(filed('a'), later, dispose(1, 'a')),
    good: following(filed('a'), later, intend(1, 'a'), dispose(1, 'a')),
  },
};
