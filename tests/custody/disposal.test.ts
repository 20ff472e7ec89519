import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CarriedOut } from '../../src/custody/carry-out.ts';
import { executeDisposal } from '../../src/custody/execute-disposal.ts';
import { placeHold, releaseHold } from '../../src/custody/hold-records.ts';
import { planDisposal, type WrittenPlan } from '../../src/custody/plan-disposal.ts';
import { exitCodeOfRefusals, type Refusal } from '../../src/ledger/refusal.ts';
import { RefusedError } from '../../src/store/refused-error.ts';
import { resumeDisposal } from '../../src/custody/resume-disposal.ts';
import { scheduleRecord } from '../../src/custody/schedule-record.ts';
import type { Store } from '../../src/store/store.ts';
import { verifyStore } from '../../src/verify/verify-store.ts';
import { crashAt, fullAt } from '../store/failing-files.ts';
import { fileRecord, openTestStore, threeYears } from '../store/make-store.ts';
import { snapshot } from '../store/snapshot.ts';
import { isLong } from '../how-long.ts';

const now = (): Date => new Date('2024-07-01T10:00:00Z');
const context = { now };
let folder = '';
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  store = await openTestStore(folder);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const approvalPath = (): string => join(folder, 'approval.yaml');
function approve(fields: Readonly<Record<string, unknown>>): string {
  const all = { approver: 'R. Officer', authority: 'DAA-1', date: '2024-07-01', ...fields };
  writeFileSync(approvalPath(), JSON.stringify(all));
  return approvalPath();
}
async function plan(...records: readonly string[]): Promise<WrittenPlan> {
  const [only, ...others] = await planDisposal({ store, records }, context);
  expect(others).toEqual([]);
  if (only === undefined) throw new Error('nothing may go');
  return only;
}
async function planAndApprove(...records: readonly string[]): Promise<string> {
  const { sha256, plan: planned } = await plan(...records);
  return approve({ plan_sha256: sha256, records: planned.records.map(({ record }) => record) });
}
async function refusalsOf(work: Promise<unknown>): Promise<readonly Refusal[]> {
  try {
    await work;
  } catch (error) {
    if (error instanceof RefusedError) return error.refusals;
    throw error;
  }
  throw new Error('it was not refused');
}
const hold = (...records: readonly string[]): Promise<unknown> =>
  placeHold({ store, matter: 'Doe v. Agency', authority: 'General Counsel', by: 'J. Doe', records }, context);
const bags = (): readonly string[] => readdirSync(store.path).filter((name) => name.includes('_v'));
const verify = (): ReturnType<typeof verifyStore> => verifyStore({ store }, context);

describe('a disposal', () => {
  test('deletes every version of the planned records and no other, and leaves tombstones', async () => {
    await fileRecord(store, { id: 'a', retention: threeYears });
    await fileRecord(store, { id: 'a', retention: threeYears, text: 'Other words.\n' });
    await fileRecord(store, { id: 'b', retention: threeYears });
    await fileRecord(store, { id: 'c' });
    const { plan: planned, sha256 } = await plan('a');
    expect(planned).toMatchObject({
      made: '2024-07-01T10:00:00Z',
      authority: 'DAA-1',
      records: [{ record: 'a', title: 'Title of a', holds: [], versions: [{ version: 1 }, { version: 2 }] }],
    });
    expect(planned.records[0]?.versions[0]?.arithmetic).toEqual([
      'released on 2010-06-07',
      'cut off at the end of the calendar year: 2010-12-31',
      'kept for P3Y: until 2013-12-31',
      'may go from the day after: 2014-01-01',
    ]);
    const approval = approve({ plan_sha256: sha256, records: ['a'] });
    const done = await executeDisposal({ store, approval }, context);
    expect(done.disposed.map(({ bag }) => bag)).toEqual(['a_v0001', 'a_v0002']);
    expect(done.withdrawn).toEqual([]);
    expect(bags()).toEqual(['b_v0001', 'c_v0001']);
    expect(readdirSync(join(store.path, 'pending'))).toEqual([]);
    expect(readdirSync(join(store.path, 'tombstones'))).toEqual(['a_v0001.json', 'a_v0002.json']);
    const tombstone: unknown = JSON.parse(readFileSync(join(store.path, 'tombstones/a_v0002.json'), 'utf8'));
    expect(tombstone).toMatchObject({
      record: 'a',
      version: 2,
      title: 'Title of a',
      retention: threeYears,
      eligibleOn: '2014-01-01',
      disposal: { begun: '2024-07-01T10:00:00Z', authority: 'DAA-1', approver: 'R. Officer' },
      planSha256: sha256,
      sha512: [{ path: 'data/source/post.md' }],
    });
    expect(JSON.stringify(tombstone)).not.toContain('Other words');
    expect(await verify()).toMatchObject({ sound: true, findings: [], unfinished: [] });
    expect(await refusalsOf(plan('a'))).toEqual([
      { refused: 'already-disposed', why: 'a was disposed of already' },
    ]);
  });

  test('plans what may go and nothing else, one plan for each authority', async () => {
    await fileRecord(store, { id: 'a', retention: threeYears });
    await fileRecord(store, { id: 'b', retention: { ...threeYears, authority: 'DAA-2' } });
    await fileRecord(store, { id: 'c' });
    await fileRecord(store, { id: 'd', retention: { disposition: 'permanent', authority: 'DAA-3' } });
    await fileRecord(store, { id: 'e', retention: { ...threeYears, period: 'P30Y' } });
    await fileRecord(store, { id: 'f', retention: threeYears });
    await hold('f');
    const plans = await planDisposal({ store, records: [] }, context);
    expect(plans.map(({ plan: one }) => [one.authority, one.records.map(({ record }) => record)])).toEqual([
      ['DAA-1', ['a']],
      ['DAA-2', ['b']],
    ]);
  });
});

