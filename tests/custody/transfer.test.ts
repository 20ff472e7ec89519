import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { executeDisposal } from '../../src/custody/execute-disposal.ts';
import { placeHold } from '../../src/custody/hold-records.ts';
import { listRecords } from '../../src/custody/list-records.ts';
import { packTransfer, type PackedTransfer } from '../../src/custody/pack-transfer.ts';
import { planDisposal } from '../../src/custody/plan-disposal.ts';
import { decideReference, receiveTransfer } from '../../src/custody/receive-transfer.ts';
import { reportDue } from '../../src/custody/report-due.ts';
import { readCsv } from '../../src/csv/read-csv.ts';
import type { Retention } from '../../src/ledger/facts/record-facts.ts';
import type { Store } from '../../src/store/store.ts';
import { verifyStore } from '../../src/verify/verify-store.ts';
import { fileRecord, openTestStore, threeYears } from '../store/make-store.ts';
import { snapshot } from '../store/snapshot.ts';

const context = { now: (): Date => new Date('2026-07-01T10:00:00Z') };
let folder = '';
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  store = await openTestStore(folder);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const fifteen: Retention = { ...threeYears, disposition: 'permanent', period: 'P15Y' };
const thirty: Retention = { ...fifteen, period: 'P30Y' };
const to = 'National Archives';

const pack = (
  what: { readonly records?: readonly string[]; readonly series?: string; readonly due?: boolean },
  name = 'package',
): Promise<PackedTransfer> =>
  packTransfer({ store, folder: join(folder, name), to, records: [], ...what }, context);

/** The receipt of a package as the archives give it back. */
function fillIn(name = 'package', change: (form: string) => string = (form) => form): string {
  const form = readFileSync(join(folder, name, 'receipt.yaml'), 'utf8');
  const receipt = join(folder, 'back.yaml');
  const filled = form.replace('received_by: ', '$&A. Archivist').replace('date: ', '$&2026-07-01');
  writeFileSync(receipt, change(filled));
  return receipt;
}
const receive = (keepReference = false, receipt = fillIn()): Promise<unknown> =>
  receiveTransfer({ store, receipt, keepReference }, context);
const statusOf = async (id: string): Promise<string | undefined> =>
  (await listRecords({ store }, context)).records.find(({ record }) => record === id)?.status;

async function dispose(id: string): Promise<void> {
  const [written] = await planDisposal({ store, records: [id] }, context);
  const approval = join(folder, 'approval.json');
  const fields = { approver: 'x', authority: 'DAA-1', date: '2026-07-01', records: [id] };
  writeFileSync(approval, JSON.stringify({ ...fields, plan_sha256: written?.sha256 }));
  await executeDisposal({ store, approval }, context);
}

describe('a package', () => {
  test('of what is due holds the bags as they are, a list, a manifest and the form of a receipt', async () => {
    await fileRecord(store, { id: 'a', retention: fifteen });
    await fileRecord(store, { id: 'a', retention: fifteen, text: 'More.\n' });
    await fileRecord(store, { id: 'b', retention: thirty });
    await fileRecord(store, { id: 'c', retention: threeYears });
    const bag = snapshot(join(store.path, 'a_v0001'));
    const made = await pack({ due: true });
    expect(made).toMatchObject({ records: ['a'], bags: ['a_v0001', 'a_v0002'] });
    expect(readdirSync(join(folder, 'package'))).toEqual([
      'a_v0001',
      'a_v0002',
      'manifest-sha512.txt',
      'receipt.yaml',
      'series.csv',
    ]);
    expect(snapshot(join(folder, 'package/a_v0001'))).toEqual(bag);
    expect(snapshot(join(store.path, 'a_v0001'))).toEqual(bag);
    // With the common tool.
    execFileSync('sha512sum', ['-c', '--quiet', 'manifest-sha512.txt'], { cwd: join(folder, 'package') });
    const [head, ...rows] = readCsv(readFileSync(join(folder, 'package/series.csv'), 'utf8'), {
      delimiter: '|',
    });
    expect(head).toEqual(['Identifier: Record ID', 'Title', 'Full Path']);
    expect(rows).toEqual([
      ['a', 'Title of a', 'a_v0001/'],
      ['a', 'Title of a', 'a_v0002/'],
    ]);
    expect((await verifyStore({ store }, context)).findings).toEqual([]);
  });

  test('of a series takes what is permanent and not handed over', async () => {
    for (const [id, series, retention] of [
      ['a', 'Blog', thirty],
      ['b', 'Blog', threeYears],
      ['c', 'Other', thirty],
    ] as const)
      await fileRecord(store, { id, series, retention });
    expect((await pack({ series: 'Blog' })).records).toEqual(['a']);
    await receive();
    await expect(pack({ series: 'Blog' }, 'second')).rejects.toThrow(
      'No record of the series “Blog” is permanent and still to be handed over (transfer-wrong',
    );
  });

  test('is not made of a bag that is missing or altered, nor of what is not permanent', async () => {
    await fileRecord(store, { id: 'a', retention: fifteen });
    await fileRecord(store, { id: 'b', retention: fifteen });
    await fileRecord(store, { id: 'c', retention: threeYears });
    await fileRecord(store, { id: 'd' });
    await expect(pack({ records: ['c'] })).rejects.toThrow('c is temporary: only permanent records');
    await expect(pack({ records: ['d'] })).rejects.toThrow('d is unscheduled (unscheduled;');
    rmSync(join(store.path, 'a_v0001'), { recursive: true });
    await expect(pack({ due: true })).rejects.toThrow(
      'a is not handed over. a_v0001 is not a folder (integrity',
    );
    writeFileSync(join(store.path, 'b_v0001/data/source/post.md'), 'Wards of b.\n');
    await expect(pack({ records: ['b'] })).rejects.toThrow(
      'b is not handed over. b_v0001: data/source/post.md',
    );
    expect(existsSync(join(folder, 'package'))).toBe(false);
    await expect(packTransfer({ store, folder, to, records: ['b'] }, context)).rejects.toThrow(
      'is not empty',
    );
  });
});

