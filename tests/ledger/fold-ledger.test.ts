import { describe, expect, test } from 'vitest';
import { parsePlainDate, type PlainDate } from '../../src/document/plain-date.ts';
import { disposability, findRefusals, openHolds } from '../../src/ledger/disposability.ts';
import { foldLedger } from '../../src/ledger/fold-ledger.ts';
import type { LedgerEvent } from '../../src/ledger/ledger-event.ts';
import type { LedgerState } from '../../src/ledger/ledger-state.ts';
import { exitCodeOfRefusals } from '../../src/ledger/refusal.ts';
import {
  aYear,
  digest,
  dispose,
  filed,
  hold,
  intend,
  permanent,
  release,
  schedule,
  unscheduled,
  write,
} from './events.ts';

function day(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (!date) throw new Error(`${text} is no day`);
  return date;
}

/** The state after events; a text is the day of those that follow. */
function fold(...events: readonly (LedgerEvent | string)[]): LedgerState {
  return foldLedger(write(events).entries);
}

/** `disposable`, or exit code, kind and reason. */
function ask(state: LedgerState, id: string, on = '2021-01-02', resuming?: number): string {
  const plan = resuming === undefined ? {} : { resuming: digest(resuming) };
  const answer = disposability(state, id, { on: day(on), ...plan });
  if (answer === 'disposable') return answer;
  return `${exitCodeOfRefusals([answer])} ${answer.refused}: ${answer.why}`;
}

/** What was refused, by the number of its line. */
function refused(state: LedgerState): readonly string[] {
  return state.refused.map(({ seq, refusal }) => `${seq} ${refusal.refused}: ${refusal.why}`);
}

