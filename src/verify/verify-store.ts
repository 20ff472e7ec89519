import { join } from 'node:path';
import { shorten } from '../characters/shorten.ts';
import { ResourceError } from '../diagnostics/errors.ts';
import { presentVersions } from '../ledger/disposability.ts';
import type { LedgerHead } from '../ledger/ledger-event.ts';
import type { LedgerState, RecordState } from '../ledger/ledger-state.ts';
import { groupBy } from '../lists/group-by.ts';
import { appendAll } from '../lists/append-all.ts';
import { formatInstant } from '../files/instant.ts';
import { appendEvent, readSoundLedger } from '../store/append-event.ts';
import { bagPlaces, locateBag } from '../store/bag-places.ts';
import { checkLedger, type ExpectedHead } from './check-ledger.ts';
import { checkTimes } from './check-times.ts';
import { checkBag } from './check-version.ts';
import { inspectStore } from './inspect-store.ts';
import { readLedgerFile } from '../store/ledger-file.ts';
import { takeLock } from '../store/lock-store.ts';
import { RefusedError } from '../store/refused-error.ts';
import { stateOf, type CommandContext, type StoreState } from '../store/store-state.ts';
import { isMissing } from '../files/missing.ts';
import { storeNames, type Store } from '../store/store.ts';
import type { StoreInspection, UnfinishedWork, VerifyFinding } from './verify-finding.ts';
import { withLock } from '../store/with-lock.ts';

/** How a whole store is verified. */
export interface VerifyStoreOptions {
  readonly store: Store;
  /** Reads only the bags of records that were not found good within so many days; everything else is always looked at. */
  readonly olderThanDays?: number;
  /** A head that was kept outside of the store, of now or earlier. */
  readonly expectHead?: string;
}

/** What was found of a store. */
export interface StoreReport {
  /** No finding is an error. Unfinished work is none. */
  readonly sound: boolean;
  /** The absolute path of the store. */
  readonly store: string;
  /** That was verified; the audit has another behind it. */
  readonly head: LedgerHead;
  readonly expectedHead?: ExpectedHead;
  /** Ids of the records whose bags were read. */
  readonly checked: readonly string[];
  /** Ids of those that were not, since they were found good not long ago. */
  readonly skipped: readonly string[];
  readonly bags: number;
  readonly files: number;
  readonly bytes: number;
  readonly findings: readonly VerifyFinding[];
  readonly unfinished: readonly UnfinishedWork[];
  /** Whether what was found was added to the ledger as `audited`, or why not. */
  readonly audit:
    | { readonly appended: number; /** The one to keep outside of the store. */ readonly head: LedgerHead }
    | { readonly appended: 0; readonly because: string };
}

/**
 * Verifies a store: the chain of its ledger, its head, every bag against its entry, and that nothing is there that the ledger does
 * not know. What was found of the records is added to the ledger, unless that is broken or cannot be written.
 *
 * @throws ResourceError where the store cannot be read at all.
 */
export async function verifyStore(
  { store, olderThanDays, expectHead }: VerifyStoreOptions,
  { now }: CommandContext,
): Promise<StoreReport> {
  const before = await stateOf(store);
  const { due, skipped } = chooseRecords(before.state, { olderThanDays, now });
  const read = await checkRecords(store, before, due);
  // Others may have packed or disposed of something meanwhile: the folders are held against the ledger as it is then.
  const { found: after, inspection } = await inspectSteady(store);
  const { findings: ofStore, unfinished } = inspection;
  const ofBags = await dropPassing(store, after.state, read.findings);
  const { findings: ofLedger, expectedHead } = checkLedger(after, expectHead);
  const ofTimes = checkTimes(after, formatInstant(now()));
  const findings = [...ofLedger, ...ofTimes, ...ofStore, ...ofBags];
  const errors = groupBy(findings, ({ record, severity }) => (severity === 'error' ? record : undefined));
  const unread = new Set(read.unread);
  const checked = due.map(({ id }) => id).filter((id) => !unread.has(id) || errors.has(id));
  return {
    sound: findings.every(({ severity }) => severity !== 'error'),
    store: store.path,
    head: after.ledger.head,
    ...(expectedHead === undefined ? {} : { expectedHead }),
    checked,
    skipped: skipped.map(({ id }) => id),
    ...read.amount,
    findings,
    unfinished,
    audit:
      ofLedger.length > 0
        ? { appended: 0, because: 'the ledger is broken' }
        : await enterAudit(store, { checked, errors, now }),
  };
}

interface SteadyInspection {
  readonly found: StoreState;
  readonly inspection: StoreInspection;
}

/** Folders and ledger as they were at one time: no event was added while the folders were looked at. */
async function inspectSteady(store: Store): Promise<SteadyInspection> {
  for (let tries = 0; tries < 3; tries += 1) {
    const found = await stateOf(store);
    const inspection = await inspectStore(store, found);
    if ((await readLedgerFile(store)).head.hash === found.ledger.head.hash) return { found, inspection };
  }
  const held = await takeLock(store);
  try {
    const found = await stateOf(store);
    return { found, inspection: await inspectStore(store, found) };
  } finally {
    await held.release();
  }
}

const dayMs = 86_400_000;