describe('a record stays', () => {
  test.each([
    ['unscheduled', { disposition: 'unscheduled' } as const, 11, 'a is unscheduled'],
    ['permanent', { disposition: 'permanent', authority: 'DAA-1' } as const, 13, 'a is permanent'],
    [
      'not yet eligible',
      { ...threeYears, period: 'P30Y' },
      12,
      'a may go from 2041-01-01, not on 2024-07-01',
    ],
  ])('that is %s', async (_name, retention, code, why) => {
    await fileRecord(store, { id: 'a', retention });
    const refusals = await refusalsOf(plan('a'));
    expect(refusals.map((refusal) => refusal.why)).toEqual([why]);
    expect(exitCodeOfRefusals(refusals)).toBe(code);
  });

  test('that is held after its plan was approved, until the hold is released', async () => {
    await fileRecord(store, { id: 'a', retention: threeYears });
    const approval = await planAndApprove('a');
    await hold('a');
    const refusals = await refusalsOf(executeDisposal({ store, approval }, context));
    expect(refusals).toEqual([{ refused: 'held', why: 'a is held for “Doe v. Agency” (hold hold-2)' }]);
    expect(exitCodeOfRefusals(refusals)).toBe(10);
    expect(bags()).toEqual(['a_v0001']);
    await releaseHold({ store, holdId: 'hold-2', by: 'J. Doe', reason: 'settled' }, context);
    expect(bags()).toEqual(['a_v0001']);
    await executeDisposal({ store, approval }, context);
    expect(bags()).toEqual([]);
  });

  test('of which a member is held, unscheduled, permanent or not yet eligible', async () => {
    await fileRecord(store, { id: 'm', retention: threeYears });
    await fileRecord(store, { id: 'n', retention: threeYears });
    await fileRecord(store, { id: 'all', retention: threeYears, members: ['m', 'n'] });
    const approval = await planAndApprove('all');
    await hold('n');
    const refusals = await refusalsOf(executeDisposal({ store, approval }, context));
    expect(refusals).toEqual([
      { refused: 'held', why: 'all is held for “Doe v. Agency” (hold hold-4), as its member n is' },
    ]);
    expect(bags()).toEqual(['all_v0001', 'm_v0001', 'n_v0001']);
  });

  test('of which the bag is not what was filed', async () => {
    await fileRecord(store, { id: 'a', retention: threeYears });
    await fileRecord(store, { id: 'keep' });
    const approval = await planAndApprove('a');
    rmSync(join(store.path, 'a_v0001'), { recursive: true });
    cpSync(join(store.path, 'keep_v0001'), join(store.path, 'a_v0001'), { recursive: true });
    const refusals = await refusalsOf(executeDisposal({ store, approval }, context));
    expect(refusals[0]?.why).toBe(
      'a is not what was filed, so it is not deleted. a_v0001: tagmanifest-sha512.txt is not the one that the ledger says was filed',
    );
    expect(exitCodeOfRefusals(refusals)).toBe(15);
    expect(bags()).toEqual(['a_v0001', 'keep_v0001']);
  });
});

