import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFileSource, sourceOfBytes, type OpenSource } from './byte-source.ts';
import { CaptureFlaw } from './unpack.ts';

/** So much is held in memory; what is larger goes to a file that is gone once it is closed. */
const heldBytes = 16_000_000;

/**
 * What a stream says, as a source that can be read anywhere.
 *
 * @throws CaptureFlaw where it has more bytes than the limit; what the stream throws.
 */
export async function spool(
  stream: AsyncIterable<Uint8Array>,
  { what, limit }: { readonly what: string; readonly limit: number },
): Promise<OpenSource> {
  let held: Uint8Array[] = [];
  let size = 0;
  let file: Spooled | undefined;
  try {
    for await (const block of stream) {
      size += block.length;
      if (size > limit) throw new CaptureFlaw(`${what} is larger than ${limit} bytes unpacked`);
      held.push(block);
      if (file === undefined && size <= heldBytes) continue;
      file ??= await createSpooled();
      await file.handle.writev(held);
      held = [];
    }
    if (file === undefined) return sourceOfBytes(Buffer.concat(held));
    const { folder } = file;
    const source = await openFileSource(file.path);
    const close = async (): Promise<void> => {
      await source.close();
      await rm(folder, { recursive: true, force: true });
    };
    return { ...source, close };
  } catch (error) {
    if (file) await rm(file.folder, { recursive: true, force: true });
    throw error;
  } finally {
    await file?.handle.close();
  }
}

interface Spooled {
  readonly folder: string;
  readonly path: string;
  readonly handle: FileHandle;
}

async function createSpooled(): Promise<Spooled> {
  const folder = await mkdtemp(join(tmpdir(), 'tagleaf-capture-'));
  const path = join(folder, 'unpacked');
  return { folder, path, handle: await open(path, 'wx', 0o600) };
}
