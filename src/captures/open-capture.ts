import type { ByteSource, OpenSource } from './byte-source.ts';
import { isGzip, unpackGzip } from './gzip-source.ts';
import type { Capture, Resource } from './resource.ts';
import { CaptureFlaw } from './unpack.ts';
import { readWarcs } from './warc-resources.ts';

/** How large what captures hold may be. */
export interface CaptureLimits {
  /** Bytes of a file without gzip around it, whatever it says. */
  readonly unpacked: number;
}

/** Text is packed to a hundredth at best; what becomes larger was made to. */
const mostGrowth = 100;
const smallBytes = 256_000_000;

/** So large may a packed file be unpacked: what it holds, or who would fill a disk with it. */
export function unpackedLimitOf(packedBytes: number): number {
  return Math.max(smallBytes, mostGrowth * packedBytes);
}

/**
 * Reads a capture by what its bytes are: a WARC, or a file as it is; either may be in gzip. It is closed with what is
 * given.
 *
 * @throws CaptureFlaw where it cannot be unpacked.
 */
export async function openCapture(given: OpenSource, limits?: CaptureLimits): Promise<Capture> {
  try {
    const source = (await isGzip(given))
      ? await unpackGzip(given, limits?.unpacked ?? unpackedLimitOf(given.size))
      : given;
    const close = async (): Promise<void> => {
      await source.close();
      if (source !== given) await given.close();
    };
    const isWarc = await startsWith(source, 'WARC/');
    if (isWarc) return { kind: 'warc', resources: readWarcs([{ source }]), close };
    return { kind: 'file', resources: onlyFile(source), close };
  } catch (error) {
    await given.close();
    throw error;
  }
}

async function startsWith(source: ByteSource, sign: string): Promise<boolean> {
  return (await source.read(0, sign.length)).toString('latin1') === sign;
}

async function* onlyFile(source: ByteSource): AsyncGenerator<Resource> {
  yield {
    role: 'content',
    address: '',
    type: '',
    place: 'the file',
    heads: () => Promise.resolve(''),
    body: async (limit) => {
      if (source.size > limit) throw new CaptureFlaw(`The file has ${source.size} bytes, more than ${limit}`);
      return await source.read(0, source.size);
    },
  };
}
