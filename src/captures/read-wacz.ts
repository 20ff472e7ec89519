import { createHash } from 'node:crypto';
import { array, looseObject, optional, safeParse, string } from 'valibot';
import type { ByteSource, OpenSource } from './byte-source.ts';
import { isGzip, unpackGzip } from './gzip-source.ts';
import { blocksIn, readZip, type Zip, type ZipEntry } from './read-zip.ts';
import type { Resource } from './resource.ts';
import { spool } from './spool.ts';
import { CaptureFlaw } from './unpack.ts';
import { unpackedLimitOf } from './unpacked-limit.ts';
import { readWarcs, type WarcPart } from './warc-resources.ts';

/** What a WACZ holds, until it is closed. */
export interface Wacz {
  readonly resources: AsyncGenerator<Resource>;
  readonly close: () => Promise<void>;
}

/**
 * Opens a WACZ (Web Archive Collection Zipped 1.1.1), where each file has the digest that its list of files states.
 *
 * @throws CaptureFlaw where it is damaged, a file of it is another, or it is a ZIP of another kind.
 */
export async function openWacz(source: ByteSource): Promise<Wacz> {
  const zip = await readZip(source);
  const opened: OpenSource[] = [];
  const close = async (): Promise<void> => {
    for (const each of opened) await each.close();
    zip.close();
  };
  try {
    await checkDigests(zip);
  } catch (error) {
    await close();
    throw error;
  }
  return { resources: readAll(zip, opened), close };
}

const isArchive = (name: string): boolean => /^archive\/.+\.warc(?:\.gz)?$/u.test(name);

async function* readAll(zip: Zip, opened: OpenSource[]): AsyncGenerator<Resource> {
  const entries = [...zip.entries.values()];
  for (const entry of entries) if (!isArchive(entry.name)) yield aboutOf(entry);
  yield* readWarcs(
    archives(
      entries.filter(({ name }) => isArchive(name)),
      opened,
    ),
  );
}

async function* archives(entries: readonly ZipEntry[], opened: OpenSource[]): AsyncGenerator<WarcPart> {
  for (const entry of entries) yield { name: entry.name, source: await openEntry(entry, opened) };
}

async function openEntry(entry: ZipEntry, opened: OpenSource[]): Promise<ByteSource> {
  const what = `“${entry.name}”`;
  let source = await entry.plain();
  if (source === undefined) {
    const spooled = await spool(entry.blocks(), { what, limit: unpackedLimitOf(entry.size) });
    opened.push(spooled);
    source = spooled;
  }
  if (!(await isGzip(source))) return source;
  const unpacked = await unpackGzip(source, unpackedLimitOf(source.size));
  opened.push(unpacked);
  return unpacked;
}

/** Lists of pages and of addresses, and what else tells of the capture. */
function aboutOf(entry: ZipEntry): Resource {
  return {
    role: 'about',
    address: '',
    type: '',
    place: entry.name,
    heads: () => Promise.resolve(''),
    body: async (limit) => {
      const opened: OpenSource[] = [];
      try {
        const { size, read } = await openEntry(entry, opened);
        if (size > limit) throw new CaptureFlaw(`“${entry.name}” has ${size} bytes, more than ${limit}`);
        return await read(0, size);
      } finally {
        for (const each of opened) await each.close();
      }
    },
  };
}

const packageSchema = looseObject({
  resources: array(looseObject({ path: string(), hash: optional(string()) })),
});

/** The list of files is small; a larger one is none. */
const mostListBytes = 16_000_000;

async function checkDigests({ entries }: Zip): Promise<void> {
  const list = entries.get('datapackage.json');
  if (list === undefined) throw new CaptureFlaw('The ZIP is no WACZ: it has no datapackage.json');
  for (const { path, hash } of await readList(list)) {
    const entry = entries.get(path);
    if (entry === undefined) throw new CaptureFlaw(`“${path}” of datapackage.json is not in the WACZ`);
    const [, algorithm = '', stated = ''] = /^(md5|sha256|sha512):([0-9a-f]+)$/iu.exec(hash ?? '') ?? [];
    if (algorithm === '') continue;
    const digest = createHash(algorithm.toLowerCase());
    for await (const block of blocksIn(entry)) digest.update(block);
    if (digest.digest('hex') !== stated.toLowerCase())
      throw new CaptureFlaw(`“${path}” is not what datapackage.json says: its digest is another`);
  }
}

async function readList(
  list: ZipEntry,
): Promise<readonly { readonly path: string; readonly hash?: string | undefined }[]> {
  if (list.size > mostListBytes) throw new CaptureFlaw(`datapackage.json has ${list.size} bytes`);
  const blocks: Uint8Array[] = [];
  for await (const block of blocksIn(list)) blocks.push(block);
  let data: unknown;
  try {
    data = JSON.parse(Buffer.concat(blocks).toString());
  } catch (error) {
    throw new CaptureFlaw('datapackage.json is no JSON', { cause: error });
  }
  const read = safeParse(packageSchema, data);
  if (!read.success) throw new CaptureFlaw('datapackage.json does not say what the WACZ holds');
  return read.output.resources;
}
