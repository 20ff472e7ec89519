import fc from 'fast-check';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Retention } from '../../src/ledger/facts/record-facts.ts';
import { executeDisposal } from '../../src/custody/execute-disposal.ts';
import { placeHold, releaseHold } from '../../src/custody/hold-records.ts';
import { planDisposal } from '../../src/custody/plan-disposal.ts';
import { RefusedError } from '../../src/store/refused-error.ts';
import { resumeDisposal } from '../../src/custody/resume-disposal.ts';
import { scheduleRecord } from '../../src/custody/schedule-record.ts';
import type { Store } from '../../src/store/store.ts';
import { verifyStore } from '../../src/verify/verify-store.ts';
import { isLong } from '../how-long.ts';
import { crashAt } from './failing-files.ts';
import { fileRecord, openTestStore } from './make-store.ts';

/** The schedules of the model, and the year from whose first day a record that was released in 2010 may go. */
const kinds = {
  unscheduled: { retention: { disposition: 'unscheduled' }, from: Infinity },
  permanent: { retention: { disposition: 'permanent', authority: 'DAA-1' }, from: Infinity },
  short: { retention: temporary('P1Y'), from: 2012 },
  long: { retention: temporary('P9Y'), from: 2020 },
} as const satisfies Readonly<Record<string, { readonly retention: Retention; readonly from: number }>>;
type Kind = keyof typeof kinds;

function temporary(period: string): Retention {
  const cutoff = { from: 'released', at: 'calendar-year' } as const;
  return { disposition: 'temporary', authority: 'DAA-1', period, cutoff };
}

const ids = ['a', 'b', 'c'] as const;
const collection = 'all';
const everyId = [...ids, collection] as const;
type Id = (typeof everyId)[number];

type Command =
  | { readonly do: 'file'; readonly id: Id; readonly kind: Kind; readonly members: readonly Id[] }
  | { readonly do: 'hold'; readonly id: Id }
  | { readonly do: 'release'; readonly which: number }
  | { readonly do: 'schedule'; readonly id: Id; readonly kind: Kind }
  | { readonly do: 'plan'; readonly ids: readonly Id[] }
  | { readonly do: 'execute'; readonly which: number; readonly crash: number | undefined }
  | { readonly do: 'resume' }
  | { readonly do: 'alter'; readonly which: number }
  | { readonly do: 'wait'; readonly years: number };

const id = fc.constantFrom<Id>(...everyId);
const kind = fc.constantFrom<Kind>(
  'unscheduled',
  'unscheduled',
  'permanent',
  'short',
  'short',
  'short',
  'long',
);
const which = fc.nat(3);
const execution: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('execute'),
  which,
  crash: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
});
const alteration: fc.Arbitrary<Command> = fc.record({ do: fc.constant('alter'), which });
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('file'),
      id,
      kind,
      members: fc.subarray([...ids], { minLength: 1 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('hold'), id }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('release'), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('schedule'), id, kind }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('plan'), ids: fc.subarray([...everyId]) }) },
  { weight: 6, arbitrary: execution },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('resume') }) },
  { weight: 3, arbitrary: alteration },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait'), years: fc.integer({ min: 1, max: 4 }) }) },
);

/** What every run begins with, so that few of its commands are about nothing. */
const beginning: readonly Command[] = [
  { do: 'file', id: 'a', kind: 'short', members: [] },
  { do: 'file', id: 'b', kind: 'short', members: [] },
  { do: 'file', id: collection, kind: 'short', members: ['a', 'b'] },
  { do: 'wait', years: 2 },
  { do: 'plan', ids: [] },
];

const orders = fc.array(command, { minLength: 10, maxLength: 25, size: 'max' });
const cutShort = (min: number, max: number): fc.Arbitrary<Command> =>
  fc.integer({ min, max }).map((crash) => ({ do: 'execute', which: 0, crash }));
/** Most runs go on with a disposal that is cut short or meets an altered bag, for few come to one by themselves. */
const opening: fc.Arbitrary<readonly Command[]> = fc.oneof(
  fc.constant([]),
  fc.tuple(cutShort(1, 30)),
  // Its intent is in the ledger then, and hardly a bag is gone.
  fc.tuple(cutShort(9, 16), alteration, fc.constant({ do: 'resume' } as const)),
  fc.tuple(alteration, cutShort(1, 30)),
);
const run: fc.Arbitrary<readonly Command[]> = fc
  .tuple(opening, orders)
  .map(([first, others]) => [...first, ...others]);

