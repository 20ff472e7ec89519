import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { executeDisposal } from '../../../src/custody/execute-disposal.ts';
import { packTransfer } from '../../../src/custody/pack-transfer.ts';
import { receiveTransfer } from '../../../src/custody/receive-transfer.ts';
import { planDisposal } from '../../../src/custody/plan-disposal.ts';
import { sha256Of } from '../../../src/files/digest.ts';
import { appendLine, formatHead } from '../../../src/ledger/append-line.ts';
import type { LedgerEvent } from '../../../src/ledger/ledger-event.ts';
import { readLedgerFile } from '../../../src/store/ledger-file.ts';
import { RefusedError } from '../../../src/store/refused-error.ts';
import type { Store } from '../../../src/store/store.ts';
import { verifyStore } from '../../../src/verify/verify-store.ts';
import { hold, intend, permanent, release } from '../../ledger/events.ts';
import { temporaryFolder } from '../../publish/temporary-folder.ts';
import { fileRecord, openTestStore, threeYears } from '../../store/make-store.ts';
import type { Case, Cases, Told } from './case.ts';

const now = (): Date => new Date('2024-07-01T10:00:00Z');

/** A folder with a store: `a`, `b` of which the time is over, and `gone`, which is disposed of. */
interface Scene {
  readonly folder: string;
  readonly store: Store;
  readonly at: (path: string) => string;
}

async function approve(scene: Pick<Scene, 'folder' | 'store'>, id: string, authority = 'DAA-1'): Promise<void> {
  const { folder, store } = scene;
  const [plan] = await planDisposal({ store, records: [id] }, { now });
  const approval = join(folder, 'approval.json');
  const approved = { approver: 'R. Officer', authority, date: '2024-07-01', records: [id] };
  writeFileSync(approval, JSON.stringify({ ...approved, plan_sha256: plan?.sha256 }));
  await executeDisposal({ store, approval }, { now });
}

let template: string | undefined;
afterAll(() => {
  if (template !== undefined) rmSync(template, { recursive: true });
});

/** A copy of one store, which takes long to make. */
async function scene(): Promise<Scene> {
  if (template === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'store-'));
    const store = await openTestStore(folder);
    await fileRecord(store, { id: 'a' });
    await fileRecord(store, { id: 'b', retention: threeYears });
    await fileRecord(store, { id: 'gone', retention: threeYears });
    await approve({ folder, store }, 'gone');
    template = folder;
  }
  const folder = await temporaryFolder({});
  cpSync(template, folder, { recursive: true });
  const store = await openTestStore(folder);
  return { folder, store, at: (path) => join(store.path, path) };
}

function verify(change: (made: Scene) => void | Promise<void>, expectHead?: string): Told {
  return async () => {
    const made = await scene();
    await change(made);
    const options = { store: made.store, ...(expectHead !== undefined && { expectHead }) };
    const { findings } = await verifyStore(options, { now });
    return findings.map(({ id, reason }) => `${id} ${reason.replace(/[0-9a-f]{64}(?=\.json)/u, 'SHA256')}`);
  };
}

function edit({ at }: Scene, path: string, change: (text: string) => string): void {
  const text = readFileSync(at(path), 'utf8');
  const edited = change(text);
  if (edited === text) throw new Error(`nothing to edit in ${path}`);
  writeFileSync(at(path), edited);
}

/** Adds an event by other means than a command, with its head. */
function force(event: LedgerEvent, at = '2024-07-01T11:00:00Z'): (made: Scene) => Promise<void> {
  return async ({ store, at: pathOf }) => {
    const before = (await readLedgerFile(store)).head;
    const { line, head } = appendLine({ event, at }, before);
    appendFileSync(pathOf('ledger.jsonl'), line);
    writeFileSync(pathOf('ledger.head'), formatHead(head));
  };
}

/** A change of a bag that its own manifests see. */
const edited = verify((made) => edit(made, 'a_v0001/data/source/post.md', (text) => text.replace('Words', 'Wards')));

