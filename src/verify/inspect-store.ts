import { join } from 'node:path';
import { readRegularFile, readRegularText } from '../files/regular-file.ts';
import type { LedgerState, VersionState } from '../ledger/ledger-state.ts';
import { sha256Of } from '../files/digest.ts';
import { appendAll } from '../lists/append-all.ts';
import { bagPlaces, deletingEnd, locateBag } from '../store/bag-places.ts';
import { listIncoming, readSeal } from '../store/incoming.ts';
import type { LedgerFile } from '../store/ledger-file.ts';
import type { StoreState } from '../store/store-state.ts';
import { listNames } from '../files/list-names.ts';
import { isMissing } from '../files/missing.ts';
import { isBagName, storeNames, type Store } from '../store/store.ts';
import { inspectEvidence } from './inspect-evidence.ts';
import {
  storeFinding,
  unfiled,
  type StoreInspection,
  type UnfinishedWork,
  type VerifyFinding,
} from './verify-finding.ts';

/** A version, and the plan that is deleting it. */
interface Filed {
  readonly record: string;
  readonly version: VersionState;
  readonly isOpen: boolean;
}

/** Holds what stands in a store against its ledger: what is lost, what is unknown, and what is unfinished. */
export async function inspectStore(store: Store, found: StoreState): Promise<StoreInspection> {
  const filed = listFiled(found.state);
  const parts = [
    { findings: [], unfinished: [...inspectLedger(found.ledger), ...inspectEnds(found.state)] },
    await inspectRoot(store, filed),
    await inspectIncoming(store, found),
    await inspectVersions(store, filed),
    await inspectPending(store, filed),
    await inspectTombstones(store, filed),
    await inspectPlans(store),
    await inspectEvidence(store, found),
  ];
  return {
    findings: parts.flatMap(({ findings }) => findings),
    unfinished: parts.flatMap(({ unfinished }) => unfinished),
  };
}

type FiledByBag = ReadonlyMap<string, Filed>;

function listFiled({ records, plans }: LedgerState): FiledByBag {
  const open = new Set([...plans.values()].filter(({ done }) => !done).flatMap((plan) => plan.open));
  const filed = [...records.values()].flatMap(({ id, versions }) =>
    versions.map((version): [string, Filed] => [
      version.bag,
      { record: id, version, isOpen: open.has(id) && version.disposed === undefined },
    ]),
  );
  return new Map(filed);
}

function inspectLedger({ unfinished }: LedgerFile): readonly UnfinishedWork[] {
  const cure = 'Nothing to do: the next command that changes the store mends it.';
  const left = { kind: 'ledger', cure } as const;
  const { ledger, head } = storeNames;
  if (unfinished === undefined) return [];
  switch (unfinished) {
    case 'no-ledger':
      return [{ ...left, where: ledger, reason: `${ledger} is not begun` }];
    case 'torn-line':
      return [
        {
          ...left,
          where: ledger,
          reason: `${ledger} ends with a line that was not written to its end, so nothing was entered by it`,
        },
      ];
    case 'head-behind':
      return [{ ...left, where: head, reason: `${head} does not count the last line of ${ledger} yet` }];
  }
}

/** Plans of which nothing is left to do but to say so. */
function inspectEnds({ plans }: LedgerState): readonly UnfinishedWork[] {
  return [...plans.values()]
    .filter(({ done, open }) => !done && open.length === 0)
    .map(({ planSha256, records }) => ({
      kind: 'disposal',
      where: storeNames.ledger,
      reason: `The disposal of ${records.join(', ')} by the plan ${planSha256} is carried out, but its end is not entered in the ledger`,
      cure: resume,
    }));
}

const resume = 'Run `tagleaf records dispose execute --resume`.';

const rootNames: readonly string[] = Object.values(storeNames);

async function inspectRoot(store: Store, filed: FiledByBag): Promise<StoreInspection> {
  const findings: VerifyFinding[] = [];
  const unfinished: UnfinishedWork[] = [];
  for (const name of (await listNames(store.path)) ?? []) {
    const version = filed.get(name);
    if (rootNames.includes(name)) continue;
    if (name === `${storeNames.head}.part`) {
      const cure = 'Nothing to do: the next command that changes the store writes it anew.';
      unfinished.push({ kind: 'ledger', where: name, reason: `${name} was not moved into place`, cure });
    } else if (version?.version.disposed)
      findings.push(
        storeFinding('disposed-bag-present', {
          where: name,
          reason: `${name} is there, but the ledger says that it was disposed of`,
          record: version.record,
        }),
      );
    else if (isBagName(name) && version === undefined) findings.push(unfiled(name));
    else if (version === undefined) findings.push(stray(name));
  }
  return { findings, unfinished };
}

function stray(where: string): VerifyFinding {
  return storeFinding('store-stray', { where, reason: `${where} does not belong into a store` });
}

async function inspectIncoming(store: Store, { ledger }: StoreState): Promise<StoreInspection> {
  const findings: VerifyFinding[] = [];
  const unfinished: UnfinishedWork[] = [];
  for (const name of (await listNames(join(store.path, storeNames.incoming))) ?? [])
    if (!/_v\d{4,}(?:\.lock)?$/u.test(name)) findings.push(stray(`${storeNames.incoming}/${name}`));
  for (const { bag, folder, entry, claimed } of await listIncoming(store, ledger)) {
    const work = { kind: 'pack', where: bag } as const;
    if (entry === undefined) {
      const reason = claimed ? `${bag} is being packed now` : `${bag} was being packed and is not filed`;
      const cure = claimed ? 'Nothing to do.' : 'Pack it again: that removes what was left.';
      unfinished.push({ ...work, reason, cure });
    } else if ((await readSeal(folder)) !== entry.tagManifestSha512)
      findings.push(
        storeFinding('incoming-differs', {
          where: bag,
          reason: `${bag} is filed, but what stands in ${storeNames.incoming} is not what was filed`,
          record: entry.record,
        }),
      );
    else {
      const reason = `${bag} is filed and was not moved into its place`;
      unfinished.push({
        ...work,
        reason,
        cure: 'Nothing to do: the next command that changes the store moves it.',
      });
    }
  }
  return { findings, unfinished };
}