/** What the words mean: nothing of it is asked of the code. */
interface Model {
  year: number;
  readonly versions: {
    readonly id: Id;
    readonly bag: string;
    readonly text: string;
    kind: Kind;
    readonly members: readonly Id[];
  }[];
  readonly holds: { readonly id: Id; readonly holdId: string; open: boolean }[];
  readonly approvals: string[];
  readonly gone: Set<string>;
  /** The bags of which a source is not what was filed. */
  readonly altered: Set<string>;
}

function reach(model: Model, from: Id): ReadonlySet<Id> {
  const reached = new Set<Id>([from]);
  for (const next of reached)
    for (const { bag, id: of, members } of model.versions)
      if (of === next && !model.gone.has(bag)) for (const member of members) reached.add(member);
  return reached;
}

function mayGo(model: Model, from: Id): boolean {
  return [...reach(model, from)].every((part) => {
    const filed = model.versions.filter((version) => version.id === part);
    const there = filed.filter(({ bag }) => !model.gone.has(bag));
    const isHeld = model.holds.some((hold) => hold.open && hold.id === part);
    return filed.length > 0 && !isHeld && there.every((version) => kinds[version.kind].from <= model.year);
  });
}

const filesOfBag = 7;

/** Whether every file of a bag is there, in its place or wherever a disposal has moved it. */
function isWhole(store: Store, bag: string): boolean {
  return [bag, `pending/${bag}`, `pending/${bag}.deleting`].some((name) => {
    const path = join(store.path, name);
    if (!existsSync(path)) return false;
    const entries = readdirSync(path, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).length === filesOfBag;
  });
}

/** The source of a bag that stands in its place or waits for its deletion; none of one that is being deleted. */
function standingSource(store: Store, bag: string): string | undefined {
  const places = [`pending/${bag}`, bag].map((name) => join(store.path, name, 'data/source/post.md'));
  return places.find((path) => existsSync(path));
}

/** Alters a bag, of those that a killed disposal has moved where there are any. */
function alter(store: Store, model: Model, which: number): void {
  const standing = model.versions.filter(({ bag }) => standingSource(store, bag) !== undefined);
  const pending = standing.filter(({ bag }) => existsSync(join(store.path, 'pending', bag)));
  const version = (pending.length > 0 ? pending : standing).at(-1 - which);
  const source = version && standingSource(store, version.bag);
  if (version === undefined || source === undefined) return;
  writeFileSync(source, version.text.replace('Words', 'Wards'));
  model.altered.add(version.bag);
}

/** What an officer does who is told of it: the bytes that were filed come back from elsewhere. */
function mend(store: Store, model: Model): void {
  for (const { bag, text } of model.versions) {
    const source = model.altered.has(bag) ? standingSource(store, bag) : undefined;
    if (source !== undefined) writeFileSync(source, text);
  }
  model.altered.clear();
}