describe('a record may go', () => {
  test('from the day after its period, and not before', () => {
    const state = fold(filed('a'));
    expect(ask(state, 'a', '2021-01-01')).toBe(
      '12 not-yet-eligible: a may go from 2021-01-02, not on 2021-01-01',
    );
    expect(ask(state, 'a', '2021-01-02')).toBe('disposable');
    expect(ask(state, 'b')).toBe('2 record-unknown: b was never filed here');
  });

  test('never, if permanent or unscheduled or of an unknown date', () => {
    const updated = { ...aYear, cutoff: { from: 'updated', at: 'day' } } as const;
    const state = fold(
      filed('p', { retention: permanent }),
      filed('u', { retention: unscheduled }),
      filed('d', { retention: updated }),
      filed('e', { retention: updated, dates: { updated: '2020-01-01' } }),
      filed('n', {
        retention: { disposition: 'temporary', period: 'P0D', cutoff: aYear.cutoff ?? updated.cutoff },
      }),
    );
    expect(ask(state, 'p', '9999-12-31')).toBe('13 permanent: p is permanent');
    expect(ask(state, 'u', '9999-12-31')).toBe('11 unscheduled: u is unscheduled');
    expect(ask(state, 'd', '9999-12-31')).toBe(
      '12 not-yet-eligible: d has no day from which it may go: The cutoff begins from the date on which the record was updated, which is not known',
    );
    expect(ask(state, 'e')).toBe('disposable');
    expect(ask(state, 'n', '9999-12-31')).toBe(
      '12 not-yet-eligible: n has no day from which it may go: The schedule is not whole: A temporary record needs “retention.authority”',
    );
  });

  test('under the schedule in force', () => {
    const state = fold(filed('a', { retention: unscheduled }), schedule('a', aYear));
    expect(ask(state, 'a')).toBe('disposable');
    expect(state.records.get('a')?.versions[0]).toMatchObject({
      retention: aYear,
      scheduled: { seq: 2, at: '2020-01-01T12:00:00Z', approvalSha256: digest(7) },
      facts: { retention: unscheduled },
    });
    expect(ask(fold(filed('a'), schedule('a', permanent)), 'a')).toBe('13 permanent: a is permanent');
    expect(ask(fold(filed('a'), schedule('a', unscheduled)), 'a')).toBe('11 unscheduled: a is unscheduled');
  });

  test('only if every version may', () => {
    const lastYear = { filed: '2021-06-30' };
    expect(ask(fold(filed('a'), filed('a', { version: 2, dates: lastYear })), 'a')).toBe(
      '12 not-yet-eligible: a may go from 2022-07-01, not on 2021-01-02',
    );
    // A new version takes no permanence away, and gives no schedule to the one before.
    expect(ask(fold(filed('a', { retention: permanent }), filed('a', { version: 2 })), 'a')).toBe(
      '13 permanent: a is permanent',
    );
    expect(ask(fold(filed('a', { retention: unscheduled }), filed('a', { version: 2 })), 'a')).toBe(
      '11 unscheduled: a is unscheduled',
    );
    // A schedule counts for what was filed before it.
    const later = [filed('a', { retention: unscheduled }), schedule('a', aYear)];
    expect(ask(fold(...later, filed('a', { version: 2, retention: unscheduled })), 'a')).toBe(
      '11 unscheduled: a is unscheduled',
    );
  });

  test('only while no hold is open', () => {
    const held = [filed('a'), hold('h1', 'a'), hold('h2', 'a')];
    expect(ask(fold(...held), 'a')).toBe('10 held: a is held for “Smith v. h1” (hold h1)');
    expect(ask(fold(...held, release('h1')), 'a')).toBe('10 held: a is held for “Smith v. h2” (hold h2)');
    const state = fold(...held, release('h1'), '2020-02-01', release('h2'));
    expect(ask(state, 'a')).toBe('disposable');
    expect(state.holds.get('h2')).toEqual({
      id: 'h2',
      matter: 'Smith v. h2',
      authority: 'Court',
      by: 'Counsel',
      records: ['a'],
      placedAt: '2020-01-01T12:00:00Z',
      released: { at: '2020-02-01T12:00:00Z', by: 'Counsel', reason: 'Settled' },
    });
    // The end of a hold is not the end of the period.
    expect(ask(state, 'a', '2020-12-31')).toBe(
      '12 not-yet-eligible: a may go from 2021-01-02, not on 2020-12-31',
    );
  });

  test('for the reason with the lowest exit code of several', () => {
    const state = fold(
      filed('p', { retention: permanent }),
      filed('u', { retention: unscheduled }),
      filed('a', { dates: { filed: '2020-06-01' } }),
      filed('c', { retention: permanent, members: ['p', 'a', 'u'] }),
    );
    expect(
      findRefusals(state, 'c', { on: day('2021-01-02') }).map((refusal) => exitCodeOfRefusals([refusal])),
    ).toEqual([13, 13, 12, 11]);
    expect(ask(state, 'c')).toBe('11 unscheduled: c cannot go before its member u, which is unscheduled');
    expect(ask(state, 'p')).toBe('13 permanent: p is permanent');
  });
});

