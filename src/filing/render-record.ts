import { modifiedDate } from '../publish/edition.ts';
import { renderPublication } from '../publish/render-publication.ts';
import type { Running } from '../publish/running.ts';
import type { RenderedFile } from '../publish/rendered-file.ts';
import type { PdfClaim } from '../document/pdf-claim.ts';
import type { Message } from '../diagnostics/message.ts';
import { reportRule } from './rules.ts';
import { sha256OfFile } from '../files/digest.ts';
import { recordSheet } from './metadata/record-sheet.ts';
import { withRecord } from './metadata/with-record.ts';
import type { Gathered } from './gather-post.ts';

/** A file of the source tree as it was when it was digested. */
export interface SourceDigest {
  readonly path: string;
  readonly role: 'source' | 'capture';
  readonly sha256: string;
}

/** The digests of the source tree, in its order. */
export async function digestSources({ sources }: Gathered): Promise<readonly SourceDigest[]> {
  const digests: SourceDigest[] = [];
  for (const { path, role, absolutePath } of sources) {
    digests.push({ path, role, sha256: await sha256OfFile(absolutePath) });
  }
  return digests;
}

/** The renderings of a record. */
export interface RenderedRecord {
  /** Empty where they cannot be filed. */
  readonly files: readonly RenderedFile[];
  readonly pdfClaims: readonly PdfClaim[];
  readonly messages: readonly Message[];
  readonly sourceDateEpoch: number | undefined;
}

/** The renderings with the record sheet, read back word by word. */
export async function renderRecord(
  { publication: gathered, record }: Gathered,
  from: {
    readonly running: Running;
    readonly digests: readonly SourceDigest[];
    readonly messages: readonly Message[];
  },
): Promise<RenderedRecord> {
  const { settings, stages } = from.running;
  const strings = stages.strings(gathered.metadata.lang);
  const files = from.digests.map(({ path, ...file }) => ({ ...file, path: `data/source/${path}` }));
  const sheet = recordSheet({ record, files, strings });
  const filed = withRecord(gathered, { record, sheet, strings });
  const publication = { ...filed, messages: from.messages };
  const modified = modifiedDate(publication, settings);
  const lenient = { ...from.running, settings: { ...settings, strict: false } };
  const rendered = await renderPublication(publication, lenient);
  const messages: Message[] = [...rendered.messages];
  const pdf = rendered.value.find(({ format }) => format === 'pdf');
  const { claims } = settings.profile;
  const pdfClaims = claims.filter(({ name }) => pdf?.claims.includes(name));
  const isPdfA = pdfClaims.some(({ isArchival }) => isArchival);
  if (!isPdfA) {
    const file = gathered.chapters[0]?.document.file ?? '';
    const needed = claims.find(({ isArchival }) => isArchival)?.name ?? 'PDF/A';
    const reason = `The PDF does not claim ${needed}, so it cannot be the copy of record`;
    messages.push(reportRule('record-not-pdfa', { reason, file }));
  }
  return {
    files: isPdfA ? rendered.value : [],
    pdfClaims,
    messages,
    sourceDateEpoch: modified && Math.floor(modified.getTime() / 1000),
  };
}
