// Works on a store until it is killed. Run with the folder of the compiled package, the store, and what to do:
// `pack <first> <count>` files records one after the other, `dispose <approval>` carries out a plan,
// `freeze <ms>` stands still under the lock before it places a hold.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [lib, storePath, what, ...rest] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(join(lib, path)).href);
const [
  { addFile },
  { sealBag },
  { appendEvent, readSoundLedger },
  incoming,
  { openStore },
  { withLock },
  disposal,
] = await Promise.all([
  load('records/bag/add-file.js'),
  load('records/bag/seal-bag.js'),
  load('records/store/append-event.js'),
  load('records/store/incoming.js'),
  load('records/store/store.js'),
  load('records/store/with-lock.js'),
  load('records/store/execute-disposal.js'),
]);

const store = await openStore(storePath, { create: true, lock: { staleMs: 2000, waitMs: 60_000 } });
const at = new Date('2024-05-06T07:08:09Z');

async function pack(id) {
  const bag = `${id}_v0001`;
  const claim = await incoming.claimIncoming(store, bag);
  try {
    const { folder } = claim;
    const payload = [];
    for (const name of ['a', 'b', 'c']) {
      const from = Buffer.alloc(20_000, `${id} ${name}\n`);
      payload.push(await addFile({ folder, from, to: `data/source/${name}.md`, role: 'source' }));
    }
    await withLock(store, async (locked) => {
      const { head } = await readSoundLedger(locked);
      const info = Object.entries({
        'Source-Organization': 'The Agency',
        'External-Description': id,
        'Bagging-Date': '2024-05-06',
        'External-Identifier': id,
        'Record-Version': '1',
        'Record-Title': id,
        Disposition: 'unscheduled',
        'Ledger-Head': `${head.count} ${head.hash}`,
        Tool: 'a test',
      });
      const sealed = await sealBag({ folder, payload, tagFiles: [], info });
      const facts = { title: id, retention: { disposition: 'unscheduled' }, filed: '2024-05-06' };
      const contentSha256 = payload[0].sha256;
      await appendEvent(
        locked,
        { event: 'filed', record: id, version: 1, bag, ...sealed, contentSha256, facts },
        at,
      );
      await incoming.finishIncoming(locked, await readSoundLedger(locked));
    });
  } finally {
    await claim.release();
  }
}

if (what !== 'freeze') process.stdout.write('ready\n');
if (what === 'freeze') {
  const event = {
    event: 'hold-placed',
    records: ['a'],
    holdId: 'late',
    matter: 'm',
    authority: 'x',
    by: 'y',
  };
  await withLock(store, async (locked) => {
    process.stdout.write('ready\n');
    // Not even a timer runs, as in a machine that sleeps.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(rest[0]));
    await appendEvent(locked, event, at);
  });
} else if (what === 'pack') {
  const [first, count] = rest.map(Number);
  for (let index = first; index < first + count; index += 1) await pack(`r${index}`);
} else {
  const now = () => new Date('2024-07-01T10:00:00Z');
  await disposal.executeDisposal({ store, approval: rest[0] }, { now });
}