function copy(from: string, to: string): Told {
  return verify(({ at }) => cpSync(at(from), at(to), { recursive: true }));
}

/** The plan of the disposal; it is named after its digest. */
function planOf({ at }: Scene): string {
  const intent = readFileSync(at('ledger.jsonl'), 'utf8').match(/"planSha256":"([0-9a-f]{64})"/u)?.[1];
  return `plans/${intent}.json`;
}

/** The approval of the disposal. */
function evidenceOf({ at }: Scene): string {
  return `evidence/${readdirSync(at('evidence'))[0]}`;
}

function swap({ at }: Scene): void {
  rmSync(at('a_v0001'), { recursive: true });
  cpSync(at('b_v0001'), at('a_v0001'), { recursive: true });
}

/** A package of a permanent record, and its receipt as the archives give it back. */
async function receive({ folder, store }: Scene, change: (form: string) => string): Promise<void> {
  await fileRecord(store, { id: 'p', retention: permanent });
  const path = join(folder, 'package');
  await packTransfer({ store, folder: path, to: 'The Archives', records: ['p'] }, { now });
  const form = readFileSync(join(path, 'receipt.yaml'), 'utf8');
  const receipt = join(folder, 'receipt.yaml');
  writeFileSync(receipt, change(form.replace('received_by: ', '$&A. Archivist').replace('date: ', '$&2024-07-01')));
  await receiveTransfer({ store, receipt, keepReference: false }, { now });
}

function asked(ask: (made: Scene) => Promise<unknown>): Told {
  return async () => {
    const made = await scene();
    try {
      await ask(made);
      return [];
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      return error.refusals.map(({ refused, why }) => `${refused} ${why.replaceAll(made.folder, 'FOLDER')}`);
    }
  };
}

const integrity: Case = {
  bad: asked(async (made) => {
    edit(made, 'b_v0001/data/source/post.md', (text) => text.replace('Words', 'Wards'));
    await approve(made, 'b');
  }),
  good: asked(async (made) => {
    edit(made, 'a_v0001/data/source/post.md', (text) => text.replace('Words', 'Wards'));
    await approve(made, 'b');
  }),
};