describe('a collection', () => {
  const collection = [filed('a'), filed('b'), filed('c', { members: ['a', 'b'] })];

  test('takes on the holds of its members, but not they its own', () => {
    const state = fold(...collection, hold('h1', 'b'));
    expect(ask(state, 'c')).toBe('10 held: c is held for “Smith v. h1” (hold h1), as its member b is');
    expect(openHolds(state, 'c').map(({ hold: { id }, through }) => `${id} ${through}`)).toEqual(['h1 b']);
    expect(state.records.get('c')?.holds).toEqual([]);
    expect(ask(state, 'a')).toBe('disposable');
    expect(ask(fold(...collection, hold('h1', 'c')), 'a')).toBe('disposable');
    expect(ask(fold(...collection, hold('h1', 'b'), release('h1')), 'c')).toBe('disposable');
  });

  test.each([
    ['permanent', permanent, '13 permanent: c cannot go before its member b, which is permanent'],
    ['unscheduled', unscheduled, '11 unscheduled: c cannot go before its member b, which is unscheduled'],
    [
      'not yet eligible',
      { ...aYear, period: 'P2Y' },
      '12 not-yet-eligible: c cannot go before its member b, which may go from 2022-01-02, not on 2021-01-02',
    ],
  ])('cannot go while a member is %s', (_name, retention, expected) => {
    expect(ask(fold(...collection, schedule('b', retention)), 'c')).toBe(expected);
    expect(ask(fold(...collection, schedule('b', retention)), 'a')).toBe('disposable');
  });

  test('cannot go while a member is not filed here', () => {
    const state = fold(filed('c', { members: ['a'] }));
    expect(ask(state, 'c')).toBe(
      '11 unscheduled: c cannot go before its member a, which was never filed here: nothing says when it may go',
    );
    const later = fold(filed('c', { members: ['a'] }), filed('a'));
    expect(ask(later, 'c')).toBe('disposable');
    expect(later.records.get('a')?.collections).toEqual(['c']);
  });

  test('is bound by the members of every version that is there', () => {
    const state = fold(...collection, filed('c', { version: 2, members: ['a'] }), hold('h1', 'b'));
    expect(ask(state, 'c')).toBe('10 held: c is held for “Smith v. h1” (hold h1), as its member b is');
    expect(state.records.get('b')?.collections).toEqual(['c']);
  });

  test('of collections is bound by theirs', () => {
    const state = fold(...collection, filed('d', { members: ['c'] }), schedule('b', permanent));
    expect(ask(state, 'd')).toBe('13 permanent: d cannot go before its member b, which is permanent');
  });

  test('is not bound by a member that is gone, nor a member by it', () => {
    const gone = fold(...collection, '2021-01-02', intend(1, 'a'), dispose(1, 'a'));
    expect(refused(gone)).toEqual([]);
    expect(ask(gone, 'c')).toBe('disposable');
    const going = [...collection, '2021-01-02', intend(1, 'c'), dispose(1, 'c')];
    expect(fold(...going).records.get('a')?.collections).toEqual([]);
    expect(ask(fold(...going), 'c')).toBe('2 already-disposed: c was disposed of already');
  });

  test('is no member of itself', () => {
    expect(refused(fold(filed('c', { members: ['c'] })))).toEqual([
      '1 collection-wrong: c would be a member of itself through c',
    ]);
    const around = fold(
      filed('c', { members: ['b'] }),
      filed('b', { members: ['a'] }),
      filed('a', { members: ['c'] }),
    );
    expect(refused(around)).toEqual(['3 collection-wrong: a would be a member of itself through c']);
    expect([...around.records.keys()]).toEqual(['c', 'b']);
    expect(refused(fold(filed('c', { members: ['a', 'a'] })))).toEqual([
      '1 collection-wrong: c lists a member twice',
    ]);
  });
});