async function obey(store: Store, model: Model, order: Command): Promise<void> {
  const now = (): Date => new Date(Date.UTC(model.year, 5, 1));
  const context = { now };
  const count = model.versions.length + model.holds.length + model.approvals.length;
  const approve = (fields: Readonly<Record<string, unknown>>): string => {
    const path = join(store.path, `../approval-${count}.json`);
    const date = now().toISOString().slice(0, 10);
    writeFileSync(path, JSON.stringify({ approver: 'x', authority: 'DAA-1', date, ...fields }));
    return path;
  };
  switch (order.do) {
    case 'file': {
      const members = order.id === collection ? order.members : [];
      const { retention } = kinds[order.kind];
      const text = `Words ${count}.\n`;
      const record = { id: order.id, retention, text, ...(members.length > 0 ? { members } : {}) };
      const bag = await fileRecord(store, record, now());
      model.versions.push({ id: order.id, bag, text, kind: order.kind, members });
      return;
    }
    case 'hold': {
      const options = { store, matter: 'm', authority: 'x', by: 'y', records: [order.id] };
      const { holdId } = await placeHold(options, context);
      model.holds.push({ id: order.id, holdId, open: true });
      return;
    }
    case 'release': {
      const hold = model.holds[order.which];
      if (hold === undefined) return;
      await releaseHold({ store, holdId: hold.holdId, by: 'y', reason: 'z' }, context);
      hold.open = false;
      return;
    }
    case 'schedule': {
      const { authority: _, ...retention }: Retention = kinds[order.kind].retention;
      const approval = approve({ records: [order.id] });
      await scheduleRecord({ store, record: order.id, retention, authority: 'DAA-1', approval }, context);
      for (const version of model.versions) if (version.id === order.id) version.kind = order.kind;
      return;
    }
    case 'plan': {
      for (const { sha256, plan } of await planDisposal({ store, records: order.ids }, context))
        model.approvals.push(
          approve({ plan_sha256: sha256, records: plan.records.map(({ record }) => record) }),
        );
      return;
    }
    case 'execute': {
      const approval = model.approvals.at(-1 - order.which);
      if (approval === undefined) return;
      const disk = order.crash === undefined ? store.files : crashAt(order.crash).files;
      await executeDisposal({ store: { ...store, files: disk }, approval }, context);
      return;
    }
    case 'resume':
      await resumeDisposal({ store }, context);
      return;
    case 'alter':
      alter(store, model, order.which);
      return;
    case 'wait':
      model.year += order.years;
  }
}

test('no order of commands on a store deletes what must stay, however they are cut short', async () => {
  const tally = new Map<string, number>();
  const walk = (name: string): void => void tally.set(name, (tally.get(name) ?? 0) + 1);
  await fc.assert(
    fc.asyncProperty(run, async (orders) => {
      const folder = mkdtempSync(join(tmpdir(), 'store-'));
      try {
        const store = await openTestStore(folder);
        const model: Model = {
          year: 2011,
          versions: [],
          holds: [],
          approvals: [],
          gone: new Set(),
          altered: new Set(),
        };
        for (const order of [...beginning, ...orders]) {
          let outcome = 'done';
          try {
            await obey(store, model, order);
          } catch (error) {
            if (error instanceof RefusedError) outcome = error.refusals[0]?.refused ?? '';
            else if (error instanceof Error && error.message.includes('ECRASH')) outcome = 'killed';
            else throw error;
          }
          walk(`${order.do} ${outcome}`);
          for (const version of model.versions) {
            if (model.gone.has(version.bag) || isWhole(store, version.bag)) continue;
            expect([version.bag, model.altered.has(version.bag)]).toEqual([version.bag, false]);
            walk(`gone ${version.id === collection ? 'collection' : 'post'}`);
            expect([version.bag, mayGo(model, version.id), order.do]).toEqual([
              version.bag,
              true,
              order.do === 'resume' ? 'resume' : 'execute',
            ]);
          }
          if (outcome === 'integrity') {
            expect(model.altered.size).toBeGreaterThan(0);
            mend(store, model);
          }
          // Only now, so that records that go together are judged together.
          for (const { bag } of model.versions) if (!isWhole(store, bag)) model.gone.add(bag);
        }
        mend(store, model);
        await resumeDisposal({ store }, { now: () => new Date(Date.UTC(model.year, 5, 1)) });
        // Entering the audit of the first is a change, which does what a killed command left to the next one.
        await verifyStore({ store }, { now: () => new Date(Date.UTC(model.year, 5, 1)) });
        const report = await verifyStore({ store }, { now: () => new Date(Date.UTC(model.year, 5, 1)) });
        expect(report.findings).toEqual([]);
        expect(report.unfinished).toEqual([]);
      } finally {
        rmSync(folder, { recursive: true });
      }
    }),
    { numRuns: isLong ? 120 : 25, seed: 3 },
  );
  const walked = [
    'execute done',
    'execute killed',
    'execute held',
    'execute approval-mismatch',
    'execute integrity',
    'plan held',
    'plan unscheduled',
    'plan not-yet-eligible',
    'plan permanent',
    'hold done',
    'release done',
    'resume done',
    'resume integrity',
    'schedule done',
    'gone post',
    'gone collection',
  ];
  expect(walked.filter((name) => !tally.has(name))).toEqual([]);
});