function chooseRecords(
  { records, clock }: LedgerState,
  { olderThanDays, now }: { readonly olderThanDays: number | undefined } & CommandContext,
): { readonly due: readonly RecordState[]; readonly skipped: readonly RecordState[] } {
  const there = [...records.values()].filter((record) => presentVersions(record).length > 0);
  if (olderThanDays === undefined) return { due: there, skipped: [] };
  const { correctedSeq = 0 } = clock;
  const since = formatInstant(new Date(now().getTime() - olderThanDays * dayMs));
  const isFresh = ({ audits, versions }: RecordState): boolean => {
    const last = audits.at(-1);
    const filed = versions.at(-1)?.at ?? '';
    // Nothing was found good tomorrow, nor by a clock that was wrong.
    const isLate = last !== undefined && (last.at > formatInstant(now()) || last.seq < correctedSeq);
    return last?.outcome === 'success' && !isLate && last.at > since && last.at >= filed;
  };
  return { due: there.filter((record) => !isFresh(record)), skipped: there.filter(isFresh) };
}

interface ReadBags {
  readonly findings: readonly VerifyFinding[];
  /** Ids of records of which a bag is nowhere whole: lost, or being deleted. */
  readonly unread: readonly string[];
  readonly amount: { readonly bags: number; readonly files: number; readonly bytes: number };
}

async function checkRecords(
  store: Store,
  { ledger }: StoreState,
  records: readonly RecordState[],
): Promise<ReadBags> {
  const findings: VerifyFinding[] = [];
  const unread: string[] = [];
  const amount = { bags: 0, files: 0, bytes: 0 };
  const entries = new Map(
    ledger.entries.flatMap((entry) => (entry.event === 'filed' ? [[entry.bag, entry]] : [])),
  );
  for (const record of records) {
    for (const { version, bag } of presentVersions(record)) {
      const folder = await findBag(store, record.id, version);
      if (folder === undefined) {
        unread.push(record.id);
        continue;
      }
      const check = await checkBag(folder, { bag, entry: entries.get(bag) });
      appendAll(findings, check.findings);
      amount.bags += 1;
      amount.files += check.files;
      amount.bytes += check.bytes;
    }
  }
  return { findings, unread, amount };
}

/** Where a bag is that is whole; `inspectStore` tells of one that is nowhere, or partly deleted. */
async function findBag(store: Store, record: string, version: number): Promise<string | undefined> {
  const places = bagPlaces(store, record, version);
  const found = await locateBag(places);
  if (found === 'filed' || found === 'pending') return places[found];
  const incoming = join(store.path, storeNames.incoming, places.bag);
  return (await isMissing(incoming)) ? undefined : incoming;
}

/** Findings of bags that another process disposed of while they were read are none. */
async function dropPassing(
  store: Store,
  state: LedgerState,
  findings: readonly VerifyFinding[],
): Promise<readonly VerifyFinding[]> {
  const kept: VerifyFinding[] = [];
  for (const finding of findings) {
    const record = state.records.get(finding.record ?? '');
    const version = record?.versions.find(({ bag }) => bag === finding.where);
    const isGoing = record?.disposal.state === 'intended' || version?.disposed !== undefined;
    const isThere = async (): Promise<boolean> =>
      record !== undefined &&
      version !== undefined &&
      (await findBag(store, record.id, version.version)) !== undefined;
    if (!isGoing || (await isThere())) kept.push(finding);
  }
  return kept;
}

const mostReasons = 10;

/** A path in a damaged manifest can be as long as the file. */
const longestReason = 1000;

/** Two events at most: the records that are good, and those that are not with what was found. */
async function enterAudit(
  store: Store,
  {
    checked,
    errors,
    now,
  }: {
    readonly checked: readonly string[];
    /** By the ids of records. */
    readonly errors: ReadonlyMap<string, readonly VerifyFinding[]>;
  } & CommandContext,
): Promise<StoreReport['audit']> {
  if (checked.length === 0) return { appended: 0, because: 'no bag was read' };
  const failures = checked.flatMap((record) => {
    const reasons = (errors.get(record) ?? []).map(({ reason }) => shorten(reason, longestReason));
    const more = reasons.length - mostReasons;
    const told = more > 0 ? [...reasons.slice(0, mostReasons), `and ${more} more`] : reasons;
    return told.map((reason) => ({ record, reason }));
  });
  const bad = checked.filter((record) => errors.has(record));
  const good = checked.filter((record) => !errors.has(record));
  try {
    return await withLock(store, async (locked) => {
      const event = 'audited' as const;
      if (good.length > 0)
        await appendEvent(locked, { event, records: good, outcome: 'success', failures: [] }, now());
      if (bad.length > 0)
        await appendEvent(locked, { event, records: bad, outcome: 'fail', failures }, now());
      const { head } = await readSoundLedger(locked);
      return { appended: Number(good.length > 0) + Number(bad.length > 0), head };
    });
  } catch (error) {
    // What was found counts, also where it cannot be entered.
    if (error instanceof RefusedError)
      return { appended: 0, because: error.refusals[0]?.why ?? 'the ledger is broken' };
    if (error instanceof ResourceError) return { appended: 0, because: error.message };
    throw error;
  }
}