describe('an approval does not match', () => {
  const good = { records: ['a'], date: '2024-07-01' };
  test.each<readonly [string, (sha256: string) => Readonly<Record<string, unknown>>, string]>([
    ['without a plan', () => good, 'The approval APPROVAL names no plan: it has no “plan_sha256”'],
    [
      'of another plan',
      () => ({ ...good, plan_sha256: '0'.repeat(64) }),
      `The store STORE has no plan with the SHA-256 ${'0'.repeat(64)}`,
    ],
    [
      'that leaves a record out',
      (plan_sha256) => ({ ...good, plan_sha256, records: ['b'] }),
      'The approval APPROVAL leaves out a, which the plan would dispose of|The approval APPROVAL names b, which the plan would not dispose of',
    ],
    [
      'that names other records',
      (plan_sha256) => ({ ...good, plan_sha256, records: ['a', 'b', 'c'] }),
      'The approval APPROVAL names b, c, which the plan would not dispose of',
    ],
    [
      'under another authority',
      (plan_sha256) => ({ ...good, plan_sha256, authority: 'DAA-9' }),
      'The approval APPROVAL is under “DAA-9”, but the plan is under “DAA-1”',
    ],
    [
      'older than the plan',
      (plan_sha256) => ({ ...good, plan_sha256, date: '2024-06-30' }),
      'The approval APPROVAL is of 2024-06-30, but the plan was made on 2024-07-01',
    ],
    [
      'of tomorrow',
      (plan_sha256) => ({ ...good, plan_sha256, date: '2024-07-02' }),
      'The approval APPROVAL is of 2024-07-02, a day after today (2024-07-01)',
    ],
    [
      'with a condition',
      (plan_sha256) => ({ ...good, plan_sha256, unless: 'asked' }),
      'The approval APPROVAL:1:163: unknown key `unless`; the keys are plan_sha256, approver, authority, date, records',
    ],
    [
      'without an approver',
      (plan_sha256) => ({ ...good, plan_sha256, approver: ' ' }),
      'The approval APPROVAL:1:2: `approver` must not be empty',
    ],
  ])('%s', async (_name, fields, why) => {
    await fileRecord(store, { id: 'a', retention: threeYears });
    const { sha256 } = await plan('a');
    const approval = approve(fields(sha256));
    const before = snapshot(store.path);
    const refusals = await refusalsOf(executeDisposal({ store, approval }, context));
    const told = refusals.map((refusal) =>
      refusal.why.replace(approval, 'APPROVAL').replace(store.path, 'STORE'),
    );
    expect(told.join('|')).toBe(why);
    expect(exitCodeOfRefusals(refusals)).toBe(14);
    expect(snapshot(store.path)).toEqual(before);
  });

  test.each([
    [
      'is not YAML',
      'a: [',
      '1:5: The file is not YAML: Flow sequence in block collection must be sufficiently indented and end with a ]; close each bracket and brace, and indent what stands between',
    ],
    [
      'repeats a key',
      'approver: a\napprover: b\n',
      '2:1: The file is not YAML: Map keys must be unique; the key stands above already: keep one of the two',
    ],
    [
      'has aliases',
      'approver: &x y\nauthority: *x\ndate: 2024-07-01\nrecords: [a]\n',
      '2:12: Aliases stand for more than is taken in; write out what each `*name` stands for',
    ],
    [
      'has half a digest',
      'plan_sha256: abc\napprover: x\nauthority: y\ndate: 2024-07-01\nrecords: [a]\n',
      '1:1: `plan_sha256` must be the 64 hexadecimal digits that the plan prints, not "abc"',
    ],
    ['is empty', '', '1:1: the file must be a map of keys, not empty'],
    [
      'has a number for an id',
      'approver: x\nauthority: y\ndate: 2024-07-01\nrecords: [1]\n',
      '4:11: `records.0` must be text, not 1',
    ],
  ])('that %s', async (_name, text, why) => {
    writeFileSync(approvalPath(), text);
    const refusals = await refusalsOf(executeDisposal({ store, approval: approvalPath() }, context));
    expect(refusals[0]?.why).toBe(`The approval ${approvalPath()}:${why}`);
    expect(exitCodeOfRefusals(refusals)).toBe(14);
  });

  test('whose plan was changed, or is not what the store holds any more', async () => {
    await fileRecord(store, { id: 'a', retention: threeYears });
    const { path } = await plan('a');
    const approval = await planAndApprove('a');
    await fileRecord(store, { id: 'a', retention: threeYears, text: 'New words.\n' });
    const late = await refusalsOf(executeDisposal({ store, approval }, context));
    expect(late.map(({ why }) => why)).toEqual(['a has changed since the plan was made']);
    await hold('a');
    expect(
      (await refusalsOf(executeDisposal({ store, approval }, context))).map(({ refused }) => refused),
    ).toEqual(['held']);
    appendFileSync(path, ' ');
    const changed = await refusalsOf(executeDisposal({ store, approval }, context));
    expect(changed.map(({ why }) => why)).toEqual([`The plan ${path} was changed: its SHA-256 is another`]);
  });

  test('when the schedule has changed to another authority', async () => {
    await fileRecord(store, { id: 'a', retention: threeYears });
    const approval = await planAndApprove('a');
    const kept = readFileSync(approval);
    const { authority: _, ...retention } = threeYears;
    const schedule = { store, record: 'a', retention, authority: 'DAA-2' };
    const wrong = approve({ records: ['a'] });
    expect(await refusalsOf(scheduleRecord({ ...schedule, approval: wrong }, context))).toEqual([
      { refused: 'approval-mismatch', why: `The approval ${wrong} is under “DAA-1”, not under “DAA-2”` },
    ]);
    await scheduleRecord({ ...schedule, approval: approve({ records: ['a'], authority: 'DAA-2' }) }, context);
    writeFileSync(approval, kept);
    expect(await refusalsOf(executeDisposal({ store, approval }, context))).toEqual([
      { refused: 'approval-mismatch', why: 'a stands under “DAA-2”, not under “DAA-1”' },
    ]);
  });
});