/** Rules on stores, and refusals of what lies in them or was approved. */
export const storeCases: Cases = {
  'ledger-broken': {
    bad: verify((made) => edit(made, 'ledger.jsonl', (text) => text.replace('Title of a', 'Title of b'))),
    // A line that was not written to its end is unfinished work.
    good: verify(({ at }) => appendFileSync(at('ledger.jsonl'), '{"prev":')),
  },
  'ledger-event-refused': { bad: verify(force(release('none'))), good: verify(force(hold('h', 'a'))) },
  'ledger-time-backwards': {
    bad: verify(force(hold('h', 'a'), '2024-06-30T09:00:00Z')),
    good: verify(force(hold('h', 'a'), '2024-06-30T11:00:00Z')),
  },
  'ledger-time-future': {
    bad: verify(force(hold('h', 'a'), '2099-01-01T00:00:00Z')),
    good: verify(force(hold('h', 'a'), '2024-07-02T09:00:00Z')),
  },
  'head-unknown': {
    bad: verify(() => undefined, 'f'.repeat(64)),
    good: async () => {
      const made = await scene();
      // The second line names the head that the first made.
      const [, expectHead = ''] = /\n\{"prev":"([0-9a-f]{64})"/u.exec(readFileSync(made.at('ledger.jsonl'), 'utf8')) ?? [];
      return (await verifyStore({ store: made.store, expectHead }, { now })).findings.map(({ id }) => id);
    },
  },
  'bag-not-a-folder': {
    bad: verify(({ folder, at }) => {
      renameSync(at('a_v0001'), join(folder, 'elsewhere'));
      symlinkSync(join(folder, 'elsewhere'), at('a_v0001'));
    }),
    good: verify(({ at }) => {
      rmSync(at('a_v0001'), { recursive: true });
      mkdirSync(at('a_v0001'));
    }),
  },
  'seal-differs': { bad: verify(swap), good: edited },
  'ledger-head-differs': { bad: verify(swap), good: edited },
  'payload-differs': {
    bad: verify(({ at }) => writeFileSync(at('a_v0001/data/source/x.md'), 'x')),
    good: verify(({ at }) => writeFileSync(at('a_v0001/x.md'), 'x')),
  },
  'disposed-bag-present': { bad: copy('b_v0001', 'gone_v0001'), good: copy('b_v0001', 'gone_v0002') },
  'bag-unfiled': { bad: copy('b_v0001', 'c_v0001'), good: copy('b_v0001', 'c') },
  'bag-lost': {
    bad: verify(({ at }) => rmSync(at('a_v0001'), { recursive: true })),
    good: verify(({ at }) => renameSync(at('a_v0001'), at('incoming/a_v0001'))),
  },
  'incoming-differs': {
    bad: verify((made) => {
      renameSync(made.at('a_v0001'), made.at('incoming/a_v0001'));
      edit(made, 'incoming/a_v0001/tagmanifest-sha512.txt', (text) => text.replace(/^./u, (digit) => (digit === '0' ? '1' : '0')));
    }),
    good: verify(({ at }) => renameSync(at('a_v0001'), at('incoming/a_v0001'))),
  },
  'pending-unplanned': {
    bad: verify(({ at }) => renameSync(at('a_v0001'), at('pending/a_v0001'))),
    good: verify(async (made) => {
      await force(intend(1, 'b'))(made);
      renameSync(made.at('b_v0001'), made.at('pending/b_v0001'));
    }),
  },
  'tombstone-missing': { bad: verify(({ at }) => rmSync(at('tombstones/gone_v0001.json'))), good: verify(({ at }) => writeFileSync(at('tombstones/gone_v0001.json'), '{}')) },
  'tombstone-differs': {
    bad: verify((made) =>
      edit(made, 'tombstones/gone_v0001.json', (text) => text.replace('"version": 1', '"version": 2')),
    ),
    good: verify((made) => edit(made, 'tombstones/gone_v0001.json', (text) => `${text} `)),
  },
  'tombstone-stray': {
    bad: verify(({ at }) => writeFileSync(at('tombstones/a_v0001.json'), '{}')),
    // As it is prepared for a disposal.
    good: verify(({ at }) => writeFileSync(at('tombstones/a_v0001.json.part'), '{}')),
  },
  'store-stray': {
    bad: verify(({ at }) => writeFileSync(at('notes.txt'), '')),
    good: verify(({ at }) => writeFileSync(at('a_v0001/notes.txt'), '')),
  },
  'evidence-missing': {
    bad: verify((made) => rmSync(made.at(evidenceOf(made)))),
    good: verify(({ at }) => writeFileSync(at(`evidence/${sha256Of('x')}.txt`), 'x')),
  },
  'evidence-differs': {
    bad: verify((made) => edit(made, evidenceOf(made), (text) => text.replace('R. Officer', 'R. Offizer'))),
    good: verify(({ at }) => writeFileSync(at(`evidence/${sha256Of('x')}.txt`), 'x')),
  },
  'plan-changed': {
    bad: verify((made) => edit(made, planOf(made), (text) => `${text} `)),
    good: verify(({ at }) => writeFileSync(at(`plans/${sha256Of('{}')}.json`), '{}')),
  },
  integrity,
  'receipt-mismatch': {
    bad: asked((made) => receive(made, (form) => form.replace(/^(\s+- \S+ )./mu, '$1x'))),
    good: asked((made) => receive(made, (form) => form)),
  },
  'approval-mismatch': {
    bad: asked((made) => approve(made, 'b', 'DAA-2')),
    good: asked((made) => approve(made, 'b')),
  },
};