describe('a disposal', () => {
  const two = [filed('a'), filed('a', { version: 2 }), filed('b')];
  const begun = [...two, '2021-01-02', intend(1, 'a', 'b')];

  test('is intended, then done version by version', () => {
    const half = fold(...begun, dispose(1, 'a'));
    expect(refused(half)).toEqual([]);
    expect(half.records.get('a')?.disposal).toEqual({ state: 'intended', planSha256: digest(1) });
    expect(half.plans.get(digest(1))).toMatchObject({ records: ['a', 'b'], open: ['a', 'b'], done: false });
    expect(ask(half, 'a')).toBe('2 disposal-unfinished: A disposal of a was begun and is not finished');
    expect(ask(half, 'a', '2021-01-02', 1)).toBe('disposable');
    const whole = [...begun, dispose(1, 'a'), dispose(1, 'a', 2), dispose(1, 'b')];
    expect(fold(...whole).records.get('a')?.disposal).toEqual({ state: 'done' });
    const done = fold(...whole, { event: 'disposal-done', planSha256: digest(1) });
    expect(refused(done)).toEqual([]);
    expect(done.plans.get(digest(1))).toMatchObject({ open: [], done: true });
    expect(done.records.get('a')?.versions[0]?.disposed).toEqual({
      at: '2021-01-02T12:00:00Z',
      planSha256: digest(1),
      tombstone: 'tombstones/a.json',
    });
  });

  test('stops at a hold, unless the bag was gone already', () => {
    const held = [...begun, hold('h1', 'a')];
    expect(ask(fold(...held), 'a', '2021-01-02', 1)).toBe('10 held: a is held for “Smith v. h1” (hold h1)');
    expect(refused(fold(...held, dispose(1, 'a'), dispose(1, 'b')))).toEqual([
      '6 held: a is held for “Smith v. h1” (hold h1)',
    ]);
    const gone = fold(
      ...held,
      { ...dispose(1, 'a'), recovered: true },
      { ...dispose(1, 'a', 2), recovered: true },
    );
    expect(refused(gone)).toEqual([]);
    expect(gone.records.get('a')?.disposal).toEqual({ state: 'done' });
    const withdrawn = fold(
      ...held,
      { event: 'disposal-withdrawn', records: ['a'], planSha256: digest(1), reason: 'Held' },
      dispose(1, 'b'),
      { event: 'disposal-done', planSha256: digest(1) },
    );
    expect(refused(withdrawn)).toEqual([]);
    expect(withdrawn.records.get('a')?.disposal).toEqual({ state: 'none' });
  });

  const withdraw = (...records: readonly string[]): LedgerEvent => ({
    event: 'disposal-withdrawn',
    records,
    planSha256: digest(1),
    reason: 'r',
  });
  const done = (plan: number): LedgerEvent => ({ event: 'disposal-done', planSha256: digest(plan) });
  test.each<[string, LedgerEvent, string]>([
    ['done before its records are', done(1), 'disposal-unfinished: a is not disposed of yet'],
    ['done that was never begun', done(2), 'plan-wrong: No such plan is being carried out'],
    [
      'of a record that no plan names',
      dispose(1, 'c'),
      'plan-wrong: No plan to dispose of c is being carried out',
    ],
    ['under another plan', dispose(2, 'a'), 'plan-wrong: No plan to dispose of a is being carried out'],
    [
      'of a version that is not there',
      dispose(1, 'a', 3),
      'version-wrong: a has no version 3 that is still there',
    ],
    ['begun twice', intend(2, 'a'), 'disposal-unfinished: A disposal of a was begun and is not finished'],
    ['with the same plan', intend(1, 'a'), 'plan-wrong: The plan was carried out before'],
    [
      'withdrawn for another record',
      withdraw('c'),
      'plan-wrong: No plan to dispose of c is being carried out',
    ],
    ['withdrawn twice at once', withdraw('a', 'a'), 'plan-wrong: a is named twice'],
    [
      'overtaken by a version',
      filed('a', { version: 3 }),
      'disposal-unfinished: A disposal of a was begun and is not finished',
    ],
    [
      'overtaken by a schedule',
      schedule('a', aYear),
      'disposal-unfinished: A disposal of a was begun and is not finished',
    ],
    [
      'overtaken by a collection',
      filed('c', { members: ['b'] }),
      'disposal-unfinished: A disposal of b was begun and is not finished',
    ],
  ])('is not %s', (_name, event, expected) => {
    const state = fold(...begun, event);
    expect(refused(state)).toEqual([`5 ${expected}`]);
    // What is refused changes nothing.
    expect({ ...state, refused: [] }).toEqual(fold(...begun));
  });

  test('is refused for the gravest reason of its records', () => {
    const state = fold(
      ...two,
      filed('u', { retention: unscheduled }),
      '2020-06-01',
      intend(1, 'a', 'u', 'x'),
    );
    expect(refused(state)).toEqual(['5 unscheduled: u is unscheduled']);
    expect(refused(fold(filed('a'), '2021-01-02', intend(1, 'a', 'a')))).toEqual([
      '2 plan-wrong: a is named twice',
    ]);
  });
});