/** Two records of which one has two versions, and an approved plan for both. */
async function prepareTwo(): Promise<string> {
  await fileRecord(store, { id: 'a', retention: threeYears });
  await fileRecord(store, { id: 'a', retention: threeYears, text: 'Other words.\n' });
  await fileRecord(store, { id: 'b', retention: threeYears });
  await fileRecord(store, { id: 'keep' });
  return planAndApprove('a', 'b');
}

describe('a process that is killed at any change', () => {
  const step = isLong ? 1 : 3;

  test('leaves nothing lost; what it left is named, and resumed to the end', async () => {
    const approval = await prepareTwo();
    const start = join(folder, 'start');
    cpSync(store.path, start, { recursive: true });
    const full = crashAt(Infinity);
    await executeDisposal({ store: { ...store, files: full.files }, approval }, context);
    expect(full.log.length).toBeGreaterThan(25);
    const named: number[] = [];
    for (let nth = 1; nth <= full.log.length; nth += step) {
      rmSync(store.path, { recursive: true });
      cpSync(start, store.path, { recursive: true });
      const { files } = crashAt(nth);
      await expect(executeDisposal({ store: { ...store, files }, approval }, context)).rejects.toThrow(
        'ECRASH',
      );
      const report = await verify();
      expect([nth, report.findings]).toEqual([nth, []]);
      named.push(report.unfinished.length);
      const resumed: readonly CarriedOut[] = await resumeDisposal({ store }, context);
      if (resumed.length === 0 && bags().includes('a_v0001'))
        await executeDisposal({ store, approval }, context);
      expect([nth, bags()]).toEqual([nth, ['keep_v0001']]);
      expect([nth, readdirSync(join(store.path, 'pending'))]).toEqual([nth, []]);
      expect(readdirSync(join(store.path, 'tombstones'))).toEqual([
        'a_v0001.json',
        'a_v0002.json',
        'b_v0001.json',
      ]);
      expect(await verify()).toMatchObject({ sound: true, findings: [], unfinished: [] });
    }
    expect(named.filter((count) => count > 0).length).toBeGreaterThan(named.length / 2);
  });

  test('and a hold that is placed then keeps all that is still whole', async () => {
    const approval = await prepareTwo();
    const start = join(folder, 'start');
    cpSync(store.path, start, { recursive: true });
    const full = crashAt(Infinity);
    await executeDisposal({ store: { ...store, files: full.files }, approval }, context);
    const wholes = new Set<number>();
    for (let nth = 1; nth <= full.log.length; nth += step) {
      rmSync(store.path, { recursive: true });
      cpSync(start, store.path, { recursive: true });
      const { files } = crashAt(nth);
      await expect(executeDisposal({ store: { ...store, files }, approval }, context)).rejects.toThrow(
        'ECRASH',
      );
      const whole = wholeBags();
      wholes.add(whole.length);
      const open = ['a', 'b'].filter((id) => whole.some((bag) => bag.startsWith(`${id}_`)));
      if (open.length > 0) await hold(...open);
      await resumeDisposal({ store }, context);
      expect([nth, bags()]).toEqual([nth, whole]);
      expect(await verify()).toMatchObject({ sound: true, findings: [], unfinished: [] });
    }
    expect([...wholes].toSorted()).toEqual([1, 2, 3, 4]);
  });

  test('and a bag that is altered then is not deleted, wherever it stands, until it is what was filed', async () => {
    await fileRecord(store, { id: 'a', retention: threeYears });
    const approval = await planAndApprove('a');
    const start = join(folder, 'start');
    cpSync(store.path, start, { recursive: true });
    const full = crashAt(Infinity);
    await executeDisposal({ store: { ...store, files: full.files }, approval }, context);
    const refused = new Map<string, number>();
    for (let nth = 1; nth <= full.log.length; nth += 1) {
      rmSync(store.path, { recursive: true });
      cpSync(start, store.path, { recursive: true });
      const { files } = crashAt(nth);
      await expect(executeDisposal({ store: { ...store, files }, approval }, context)).rejects.toThrow(
        'ECRASH',
      );
      const place = ['a_v0001', 'pending/a_v0001'].find((name) => existsSync(join(store.path, name)));
      if (place === undefined || !isIntended()) continue;
      const altered = join(store.path, place, 'data/source/post.md');
      writeFileSync(altered, 'Wards of a.\n');
      const before = snapshot(join(store.path, place));
      const refusals = await refusalsOf(resumeDisposal({ store }, context));
      expect([nth, refusals]).toEqual([
        nth,
        [
          {
            refused: 'integrity',
            why: 'a_v0001 is not what was filed any more, so it is not deleted',
          },
        ],
      ]);
      expect(exitCodeOfRefusals(refusals)).toBe(15);
      expect([nth, snapshot(join(store.path, place))]).toEqual([nth, before]);
      refused.set(place, (refused.get(place) ?? 0) + 1);
      writeFileSync(altered, 'Words of a.\n');
      await resumeDisposal({ store }, context);
      expect([nth, bags()]).toEqual([nth, []]);
    }
    expect([...refused.keys()].toSorted()).toEqual(['a_v0001', 'pending/a_v0001']);
  });
});

