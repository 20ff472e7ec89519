import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../project/package-root.ts';
import { ResourceError, UsageError } from '../diagnostics/errors.ts';
import type { Message } from '../diagnostics/message.ts';
import { formatPlainDate } from '../document/plain-date.ts';
import { toInfoValue } from '../bag/bag-info.ts';
import { sealBag } from '../bag/seal-bag.ts';
import { openHolds } from '../ledger/disposability.ts';
import type { HoldState } from '../ledger/ledger-state.ts';
import type { FiledEvent, LedgerEntry } from '../ledger/ledger-event.ts';
import { writeBagReadme } from './metadata/write-bag-readme.ts';
import { formatInstant } from '../files/instant.ts';
import { appendEvent, readSoundLedger, readSoundState } from '../store/append-event.ts';
import { recordProfile } from '../terms/record-profile.ts';
import { bagInfoOf } from './bag-info-of.ts';
import type { FingerprintFile } from '../project/fingerprint.ts';
import { softwareVersions } from '../project/software-versions.ts';
import { checkMetadata } from './check-metadata.ts';
import type { Gathered } from './gather-post.ts';
import { claimIncoming, finishIncoming } from '../store/incoming.ts';
import { readLedgerFile } from '../store/ledger-file.ts';
import { readReports } from './read-reports.ts';
import type { RenderedRecord, SourceDigest } from './render-record.ts';
import type { Store } from '../store/store.ts';
import { withLock, type LockedStore } from '../store/with-lock.ts';
import { renderingPath, writePayload, type WrittenPayload } from './write-payload.ts';

/** A record that is ready to be written into its store. */
export interface Filing {
  readonly store: Store;
  readonly reports: string | undefined;
  readonly supersedes: string | undefined;
  readonly by: string | undefined;
  readonly gathered: Gathered;
  readonly evidence: readonly FingerprintFile[];
  readonly content: string;
  readonly digests: readonly SourceDigest[];
  readonly version: number;
  readonly bag: string;
  readonly now: () => Date;
}

/** What came of it. */
export interface FiledBag {
  readonly outcome: 'filed' | 'already-filed';
  readonly record: string;
  readonly version: number;
  readonly bag: string;
  readonly messages: readonly Message[];
  /** The holds that are open on its series or on it. */
  readonly holds?: readonly HoldState[];
}

/** The entry of the last version of a record that was filed. */
export function lastFiled(entries: readonly LedgerEntry[], id: string): FiledEvent | undefined {
  const last = entries.findLast((entry) => entry.event === 'filed' && entry.record === id);
  return last?.event === 'filed' ? last : undefined;
}

/** Writes the payload without the lock of the store, then seals and enters the bag under it. */
export async function fileBag(filing: Filing, rendered: RenderedRecord): Promise<FiledBag> {
  const { store, bag, gathered, now } = filing;
  const { id } = gathered.record.facts;
  const claim = await claimIncoming(store, bag);
  try {
    const packedAt = formatInstant(now());
    const { slug } = gathered.publication.metadata;
    const paths = rendered.files.map(({ format }) => renderingPath(slug, format));
    const payload = await writePayload({
      folder: claim.folder,
      gathered,
      rendered: rendered.files,
      reports: await readReports(filing.reports, paths),
      evidence: filing.evidence,
      packedAt,
      sourceDateEpoch: rendered.sourceDateEpoch,
      filedBy: filing.by,
    });
    checkUnchanged(payload, filing);
    return await withLock(store, (locked) =>
      enterBag(locked, { ...filing, folder: claim.folder, payload, rendered, packedAt }, claim.assertHeld),
    );
  } catch (error) {
    // Nothing of a bag that is not in the ledger stays; one that is in it is moved in by the next command.
    const filed = lastFiled((await readLedgerFile(store)).entries, id);
    if (filed?.bag !== bag) await rm(claim.folder, { recursive: true, force: true });
    throw error;
  } finally {
    await claim.release();
  }
}

