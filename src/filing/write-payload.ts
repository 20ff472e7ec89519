import { open } from 'node:fs/promises';
import type { RenderedFile } from '../publish/rendered-file.ts';
import { listLinks } from '../links/list-links.ts';
import { writeLinksCsv } from '../links/write-links-csv.ts';
import { addFile } from '../bag/add-file.ts';
import type { PayloadFile, PayloadRole } from '../bag/payload-file.ts';
import { identifyFormat } from './metadata/identify-format.ts';
import { writeFileList } from './metadata/write-file-list.ts';
import { writePremis } from './metadata/write-premis.ts';
import { writeRecordJsonLd } from './metadata/write-record-json-ld.ts';
import { jsonFile, type FingerprintFile } from '../project/fingerprint.ts';
import { softwareVersions } from '../project/software-versions.ts';
import type { Gathered } from './gather-post.ts';
import type { ReportFile } from './read-reports.ts';

/** What a payload is made of. */
export interface PayloadInput {
  /** The bag's folder, empty. */
  readonly folder: string;
  readonly gathered: Gathered;
  readonly rendered: readonly RenderedFile[];
  readonly reports: readonly ReportFile[];
  readonly evidence: readonly FingerprintFile[];
  /** `YYYY-MM-DDThh:mm:ssZ`. */
  readonly packedAt: string;
  /** Seconds since 1970: the date in the renderings. */
  readonly sourceDateEpoch: number | undefined;
  readonly filedBy: string | undefined;
}

/** The payload as it was written, and what its metadata say. */
export interface WrittenPayload {
  readonly files: readonly PayloadFile[];
  readonly jsonLd: string;
  readonly premis: string;
  readonly fileList: string;
}

/** Where the files stand that tell of the others. */
export const metadataPaths = {
  jsonLd: 'data/metadata/record.jsonld',
  links: 'data/metadata/links.csv',
  premis: 'data/metadata/premis.xml',
  fileList: 'data/metadata/file-list.csv',
} as const;

/** So much of a large file is looked at to know its format. */
const headBytes = 1_000_000;

/**
 * Writes the payload of a bag in the order of sealing, so that nothing names its own digest: source and capture, renderings,
 * reports, what they were made with, then what is said of all these.
 */
export async function writePayload(input: PayloadInput): Promise<WrittenPayload> {
  const { folder, gathered, rendered, reports, evidence, packedAt, filedBy } = input;
  const { record, publication, sources } = gathered;
  const files: PayloadFile[] = [];
  const add = async (to: string, from: string | Uint8Array, role: PayloadRole): Promise<void> => {
    files.push(await addFile({ folder, from, to, role, ...(await formatOf(to, from)) }));
  };
  for (const { path, absolutePath: from, role, originalName } of sources) {
    const to = `data/source/${path}`;
    files.push(await addFile({ folder, from, to, role, originalName, ...(await formatOf(to, from)) }));
  }
  for (const { format, bytes } of rendered) {
    const role = format === 'pdf' ? 'record-copy' : 'access-copy';
    await add(renderingPath(publication.metadata.slug, format), bytes, role);
  }
  for (const { name, absolutePath } of reports) await add(`data/reports/${name}`, absolutePath, 'report');
  for (const { path, bytes } of evidence) await add(`data/build/${path}`, bytes, 'build');
  const software = softwareVersions();
  const versions = { ...software, sourceDateEpoch: input.sourceDateEpoch ?? null };
  await add('data/build/versions.json', jsonFile(versions), 'build');

  const claims = new Map(
    rendered.map(({ format, claims: said }) => [renderingPath(publication.metadata.slug, format), said]),
  );
  const own = files.filter(({ role }) => role !== 'report' && role !== 'build');
  const jsonLd = writeRecordJsonLd({ record, files: own, claims });
  await add(metadataPaths.jsonLd, Buffer.from(jsonLd), 'metadata');
  await add(
    metadataPaths.links,
    Buffer.from(writeLinksCsv(listLinks(publication), { forPeople: false })),
    'metadata',
  );
  const premis = writePremis({
    record,
    files: [...files],
    posts: sources.filter(({ kind }) => kind === 'post').map(({ path }) => `data/source/${path}`),
    software,
    packedAt,
    ...(filedBy !== undefined && { filedBy }),
    reports: reports.flatMap(({ said }) => said ?? []),
  });
  await add(metadataPaths.premis, Buffer.from(premis), 'metadata');
  const fileList = writeFileList({ record, files: [...files], software, packedAt });
  await add(metadataPaths.fileList, Buffer.from(fileList), 'metadata');
  return { files, jsonLd, premis, fileList };
}

/** Where a rendering stands in the payload. */
export function renderingPath(slug: string, format: 'pdf' | 'epub'): string {
  return `data/renderings/${slug}.${format}`;
}

async function formatOf(
  to: string,
  from: string | Uint8Array,
): Promise<{ readonly puid?: string; readonly mediaType?: string }> {
  if (typeof from !== 'string') return identifyFormat(to, from) ?? {};
  const file = await open(from, 'r');
  try {
    const { size } = await file.stat();
    const head = new Uint8Array(Math.min(size, headBytes));
    await file.read(head, 0, head.length, 0);
    return identifyFormat(to, head, size) ?? {};
  } finally {
    await file.close();
  }
}