async function inspectVersions(store: Store, filed: FiledByBag): Promise<StoreInspection> {
  const findings: VerifyFinding[] = [];
  const unfinished: UnfinishedWork[] = [];
  for (const [bag, { record, version, isOpen }] of filed) {
    const places = bagPlaces(store, record, version.version);
    const place = await locateBag(places);
    if (version.disposed) {
      appendAll(
        findings,
        await checkTombstone(places.tombstone, {
          record,
          version,
          planSha256: version.disposed.planSha256,
        }),
      );
      continue;
    }
    const isIncoming = !(await isMissing(join(store.path, storeNames.incoming, bag)));
    if (isOpen)
      unfinished.push({
        kind: 'disposal',
        where: bag,
        reason: `The disposal of ${bag} was begun and is not finished: ${stages[place]}`,
        cure: resume,
      });
    const isLost = place === 'gone' && !isIncoming && (!isOpen || (await isMissing(places.tombstone)));
    if (isLost)
      findings.push(
        storeFinding('bag-lost', { where: bag, reason: `${bag} is filed, but it is not there`, record }),
      );
    else if (!isOpen && (place === 'pending' || place === 'deleting'))
      findings.push(
        storeFinding('pending-unplanned', {
          where: bag,
          reason: `${bag} stands in ${storeNames.pending}, but no disposal of it was begun`,
          record,
        }),
      );
  }
  return { findings, unfinished };
}

const stages = {
  filed: 'it is in its place',
  pending: 'it was taken out of its place, and everything is still there',
  deleting: 'it is partly deleted',
  gone: 'it is deleted, which is not entered in the ledger yet',
} as const;

async function inspectPending(store: Store, filed: FiledByBag): Promise<StoreInspection> {
  const findings: VerifyFinding[] = [];
  for (const name of (await listNames(join(store.path, storeNames.pending))) ?? []) {
    const bag = name.endsWith(deletingEnd) ? name.slice(0, -deletingEnd.length) : name;
    const known = filed.get(bag);
    if (known && known.version.disposed === undefined) continue;
    const where = `${storeNames.pending}/${name}`;
    const reason = `${where} is there, but no disposal of it is going on`;
    findings.push(storeFinding('pending-unplanned', { where, reason, record: known?.record }));
  }
  return { findings, unfinished: [] };
}

async function inspectTombstones(store: Store, filed: FiledByBag): Promise<StoreInspection> {
  const findings: VerifyFinding[] = [];
  const unfinished: UnfinishedWork[] = [];
  for (const name of (await listNames(join(store.path, storeNames.tombstones))) ?? []) {
    const [, bag = '', part] = /^(.*)\.json(\.part)?$/u.exec(name) ?? [];
    const known = filed.get(bag);
    const where = `${storeNames.tombstones}/${name}`;
    if (known?.isOpen || (known?.version.disposed && part === undefined)) continue;
    if (part !== undefined) {
      const cure = 'Nothing to do: the next disposal removes it. The record is not touched.';
      unfinished.push({
        kind: 'disposal',
        where,
        reason: `${where} was prepared for a disposal that was not begun`,
        cure,
      });
    } else {
      const reason = `${where} is of no version that was disposed of`;
      findings.push(storeFinding('tombstone-stray', { where, reason, record: known?.record }));
    }
  }
  return { findings, unfinished };
}

async function checkTombstone(
  path: string,
  of: { readonly record: string; readonly version: VersionState; readonly planSha256: string },
): Promise<readonly VerifyFinding[]> {
  const { bag, tagManifestSha512 } = of.version;
  const expected = {
    record: of.record,
    version: of.version.version,
    planSha256: of.planSha256,
    tagManifestSha512,
  };
  const where = `${storeNames.tombstones}/${bag}.json`;
  let found: unknown;
  try {
    found = JSON.parse(await readRegularText(path));
  } catch {
    const reason = `The tombstone ${where} is not there or cannot be read`;
    return [storeFinding('tombstone-missing', { where, reason, record: of.record })];
  }
  const isSame = Object.entries(expected).every(
    ([key, value]) => typeof found === 'object' && found !== null && Reflect.get(found, key) === value,
  );
  if (isSame) return [];
  const reason = `The tombstone ${where} is not that of ${bag}`;
  return [storeFinding('tombstone-differs', { where, reason, record: of.record })];
}

async function inspectPlans(store: Store): Promise<StoreInspection> {
  const findings: VerifyFinding[] = [];
  for (const name of (await listNames(join(store.path, storeNames.plans))) ?? []) {
    const where = `${storeNames.plans}/${name}`;
    // What cannot be read, as a folder or a pipe, is no plan either.
    const bytes = await readRegularFile(join(store.path, where)).catch(() => undefined);
    if (bytes && `${sha256Of(bytes)}.json` === name) continue;
    const reason = `${where} was changed: its name is the SHA-256 of another plan`;
    findings.push(storeFinding('plan-changed', { where, reason }));
  }
  return { findings, unfinished: [] };
}
