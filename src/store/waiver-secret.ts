import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { ResourceError } from '../diagnostics/errors.ts';
import { readIfThere } from '../files/read-if-there.ts';
import { change } from './disk-failure.ts';
import { takeLock } from './lock-store.ts';
import { storeNames, type Store } from './store.ts';

const bytesOfSecret = 32;
const whole = /^[0-9a-f]{64}\n$/u;
/** What a process leaves that is killed while it writes: no key was told of it yet. */
const torn = /^[0-9a-f]{0,64}$/u;

/**
 * The secret of a store, by which waivers name numbers of persons without anybody finding the number from its name: 32 bytes of
 * chance, in a file that its owner alone reads and that no bag holds. Nothing that is filed depends on it.
 *
 * @throws ResourceError where it is there and is none, or cannot be read or written.
 */
export async function waiverSecret(store: Store): Promise<Buffer> {
  return (await readWaiverSecret(store)) ?? (await makeSecret(store));
}

/**
 * The secret of a store; `undefined` where it has none yet.
 *
 * @throws ResourceError where it is there and is none, or cannot be read.
 */
export async function readWaiverSecret({ path: folder }: Pick<Store, 'path'>): Promise<Buffer | undefined> {
  const path = join(folder, storeNames.secret);
  const text = (await readIfThere(path))?.toString('latin1');
  if (text === undefined || torn.test(text)) return undefined;
  if (whole.test(text)) return Buffer.from(text.trim(), 'hex');
  const reason = `${path} is damaged: put it back from a copy of the store, or remove it and waive anew what it waived`;
  throw new ResourceError(reason, { path });
}

/** Under the lock of the store, so that two processes do not make two. */
async function makeSecret(store: Store): Promise<Buffer> {
  const held = await takeLock(store);
  try {
    const made = await readWaiverSecret(store);
    if (made) return made;
    const secret = randomBytes(bytesOfSecret);
    const path = join(store.path, storeNames.secret);
    await change(store, `write ${path}`, () =>
      store.files.writePrivate(path, Buffer.from(`${secret.toString('hex')}\n`)),
    );
    return secret;
  } finally {
    await held.release();
  }
}
