// Works on a store until it is killed. Run with the folder of the compiled package, the store, and what to do:
// `pack <folder>` files the posts of a project one after the other, `dispose <approval>` carries out a plan,
// `freeze <ms>` stands still under the lock before it places a hold.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [lib, storePath, what, ...rest] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(join(lib, path)).href);
const { openStore } = await load('store/store.js');
const store = await openStore(storePath, { create: true, lock: { staleMs: 2000, waitMs: 60_000 } });
const at = new Date('2024-05-06T07:08:09Z');

/** All that takes time before the first byte is written: what is to be killed comes after it. */
async function readyToPack(cwd) {
  // A second of CPU: only where it is needed.
  const { packRecord, startPacking } = await load('filing/pack-record.js');
  const running = await startPacking({ cwd });
  return (name) =>
    packRecord({ cwd, post: join('posts', name), store: storePath }, { now: () => at, running });
}

const packPost = what === 'pack' ? await readyToPack(rest[0]) : undefined;
const [{ appendEvent }, { withLock }, { executeDisposal }] = await Promise.all([
  load('store/append-event.js'),
  load('store/with-lock.js'),
  load('custody/execute-disposal.js'),
]);
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
} else if (packPost) {
  for (const name of readdirSync(join(rest[0], 'posts')).toSorted()) {
    const { outcome } = await packPost(name);
    if (outcome !== 'filed') throw new Error(`${name} is ${outcome}`);
  }
} else {
  const now = () => new Date('2024-07-01T10:00:00Z');
  await executeDisposal({ store, approval: rest[0] }, { now });
}