describe('what may not follow changes nothing', () => {
  const gone = [filed('a'), '2021-01-02', intend(1, 'a'), dispose(1, 'a')];
  const audit: LedgerEvent = { event: 'audited', records: ['a'], outcome: 'success', failures: [] };
  const transfer: LedgerEvent = { event: 'transferred', record: 'a', receiptSha256: digest(1), to: 'NARA' };
  test.each<[string, readonly (LedgerEvent | string)[], LedgerEvent, string]>([
    [
      'the same content',
      [filed('a')],
      filed('a', { version: 2, content: 1 }),
      'already-filed: a is already filed as a_v0001',
    ],
    [
      'another version that supersedes nothing',
      [filed('a')],
      filed('a', { content: 2 }),
      'version-wrong: a is filed already: another version must supersede it',
    ],
    [
      'a first version that supersedes',
      [],
      filed('a', { version: 2 }),
      'version-wrong: a was never filed, so there is nothing to supersede',
    ],
    [
      'a version left out',
      [filed('a')],
      filed('a', { version: 3 }),
      'version-wrong: The next version of a is a_v0002',
    ],
    [
      'a bag of another name',
      [],
      { ...filed('a'), bag: '../a_v0001' },
      'version-wrong: The next version of a is a_v0001',
    ],
    ['an id again', gone, filed('a', { version: 2 }), 'already-disposed: a was disposed of already'],
    [
      'a member that is gone',
      gone,
      filed('c', { members: ['a'] }),
      'already-disposed: a was disposed of already',
    ],
    ['a hold on what is gone', gone, hold('h', 'a'), 'already-disposed: a was disposed of already'],
    [
      'a schedule for what is gone',
      gone,
      schedule('a', aYear),
      'already-disposed: a was disposed of already',
    ],
    ['a handover of what is gone', gone, transfer, 'already-disposed: a was disposed of already'],
    [
      'a hold on what is not there',
      [filed('a')],
      hold('h', 'a', 'b'),
      'record-unknown: b was never filed here',
    ],
    ['a hold that names a record twice', [filed('a')], hold('h', 'a', 'a'), 'hold-wrong: a is named twice'],
    [
      'a hold by an id used before',
      [filed('a'), hold('h', 'a'), release('h')],
      hold('h', 'a'),
      'hold-wrong: There was a hold h before',
    ],
    ['the end of no hold', [filed('a')], release('h'), 'hold-wrong: There is no hold h'],
    [
      'the end of a hold twice',
      [filed('a'), hold('h', 'a'), release('h')],
      release('h'),
      'hold-wrong: Hold h was released already',
    ],
    ['an audit of what is not there', [], audit, 'record-unknown: a was never filed here'],
    ['a handover of what is not there', [], transfer, 'record-unknown: a was never filed here'],
    ['a schedule for what is not there', [], schedule('a', aYear), 'record-unknown: a was never filed here'],
    [
      'half a schedule',
      [filed('a')],
      schedule('a', { disposition: 'temporary', authority: 'N1', period: 'P1Y' }),
      'schedule-wrong: The schedule of a is not whole: A temporary record needs “retention.cutoff”',
    ],
    [
      'a schedule of another authority',
      [filed('a')],
      { ...schedule('a', aYear), authority: 'N1' },
      'schedule-wrong: The schedule of a names the authority “DAA-1”, not “N1”',
    ],
  ])('%s', (_name, before, event, expected) => {
    const state = fold(...before, event);
    const line = before.filter((one) => typeof one !== 'string').length + 1;
    expect(refused(state)).toEqual([`${line} ${expected}`]);
    expect({ ...state, refused: [] }).toEqual(fold(...before));
  });
});

test('audits and handovers are kept in order', () => {
  const audited = (outcome: 'success' | 'fail', reason?: string): LedgerEvent => ({
    event: 'audited',
    records: ['a', 'b'],
    outcome,
    failures: reason === undefined ? [] : [{ record: 'a', reason }],
  });
  const state = fold(filed('a'), filed('b'), audited('success'), '2020-05-01', audited('fail', 'A byte'), {
    event: 'transferred',
    record: 'a',
    receiptSha256: digest(4),
    to: 'NARA',
  });
  expect(state.records.get('a')).toMatchObject({
    audits: [
      { seq: 3, at: '2020-01-01T12:00:00Z', outcome: 'success', reasons: [] },
      { seq: 4, at: '2020-05-01T12:00:00Z', outcome: 'fail', reasons: ['A byte'] },
    ],
    transfers: [{ seq: 5, at: '2020-05-01T12:00:00Z', to: 'NARA', receiptSha256: digest(4) }],
  });
  expect(state.records.get('b')?.audits.at(-1)?.reasons).toEqual([]);
  // A handover deletes nothing.
  expect(ask(state, 'a')).toBe('disposable');
});
