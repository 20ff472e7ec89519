import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { executeDisposal } from '../../src/custody/execute-disposal.ts';
import { readLedgerFile } from '../../src/store/ledger-file.ts';
import { planDisposal } from '../../src/custody/plan-disposal.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { verifyPath } from '../../src/verify/verify-path.ts';
import { verifyStore, type StoreReport } from '../../src/verify/verify-store.ts';
import { fileRecord, openTestStore, threeYears } from '../store/make-store.ts';
import { snapshot } from '../store/snapshot.ts';

const now = (): Date => new Date('2024-07-01T10:00:00Z');
let folder = '';
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  store = await openTestStore(folder);
  await fileRecord(store, { id: 'a' });
  await fileRecord(store, { id: 'b', retention: threeYears });
  await fileRecord(store, { id: 'gone', retention: threeYears });
  const [plan] = await planDisposal({ store, records: ['gone'] }, { now });
  const approval = join(folder, 'approval.json');
  const approved = { approver: 'R. Officer', authority: 'DAA-1', date: '2024-07-01', records: ['gone'] };
  writeFileSync(approval, JSON.stringify({ ...approved, plan_sha256: plan?.sha256 }));
  await executeDisposal({ store, approval }, { now });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const at = (path: string): string => join(store.path, path);
const verify = (
  options: { readonly expectHead?: string; readonly olderThanDays?: number } = {},
): Promise<StoreReport> => verifyStore({ store, ...options }, { now });
const edit = (path: string, from: string, to: string): void => {
  const text = readFileSync(at(path), 'utf8');
  expect(text).toContain(from);
  writeFileSync(at(path), text.replace(from, to));
};

test('a store that is whole is sound; what was found is entered in its ledger', async () => {
  const report = await verify();
  expect(report).toMatchObject({
    sound: true,
    checked: ['a', 'b'],
    skipped: [],
    bags: 2,
    files: 2,
    bytes: 24,
    findings: [],
    unfinished: [],
    audit: { appended: 1, head: { count: 7 } },
  });
  const { entries, head } = await readLedgerFile(store);
  expect(report.audit).toEqual({ appended: 1, head });
  expect(entries.at(-1)).toMatchObject({
    event: 'audited',
    records: ['a', 'b'],
    outcome: 'success',
    failures: [],
  });
  expect(await verify()).toMatchObject({ sound: true });
});

const bagChanges: readonly (readonly [string, () => void, readonly string[]])[] = [
  [
    'one byte of the payload',
    () => edit('a_v0001/data/source/post.md', 'Words', 'Wards'),
    ['data/source/post.md'],
  ],
  ['a removed file', () => rmSync(at('a_v0001/data/source/post.md')), ['data/source/post.md']],
  ['an added payload file', () => writeFileSync(at('a_v0001/data/source/x.md'), 'x'), ['data/source/x.md']],
  ['an added tag file', () => writeFileSync(at('a_v0001/x.txt'), 'x'), ['x.txt']],
  ['a removed tag manifest', () => rmSync(at('a_v0001/tagmanifest-sha512.txt')), ['tagmanifest-sha512.txt']],
  ['an edited bag-info', () => edit('a_v0001/bag-info.txt', 'The Agency', 'An Agency'), ['bag-info.txt']],
];

describe('a bag that was changed is seen', () => {
  test.each(bagChanges)('%s', async (_name, change, paths) => {
    change();
    const report = await verify();
    expect(report.sound).toBe(false);
    const errors = report.findings.filter(({ severity }) => severity === 'error');
    expect(errors.every(({ where, record }) => where === 'a_v0001' && record === 'a')).toBe(true);
    for (const path of paths)
      expect(errors.map(({ reason }) => reason).join('\n')).toContain(`a_v0001: ${path} `);
    expect(report.audit).toMatchObject({ appended: 2, head: { count: 8 } });
    const [good, bad] = (await readLedgerFile(store)).entries.slice(-2);
    expect(good).toMatchObject({ event: 'audited', records: ['b'], outcome: 'success' });
    expect(bad).toMatchObject({ event: 'audited', records: ['a'], outcome: 'fail' });
    const before = snapshot(store.path);
    expect((await verifyPath({ path: at('a_v0001') })).sound).toBe(false);
    expect((await verifyPath({ path: at('b_v0001') })).sound).toBe(true);
    expect(snapshot(store.path)).toEqual(before);
  });
});

