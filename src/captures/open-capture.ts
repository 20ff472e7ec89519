import type { ByteSource, OpenSource } from './byte-source.ts';
import { isGzip, unpackGzip } from './gzip-source.ts';
import { isMhtml, readMhtml } from './read-mhtml.ts';
import { openWacz } from './read-wacz.ts';
import type { Capture, Resource } from './resource.ts';
import { CaptureFlaw } from './unpack.ts';
import { unpackedLimitOf } from './unpacked-limit.ts';
import { readWarcs } from './warc-resources.ts';

/** How large what captures hold may be. */
export interface CaptureLimits {
  /** Bytes of a file without gzip around it, whatever it says. */
  readonly unpacked: number;
}

/**
 * Reads a capture by what its bytes are: a WARC, a WACZ, MHTML, or a file as it is; any may be in gzip. It is closed with what is
 * given.
 *
 * @throws CaptureFlaw where it cannot be unpacked.
 */
export async function openCapture(given: OpenSource, limits?: CaptureLimits): Promise<Capture> {
  const opened: Closing[] = [given];
  const close = async (): Promise<void> => {
    for (const each of opened.toReversed()) await each.close();
  };
  try {
    let source = given;
    if (await isGzip(given)) {
      source = await unpackGzip(given, limits?.unpacked ?? unpackedLimitOf(given.size));
      opened.push(source);
    }
    return { ...(await readSource(source, opened)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Closing = Pick<OpenSource, 'close'>;

async function readSource(source: ByteSource, opened: Closing[]): Promise<Omit<Capture, 'close'>> {
  if (await startsWith(source, 'WARC/')) return { kind: 'warc', resources: readWarcs([{ source }]) };
  if (await startsWith(source, 'PK\x03\x04')) {
    const wacz = await openWacz(source);
    opened.push(wacz);
    return { kind: 'wacz', resources: wacz.resources };
  }
  if (await isMhtml(source)) return { kind: 'mhtml', resources: readMhtml(source) };
  return { kind: 'file', resources: onlyFile(source) };
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
