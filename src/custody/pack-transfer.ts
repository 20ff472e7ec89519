import { cp, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { toInfoValue } from '../bag/bag-info.ts';
import { ResourceError, UsageError } from '../diagnostics/errors.ts';
import { comparePlainDates, type PlainDate } from '../document/plain-date.ts';
import { sha256Of, sha512Of } from '../files/digest.ts';
import { listNames } from '../files/list-names.ts';
import { writeWhole } from '../files/write-whole.ts';
import { checkTransferable } from '../ledger/check-transfer.ts';
import { isTransferred, presentVersions, versionEligibility } from '../ledger/disposability.ts';
import type { Refusal } from '../ledger/refusal.ts';
import { appendAll } from '../lists/append-all.ts';
import type { LedgerState, RecordState } from '../ledger/ledger-state.ts';
import { appendEvent, readSoundLedger, readSoundState } from '../store/append-event.ts';
import { bagPlaces } from '../store/bag-places.ts';
import { daysOf } from '../store/days-of.ts';
import { describeDiskFailure } from '../store/disk-failure.ts';
import { withEvidence } from '../store/keep-evidence.ts';
import { readSeries } from '../store/read-series.ts';
import { refuseAll, RefusedError } from '../store/refused-error.ts';
import { findRecord, type CommandContext } from '../store/store-state.ts';
import type { Store } from '../store/store.ts';
import { withLock, type LockedStore } from '../store/with-lock.ts';
import { checkBag, findEntry } from '../verify/check-version.ts';
import { receiptForm } from './receipt.ts';
import { seriesCsv, type ListedBag } from './series-csv.ts';

/** Permanent records that are handed to the archives: those named, those of a series, or those that are due. */
export interface PackTransferOptions {
  readonly store: Store;
  /** A folder that is not there or is empty. */
  readonly folder: string;
  /** Who is to receive it. */
  readonly to: string;
  readonly records: readonly string[];
  readonly series?: string;
  readonly due?: boolean;
}

/** A package that was made. */
export interface PackedTransfer {
  readonly packageSha256: string;
  readonly folder: string;
  readonly records: readonly string[];
  readonly bags: readonly string[];
}

/**
 * Makes a package of permanent records: their bags as they are, the list of the series (`series.csv`), a manifest of their seals
 * (`manifest-sha512.txt`) and the form of a receipt. Every bag is verified where it stands and as it was copied. Nothing is deleted.
 *
 * @throws RefusedError where a record is not permanent or has been handed over, or a bag is missing or not what was filed.
 * @throws ResourceError where the folder cannot be written.
 */
export async function packTransfer(
  options: PackTransferOptions,
  { now }: CommandContext,
): Promise<PackedTransfer> {
  const folder = resolve(options.folder);
  if (((await listNames(folder)) ?? []).length > 0)
    throw new UsageError(`${options.folder} is not empty: a package has a folder of its own`);
  return withLock(options.store, async (locked) => {
    const at = now();
    const records = await chooseRecords(locked, options, daysOf(at).first);
    const bags = records.flatMap((record) => listBags(locked, record));
    const faults: Refusal[] = [];
    for (const bag of bags) appendAll(faults, await findFaults(locked, bag, bag.folder));
    refuseAll(faults);
    const copies = await copyBags(locked, bags, folder);
    const csv = Buffer.from(await seriesCsv(copies));
    const manifest = Buffer.from(
      [
        ...copies.map(({ bag, seal }) => `${seal}  ${bag}/tagmanifest-sha512.txt\n`),
        `${sha512Of(csv)}  series.csv\n`,
      ].join(''),
    );
    const packageSha256 = sha256Of(manifest);
    const form = receiptForm(packageSha256, copies);
    const files = [
      ['series.csv', csv],
      ['manifest-sha512.txt', manifest],
      ['receipt.yaml', Buffer.from(form)],
    ] as const;
    for (const [name, bytes] of files) await inFolder(folder, () => writeWhole(join(folder, name), bytes));
    const ids = records.map(({ id }) => id);
    const papers = files.slice(0, 2).map(([name, bytes]) => ({ path: name, bytes }));
    await withEvidence(locked, papers, (evidence) =>
      appendEvent(
        locked,
        { event: 'transfer-packed', records: ids, packageSha256, to: options.to, evidence },
        at,
      ),
    );
    return { packageSha256, folder, records: ids, bags: copies.map(({ bag }) => bag) };
  });
}

async function chooseRecords(
  locked: LockedStore,
  { records, series, due = false }: PackTransferOptions,
  on: PlainDate,
): Promise<readonly RecordState[]> {
  const state = await readSoundState(locked);
  const named = [...new Set(records)];
  refuseAll(named.flatMap((id) => checkTransferable(state, id) ?? []));
  const found = new Set(named);
  for (const record of state.records.values()) {
    if (!isOpen(state, record)) continue;
    if (due && isDue(record, on)) found.add(record.id);
    if (series !== undefined && (await isInSeries(locked, record, toInfoValue(series)))) found.add(record.id);
  }
  if (found.size > 0) return [...found].map((id) => findRecord(state, id));
  const why =
    series === undefined
      ? 'No record is to be handed over'
      : `No record of the series “${series}” is permanent and still to be handed over`;
  throw new RefusedError([{ refused: 'transfer-wrong', why }]);
}

function isOpen(state: LedgerState, record: RecordState): boolean {
  return presentVersions(record).length > 0 && checkTransferable(state, record.id) === undefined;
}

function isDue(record: RecordState, on: PlainDate): boolean {
  return presentVersions(record)
    .filter((version) => !isTransferred(version))
    .every((version) => {
      const { transferOn } = versionEligibility(record, version);
      return transferOn !== undefined && comparePlainDates(transferOn, on) <= 0;
    });
}

async function isInSeries(locked: LockedStore, record: RecordState, series: string): Promise<boolean> {
  for (const version of presentVersions(record))
    if ((await readSeries(locked, record.id, version)) === series) return true;
  return false;
}

interface PackedBag extends ListedBag {
  readonly seal: string;
}

function listBags(locked: LockedStore, record: RecordState): readonly PackedBag[] {
  return presentVersions(record).map(({ version, bag, tagManifestSha512, facts }) => ({
    record: record.id,
    title: facts.title,
    bag,
    folder: bagPlaces(locked, record.id, version).filed,
    seal: tagManifestSha512,
  }));
}

async function findFaults(
  locked: LockedStore,
  { record, bag }: PackedBag,
  folder: string,
): Promise<readonly Refusal[]> {
  const { entries } = await readSoundLedger(locked);
  const { findings } = await checkBag(folder, { bag, entry: findEntry(entries, bag) });
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ reason }) => ({ refused: 'integrity', why: `${record} is not handed over. ${reason}` }) as const);
}

/** The bags in the package, each verified again. */
async function copyBags(
  locked: LockedStore,
  bags: readonly PackedBag[],
  folder: string,
): Promise<readonly PackedBag[]> {
  const copies: PackedBag[] = [];
  for (const bag of bags) {
    const copy = { ...bag, folder: join(folder, bag.bag) };
    await inFolder(folder, async () => {
      await mkdir(folder, { recursive: true });
      await cp(bag.folder, copy.folder, { recursive: true, errorOnExist: true, force: false });
    });
    refuseAll(await findFaults(locked, bag, copy.folder));
    copies.push(copy);
  }
  return copies;
}

async function inFolder(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    throw new ResourceError(`Cannot write the package ${path}: ${describeDiskFailure(cause)}`, {
      path,
      cause,
    });
  }
}