describe('a disposal that was cut short', () => {
  /** Kills a disposal of `a` when its bag stands in `pending/`. */
  async function cutShort(): Promise<void> {
    await fileRecord(store, { id: 'a', retention: threeYears });
    const approval = await planAndApprove('a');
    const start = join(folder, 'start');
    cpSync(store.path, start, { recursive: true });
    for (let nth = 1; !existsSync(join(store.path, 'pending/a_v0001')); nth += 1) {
      rmSync(store.path, { recursive: true });
      cpSync(start, store.path, { recursive: true });
      const { files } = crashAt(nth);
      await expect(executeDisposal({ store: { ...store, files }, approval }, context)).rejects.toThrow(
        'ECRASH',
      );
    }
  }

  test('makes its tombstone again where what was prepared is gone', async () => {
    await cutShort();
    rmSync(join(store.path, 'tombstones/a_v0001.json.part'));
    await resumeDisposal({ store }, context);
    expect(bags()).toEqual([]);
    expect(readdirSync(join(store.path, 'tombstones'))).toEqual(['a_v0001.json']);
    expect(await verify()).toMatchObject({ sound: true, findings: [], unfinished: [] });
  });

  test('puts a bag back of which nothing is deleted yet, and tells all that holds it', async () => {
    await cutShort();
    renameSync(join(store.path, 'pending/a_v0001'), join(store.path, 'pending/a_v0001.deleting'));
    await hold('a');
    await hold('a');
    const [resumed] = await resumeDisposal({ store }, context);
    expect(resumed?.withdrawn.map(({ record, refusals }) => [record, refusals.length])).toEqual([['a', 2]]);
    expect(bags()).toEqual(['a_v0001']);
    expect(readFileSync(join(store.path, 'ledger.jsonl'), 'utf8')).toMatch(
      /"reason":"a is held for “Doe v\. Agency” \(hold hold-\d\); a is held for “Doe v\. Agency” \(hold hold-\d\)"/u,
    );
    expect(await verify()).toMatchObject({ sound: true, findings: [], unfinished: [] });
  });

  test('says that a bag is lost which is gone and has no tombstone, and does not call it disposed of', async () => {
    await cutShort();
    rmSync(join(store.path, 'pending/a_v0001'), { recursive: true });
    const before = snapshot(store.path);
    const refusals = await refusalsOf(resumeDisposal({ store }, context));
    expect(refusals).toEqual([
      {
        refused: 'integrity',
        why: 'a_v0001 is neither in its place nor pending, and has no tombstone: it is lost',
      },
    ]);
    expect(snapshot(store.path)).toEqual(before);
  });

  test('clears away what another prepared and never began', async () => {
    await fileRecord(store, { id: 'a', retention: threeYears });
    const approval = await planAndApprove('a');
    mkdirSync(join(store.path, 'tombstones'));
    writeFileSync(join(store.path, 'tombstones/b_v0001.json.part'), '{}');
    await executeDisposal({ store, approval }, context);
    expect(readdirSync(join(store.path, 'tombstones'))).toEqual(['a_v0001.json']);
  });
});