const storeChanges: readonly (readonly [string, () => void, string])[] = [
  [
    'a bag that is gone',
    () => rmSync(at('a_v0001'), { recursive: true }),
    'a_v0001 is filed, but it is not there',
  ],
  [
    'a bag under another name',
    () => renameSync(at('a_v0001'), at('z_v0001')),
    'z_v0001 has no entry in the ledger: nobody filed it',
  ],
  [
    'another valid bag in its place',
    () => {
      rmSync(at('a_v0001'), { recursive: true });
      cpSync(at('b_v0001'), at('a_v0001'), { recursive: true });
    },
    'a_v0001: tagmanifest-sha512.txt is not the one that the ledger says was filed',
  ],
  [
    'a link in its place',
    () => {
      renameSync(at('a_v0001'), join(folder, 'elsewhere'));
      symlinkSync(join(folder, 'elsewhere'), at('a_v0001'));
    },
    'a_v0001 is not a folder',
  ],
  [
    'a bag that was disposed of',
    () => cpSync(at('b_v0001'), at('gone_v0001'), { recursive: true }),
    'gone_v0001 is there, but the ledger says that it was disposed of',
  ],
  [
    'a tombstone that is gone',
    () => rmSync(at('tombstones/gone_v0001.json')),
    'The tombstone tombstones/gone_v0001.json is not there or cannot be read',
  ],
  [
    'a tombstone that was edited',
    () => edit('tombstones/gone_v0001.json', '"version": 1', '"version": 2'),
    'The tombstone tombstones/gone_v0001.json is not that of gone_v0001',
  ],
  [
    'a tombstone of nothing',
    () => writeFileSync(at('tombstones/a_v0001.json'), '{}'),
    'tombstones/a_v0001.json is of no version that was disposed of',
  ],
  [
    'a bag that is pending without a plan',
    () => renameSync(at('a_v0001'), at('pending/a_v0001')),
    'a_v0001 stands in pending, but no disposal of it was begun',
  ],
  [
    'a folder among the plans',
    () => mkdirSync(at('plans/x.json')),
    'plans/x.json was changed: its name is the SHA-256 of another plan',
  ],
  [
    'a pipe among the plans',
    () => execFileSync('mkfifo', [at('plans/x.json')]),
    'plans/x.json was changed: its name is the SHA-256 of another plan',
  ],
  [
    'a pipe for a tombstone',
    () => {
      rmSync(at('tombstones/gone_v0001.json'));
      execFileSync('mkfifo', [at('tombstones/gone_v0001.json')]);
    },
    'The tombstone tombstones/gone_v0001.json is not there or cannot be read',
  ],
  [
    'a file that does not belong there',
    () => writeFileSync(at('notes.txt'), ''),
    'notes.txt does not belong into a store',
  ],
  [
    'an edited ledger',
    () => edit('ledger.jsonl', 'Title of a', 'Title of b'),
    'Line 2: The line does not follow the one before: its “prev” is another hash',
  ],
  [
    'a ledger cut with its head',
    () =>
      writeFileSync(
        at('ledger.jsonl'),
        `${readFileSync(at('ledger.jsonl'), 'utf8').split('\n').slice(0, 3).join('\n')}\n`,
      ),
    'The head counts 6 lines, but there are only 3',
  ],
  ['a ledger that is gone', () => rmSync(at('ledger.jsonl')), 'ledger.jsonl is missing'],
  ['a head that is gone', () => rmSync(at('ledger.head')), 'ledger.head is missing'],
];

