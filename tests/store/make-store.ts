import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { addFile } from '../../src/bag/add-file.ts';
import { sealBag } from '../../src/bag/seal-bag.ts';
import { bagName } from '../../src/ledger/facts/record-id.ts';
import type { Retention } from '../../src/ledger/facts/record-facts.ts';
import { appendEvent, readSoundLedger, readSoundState } from '../../src/store/append-event.ts';
import { claimIncoming, finishIncoming } from '../../src/store/incoming.ts';
import { readLedgerFile } from '../../src/store/ledger-file.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import type { StoreFiles } from '../../src/store/store-files.ts';
import { recordProfile } from '../../src/terms/record-profile.ts';
import { withLock } from '../../src/store/with-lock.ts';

/** A schedule under which a record that was released in 2010 may go from 2014-01-01. */
export const threeYears: Retention = {
  disposition: 'temporary',
  authority: 'DAA-1',
  period: 'P3Y',
  cutoff: { from: 'released', at: 'calendar-year' },
};

/** What is filed in a test, with as little as a store needs. */
export interface TestRecord {
  readonly id: string;
  readonly retention?: Retention;
  readonly released?: string;
  readonly series?: string;
  /** As 0.1.0 filed it: the ledger does not name its series. */
  readonly isOld?: boolean;
  readonly members?: readonly string[];
  /** The words of the only source. */
  readonly text?: string;
}

export const filedAt: Date = new Date('2024-05-06T07:08:09Z');

/** A store in a folder; a lock of a killed process is taken over soon. */
export function openTestStore(folder: string, files?: StoreFiles): Promise<Store> {
  const lock = { staleMs: 2000, waitMs: 30_000 };
  return openStore(join(folder, 'store'), { create: true, lock, ...(files === undefined ? {} : { files }) });
}

/** A time, or that of the last line of the ledger where that is later. */
async function notBefore(store: Store, at: Date): Promise<Date> {
  const last = new Date((await readLedgerFile(store)).entries.at(-1)?.at ?? at);
  return last > at ? last : at;
}

/** Files a record as pack does: payload, then seal, entry and place under the lock. */
export async function fileRecord(store: Store, record: TestRecord, when?: Date): Promise<string> {
  const at = when ?? (await notBefore(store, filedAt));
  const { id, retention = { disposition: 'unscheduled' }, released = '2010-06-07', members } = record;
  const text = record.text ?? `Words of ${id}.\n`;
  const before = await withLock(store, async (locked) => (await readSoundState(locked)).records.get(id));
  const version = (before?.versions.length ?? 0) + 1;
  const bag = bagName(id, version);
  const claim = await claimIncoming(store, bag);
  try {
    const { folder } = claim;
    const from = Buffer.from(text);
    const file = await addFile({ folder, from, to: 'data/source/post.md', role: 'source' });
    await withLock(store, async (locked) => {
      const { head } = await readSoundLedger(locked);
      const sealed = await sealBag({
        folder,
        payload: [file],
        profile: recordProfile,
        tagFiles: [],
        info: [
          ['Source-Organization', 'The Agency'],
          ['External-Description', `Title of ${id}`],
          ['Bagging-Date', at.toISOString().slice(0, 10)],
          ['External-Identifier', id],
          ['Record-Version', String(version)],
          ['Record-Title', `Title of ${id}`],
          ...(record.series === undefined ? [] : [['Record-Series', record.series] as const]),
          ['Disposition', retention.disposition],
          ['Ledger-Head', `${head.count} ${head.hash}`],
          ['Tool', 'a test'],
        ],
      });
      const filed = at.toISOString().slice(0, 10);
      await appendEvent(
        locked,
        {
          event: 'filed',
          record: id,
          version,
          bag,
          ...sealed,
          contentSha256: file.sha256,
          facts: {
            title: `Title of ${id}`,
            retention,
            released,
            filed,
            ...(record.series === undefined || record.isOld ? {} : { series: record.series }),
          },
          ...(before === undefined ? {} : { supersedes: id }),
          ...(members === undefined ? {} : { members }),
        },
        at,
      );
      await finishIncoming(locked, await readSoundLedger(locked));
    });
  } catch (error) {
    await rm(claim.folder, { recursive: true, force: true });
    throw error;
  } finally {
    await claim.release();
  }
  return bag;
}