describe('a permanent record', () => {
  test('may go only when the archives have it, and its tombstone says so', async () => {
    await fileRecord(store, { id: 'a', retention: fifteen });
    await expect(planDisposal({ store, records: ['a'] }, context)).rejects.toThrow(
      'a is permanent (permanent',
    );
    await pack({ due: true });
    await expect(planDisposal({ store, records: ['a'] }, context)).rejects.toThrow(
      'a is permanent (permanent',
    );
    await receive();
    expect(await statusOf('a')).toBe('eligible');
    await dispose('a');
    expect(await statusOf('a')).toBe('disposed');
    const tombstone: unknown = JSON.parse(readFileSync(join(store.path, 'tombstones/a_v0001.json'), 'utf8'));
    expect(tombstone).toMatchObject({
      arithmetic: [
        'handed to the archives: received by A. Archivist on 2026-07-01',
        'the copy may go from the entry of the receipt: 2026-07-01',
      ],
    });
    expect(await verifyStore({ store }, context)).toMatchObject({ sound: true, findings: [] });
  });

  test('stays where it is kept for reference, or held, and a later version keeps it', async () => {
    await fileRecord(store, { id: 'a', retention: fifteen });
    await pack({ due: true });
    await receive(true);
    expect(await statusOf('a')).toBe('transferred');
    expect((await reportDue({ store }, context)).records.map(({ group }) => group)).toEqual(['transferred']);
    await expect(planDisposal({ store, records: ['a'] }, context)).rejects.toMatchObject({
      refusals: [{ refused: 'permanent', why: 'a is kept for reference, though the archives have it' }],
    });
    await decideReference({ store, records: ['a'], keep: false, reason: 'asked for no more' }, context);
    expect(await statusOf('a')).toBe('eligible');
    await placeHold(
      { store, matter: 'Doe', authority: 'GC', by: 'J. Doe', records: ['a'], id: 'h' },
      context,
    );
    await expect(planDisposal({ store, records: ['a'] }, context)).rejects.toThrow('a is held for “Doe”');
    await fileRecord(store, { id: 'a', retention: fifteen, text: 'More.\n' });
    expect(await statusOf('a')).toBe('held');
    await expect(planDisposal({ store, records: ['a'] }, context)).rejects.toThrow(
      'a is permanent (permanent',
    );
  });

  test('is not transferred twice', async () => {
    await fileRecord(store, { id: 'a', retention: fifteen });
    await pack({ due: true });
    const receipt = fillIn();
    await receive(false, receipt);
    await expect(receive(false, receipt)).rejects.toThrow('a_v0001 was transferred already (transfer-wrong');
    await expect(pack({ records: ['a'] }, 'second')).rejects.toThrow('a was transferred already');
    expect((await reportDue({ store }, context)).records[0]?.group).toBe('eligible');
  });
});

test.each<readonly [string, (form: string) => string, string]>([
  ['leaves out a bag', (form) => form.replace(/^ {2}- b.*\n/mu, ''), 'does not list b_v0001 with the digest'],
  [
    'has another digest',
    (form) => form.replace(/(a_v0001 )./u, '$1x'),
    'does not list a_v0001 with the digest',
  ],
  ['lists another bag', (form) => `${form}  - z_v0001 00\n`, 'lists z_v0001, which is not in the package'],
  [
    'is of another package',
    (form) => form.replace(/(package_sha256: )./u, '$1f').replace(/f{2}/u, 'f0'),
    'is of a package that was not made here',
  ],
  ['is not signed', (form) => form.replace('A. Archivist', ''), 'received_by'],
  [
    'is of a day to come',
    (form) => form.replace('2026-07-01', '2026-07-09'),
    'is of “2026-07-09”, which is no day that has come',
  ],
])('a receipt that %s is refused, and nothing is entered', async (_name, change, why) => {
  for (const id of ['a', 'b']) await fileRecord(store, { id, retention: fifteen });
  await pack({ due: true });
  const before = readFileSync(join(store.path, 'ledger.jsonl'), 'utf8');
  await expect(receive(false, fillIn('package', change))).rejects.toThrow(why);
  expect(readFileSync(join(store.path, 'ledger.jsonl'), 'utf8')).toBe(before);
  expect(await statusOf('a')).toBe('permanent');
});