describe('a store that was changed is seen', () => {
  test.each(storeChanges)('%s', async (name, change, reason) => {
    change();
    const report = await verify();
    expect(report.findings.map((finding) => finding.reason)).toContain(reason);
    expect(report.sound).toBe(
      name === 'a file that does not belong there' || name.includes('among the plans'),
    );
    const isBroken = name.includes('ledger') || name.includes('head');
    expect(report.audit).toEqual(
      isBroken
        ? { appended: 0, because: 'the ledger is broken' }
        : expect.objectContaining({ appended: expect.any(Number) }),
    );
  });
});

describe('a head that was kept outside', () => {
  test('is found, also when the ledger has grown since', async () => {
    const kept = (await readLedgerFile(store)).head;
    expect((await verify({ expectHead: kept.hash })).expectedHead).toEqual({
      hash: kept.hash,
      line: 6,
      lines: 6,
    });
    const later = await verify({ expectHead: kept.hash });
    expect(later).toMatchObject({ sound: true, expectedHead: { line: 6, lines: 7 } });
    expect(await verifyPath({ path: at('a_v0001'), expectHead: kept.hash })).toMatchObject({
      sound: true,
      expectedHead: { line: 6, lines: 8 },
    });
  });

  test('tells a store that was written anew, which is sound in itself', async () => {
    const kept = (await readLedgerFile(store)).head.hash;
    rmSync(store.path, { recursive: true });
    store = await openTestStore(folder);
    await fileRecord(store, { id: 'a', text: 'Forged.\n' });
    expect(await verify()).toMatchObject({ sound: true });
    const report = await verify({ expectHead: kept });
    expect(report.sound).toBe(false);
    expect(report.findings.map(({ reason }) => reason)).toEqual([
      `No line has the hash ${kept}, which was kept outside: the ledger was cut or written anew`,
    ]);
  });
});

test('records that were found good not long ago are left out', async () => {
  await verify();
  expect(await verify({ olderThanDays: 90 })).toMatchObject({
    checked: [],
    skipped: ['a', 'b'],
    bags: 0,
    audit: { appended: 0, because: 'no bag was read' },
  });
  await fileRecord(store, { id: 'a', text: 'New words.\n' }, now());
  const later = (): Date => new Date('2024-09-29T10:00:01Z');
  expect(await verifyStore({ store, olderThanDays: 90 }, { now: later })).toMatchObject({
    checked: ['a', 'b'],
  });
});

test('a bag outside of a store is verified by itself', async () => {
  cpSync(at('a_v0001'), join(folder, 'copy'), { recursive: true });
  expect(await verifyPath({ path: join(folder, 'copy') })).toEqual({
    sound: true,
    bag: join(folder, 'copy'),
    files: 1,
    bytes: 12,
    findings: [],
  });
  await expect(verifyPath({ path: store.path })).rejects.toThrow(
    /is a store, not a bag; verify it with --all/u,
  );
  await expect(verifyPath({ path: join(folder, 'nothing') })).rejects.toThrow(/is not the folder of a bag/u);
});

const judge = fileURLToPath(new URL('../../../shared/judges/ledger_check.py', import.meta.url));
const python = spawnSync('python3', ['--version']).status === 0;
test.skipIf(!existsSync(judge) || !python)(
  'an independent checker of the chain agrees (needs ../shared/judges and python3)',
  async () => {
    const { head } = await readLedgerFile(store);
    const check = (): number | null => spawnSync('python3', [judge, at('ledger.jsonl'), head.hash]).status;
    expect(check()).toBe(0);
    edit('ledger.jsonl', 'R. Officer', 'A. Nother');
    expect(check()).toBe(1);
  },
);

test('a store of which the folder cannot be read is told', async () => {
  await expect(openStore(join(folder, 'approval.json'))).rejects.toThrow('Cannot read the store');
  appendFileSync(join(folder, 'approval.json'), '');
});

test.each(['ledger.jsonl', 'ledger.head'])('a pipe for %s is no wait without end', async (name) => {
  rmSync(at(name));
  execFileSync('mkfifo', [at(name)]);
  await expect(verify()).rejects.toThrow(`Cannot read ${at(name)}`);
});
