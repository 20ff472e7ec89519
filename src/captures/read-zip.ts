import { fromBufferPromise, openPromise, type Entry, type ZipFile } from 'yauzl';
import { blocksOf, partOf, type ByteSource } from './byte-source.ts';
import { unpackedLimitOf } from './unpacked-limit.ts';
import { CaptureFlaw } from './unpack.ts';

/** A file in a ZIP. */
export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  /** Its bytes where they lie, where they are not packed. */
  readonly plain: () => Promise<ByteSource | undefined>;
  readonly blocks: () => AsyncGenerator<Uint8Array>;
}

/** The files of a ZIP by their names, until it is closed. */
export interface Zip {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly close: () => void;
}

const mostEntries = 100_000;

/**
 * Lists a ZIP. Names that lead out of it, names that stand twice and files that grow beyond measure are refused.
 *
 * @throws CaptureFlaw where it is damaged or refused.
 */
export async function readZip(source: ByteSource): Promise<Zip> {
  const zip = await understood(() => openZip(source));
  try {
    const entries = await understood(() => listEntries(zip, source));
    return { entries, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function openZip({ path, size, read }: ByteSource): Promise<ZipFile> {
  const options = { autoClose: false };
  return path === undefined
    ? await fromBufferPromise(await read(0, size), options)
    : await openPromise(path, options);
}

async function listEntries(zip: ZipFile, source: ByteSource): Promise<ReadonlyMap<string, ZipEntry>> {
  if (zip.entryCount > mostEntries) throw new CaptureFlaw(`The ZIP holds ${zip.entryCount} files`);
  const entries = new Map<string, ZipEntry>();
  for await (const entry of zip.eachEntry()) {
    const { fileName: name, uncompressedSize: size, compressedSize } = entry;
    if (name.endsWith('/')) continue;
    if (entries.has(name)) throw new CaptureFlaw(`The ZIP holds two files “${name}”`);
    if (size > unpackedLimitOf(compressedSize))
      throw new CaptureFlaw(`“${name}” in the ZIP has ${size} bytes in ${compressedSize}`);
    if (entry.isEncrypted()) throw new CaptureFlaw(`“${name}” in the ZIP is encrypted`);
    entries.set(name, {
      name,
      size,
      plain: () => understood(() => plainPart(zip, entry, source)),
      blocks: () => blocksOfEntry(zip, entry),
    });
  }
  return entries;
}

async function plainPart(zip: ZipFile, entry: Entry, source: ByteSource): Promise<ByteSource | undefined> {
  if (entry.compressionMethod !== 0) return undefined;
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  return partOf(source, fileDataStart, fileDataStart + entry.compressedSize);
}

async function* blocksOfEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  const stream = await understood(() => zip.openReadStreamPromise(entry));
  try {
    for await (const block of stream) yield Buffer.from(block);
  } catch (error) {
    throw flawOf(error);
  } finally {
    stream.destroy();
  }
}

async function understood<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw flawOf(error);
  }
}

/** What the package throws of a ZIP is said in words of its own. */
function flawOf(error: unknown): CaptureFlaw {
  if (error instanceof CaptureFlaw) return error;
  const why = error instanceof Error ? error.message : String(error);
  return new CaptureFlaw(`The ZIP is damaged: ${why}`, { cause: error });
}

/** A file of a ZIP in blocks, from where it lies if it is not packed. */
export async function* blocksIn(entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const plain = await entry.plain();
  yield* plain ? blocksOf(plain) : entry.blocks();
}