/** The record sheet names digests: a source must not be another by the time that it is copied. */
function checkUnchanged({ files }: WrittenPayload, { digests }: Filing): void {
  for (const { path, sha256 } of digests) {
    const filed = files.find((file) => file.path === `data/source/${path}`);
    if (filed?.sha256 === sha256) continue;
    throw new ResourceError(
      `${path} was changed while it was packed; nothing was filed, run the command again`,
      {
        path,
      },
    );
  }
}

interface Entering extends Filing {
  readonly folder: string;
  readonly payload: WrittenPayload;
  readonly rendered: RenderedRecord;
  readonly packedAt: string;
}

/** Seals the bag with the head of the ledger, appends its entry, and moves it to its place. */
async function enterBag(
  locked: LockedStore,
  entering: Entering,
  assertClaimed: () => void,
): Promise<FiledBag> {
  const { gathered, version, bag, folder, payload, rendered, packedAt } = entering;
  const { record } = gathered;
  const { id } = record.facts;
  const { entries, head } = await readSoundLedger(locked);
  const latest = lastFiled(entries, id);
  const report = { record: id, version, bag, messages: rendered.messages };
  if (latest?.contentSha256 === entering.content) {
    await rm(folder, { recursive: true, force: true });
    return { ...report, outcome: 'already-filed', version: latest.version, bag: latest.bag };
  }
  if ((latest?.version ?? 0) + 1 !== version) {
    throw new UsageError(`${id} was filed by somebody else meanwhile, as ${latest?.bag}; look at it first`);
  }
  const { tagleaf } = softwareVersions();
  const info = bagInfoOf({
    record,
    version,
    supersedes: entering.supersedes,
    baggingDate: packedAt.slice(0, 10),
    ledgerHead: head,
    tagleaf,
  });
  await checkMetadata(payload, rendered.files, info);
  const { pdfClaims } = rendered;
  const readme = writeBagReadme({ record, bag, files: payload.files, pdfClaims, software: { tagleaf } });
  assertClaimed();
  const sealed = await sealBag({
    folder,
    payload: payload.files,
    profile: recordProfile,
    info,
    tagFiles: [
      { path: 'README.txt', bytes: Buffer.from(readme.text) },
      { path: 'README.html', bytes: Buffer.from(readme.html) },
      { path: 'bagit-profile.json', bytes: await readFile(profilePath()) },
    ],
  });
  await appendEvent(locked, filedEvent(entering, { ...sealed, filed: packedAt }), entering.now());
  await moveIn(locked);
  const holds = openHolds(await readSoundState(locked), id).map(({ hold }) => hold);
  return { ...report, outcome: 'filed', ...(holds.length > 0 && { holds }) };
}

/** Our BagIt Profile: it lies in every bag, so that the bag can be held against it without a network. */
function profilePath(): string {
  return join(packageRoot(), 'templates', 'records', 'bagit-profile.json');
}

async function moveIn(locked: LockedStore): Promise<void> {
  await finishIncoming(locked, await readSoundLedger(locked));
}

function filedEvent(
  { gathered, version, bag, content, supersedes }: Filing,
  sealed: {
    readonly tagManifestSha512: string;
    readonly bytes: number;
    readonly files: number;
    readonly filed: string;
  },
): FiledEvent {
  const { facts, title, released, updated, members } = gathered.record;
  return {
    event: 'filed',
    record: facts.id,
    version,
    bag,
    tagManifestSha512: sealed.tagManifestSha512,
    contentSha256: content,
    bytes: sealed.bytes,
    files: sealed.files,
    ...(supersedes !== undefined && { supersedes }),
    ...(members.length > 0 && { members }),
    facts: {
      title,
      retention: facts.retention,
      ...(released && { released: formatPlainDate(released) }),
      ...(updated && { updated: formatPlainDate(updated) }),
      filed: sealed.filed.slice(0, 10),
      ...(facts.series !== undefined && { series: toInfoValue(facts.series) }),
    },
  };
}
