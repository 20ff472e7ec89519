import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { blocksOf, type ByteSource, type OpenSource } from './byte-source.ts';
import { spool } from './spool.ts';
import { CaptureFlaw } from './unpack.ts';

/** Whether a source begins as gzip does. */
export async function isGzip(source: ByteSource): Promise<boolean> {
  const [first, second] = await source.read(0, 2);
  return first === 0x1f && second === 0x8b;
}

/**
 * What a gzip of one member or of many holds, as a source.
 *
 * @throws CaptureFlaw where it is damaged, cut off or larger than the limit.
 */
export async function unpackGzip(packed: ByteSource, limit: number): Promise<OpenSource> {
  const gunzip = createGunzip();
  const blocks = Readable.from(blocksOf(packed), { objectMode: false });
  blocks.on('error', (error) => gunzip.destroy(error));
  try {
    return await spool(blocks.pipe(gunzip), { what: 'The gzip file', limit });
  } catch (error) {
    if (error instanceof CaptureFlaw || !isOfZlib(error)) throw error;
    throw new CaptureFlaw('The gzip file is damaged or cut off', { cause: error });
  } finally {
    blocks.destroy();
    gunzip.destroy();
  }
}

function isOfZlib(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
