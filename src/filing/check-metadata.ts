import type { RenderedFile } from '../publish/rendered-file.ts';
import { InternalError } from '../diagnostics/errors.ts';
import { readEpub } from '../readback/read-epub.ts';
import { readPdf } from '../readback/read-pdf.ts';
import { crossCheck } from './metadata/cross-check.ts';
import { metadataPaths, type WrittenPayload } from './write-payload.ts';

/**
 * Reads back what the files of a bag say of the record, before it is sealed.
 *
 * @throws InternalError where two of them say different things of the same fact (36 CFR 1236.54(b)(3)).
 */
export async function checkMetadata(
  payload: WrittenPayload,
  rendered: readonly RenderedFile[],
  info: readonly (readonly [label: string, value: string])[],
): Promise<void> {
  const bytesOf = (format: string): Uint8Array | undefined =>
    rendered.find((file) => file.format === format)?.bytes;
  const [pdf, epub] = [bytesOf('pdf'), bytesOf('epub')];
  const opf = epub && (await readEpub(epub)).files.get('OEBPS/content.opf');
  const metadata = {
    ...payload,
    info,
    ...(pdf && { xmp: (await readPdf(pdf)).xmp }),
    ...(opf && { opf: new TextDecoder().decode(opf) }),
  };
  const [difference] = crossCheck(metadata, metadataPaths);
  if (!difference) return;
  const { fact, first, second } = difference;
  throw new InternalError(
    `the metadata of the bag disagree about ${fact}: “${first.value}” in ${first.where}, “${second.value}” in ${second.where}`,
    { stage: 'records' },
  );
}