/** Whether the ledger holds a whole line that begins a disposal. */
function isIntended(): boolean {
  const lines = readFileSync(join(store.path, 'ledger.jsonl'), 'utf8').split('\n').slice(0, -1);
  return lines.some((line) => line.includes('"disposal-intended"'));
}

/** The bags of which every file is there, wherever they stand. */
function wholeBags(): readonly string[] {
  const places = [store.path, join(store.path, 'pending')];
  const found = places.flatMap((place) => {
    const names =
      readdirSync(store.path).includes('pending') || place === store.path ? readdirSync(place) : [];
    return names
      .filter(
        (name) =>
          /_v\d{4}(?:\.deleting)?$/u.test(name) && Object.keys(snapshot(join(place, name))).length === 7,
      )
      .map((name) => name.replace('.deleting', ''));
  });
  return found.toSorted();
}

describe('a full disk', () => {
  test.each([true, false])('is told before anything is gone (for ever: %s)', async (forEver) => {
    const approval = await prepareTwo();
    const start = join(folder, 'start');
    cpSync(store.path, start, { recursive: true });
    const before = snapshot(store.path);
    for (let nth = 1; ; nth += 1) {
      rmSync(store.path, { recursive: true });
      cpSync(start, store.path, { recursive: true });
      const { files } = fullAt(nth, { forEver });
      const error: unknown = await executeDisposal({ store: { ...store, files }, approval }, context).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      if (error === undefined) {
        expect(nth).toBeGreaterThan(8);
        return;
      }
      expect(error).toMatchObject({
        name: 'ResourceError',
        message: expect.stringContaining('the disk is full'),
      });
      const report = await verify();
      expect([nth, report.findings]).toEqual([nth, []]);
      if (report.unfinished.length === 0) expect([nth, withoutAudit()]).toEqual([nth, withoutLedger(before)]);
      else {
        await resumeDisposal({ store }, context);
        expect([nth, bags()]).toEqual([nth, ['keep_v0001']]);
      }
    }
  });
});

function withoutAudit(): Readonly<Record<string, string>> {
  return withoutLedger(snapshot(store.path));
}

/** The audit of a test itself is entered in the ledger. */
function withoutLedger(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('ledger.')));
}
