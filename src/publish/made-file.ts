import { basename } from 'node:path';
import type { Message } from '../diagnostics/message.ts';
import { dialectsOf } from '../document/dialect.ts';
import { catalogueFiles } from '../epub/catalogue/catalogue-files.ts';
import { sha256Of } from '../files/digest.ts';
import type { Settings } from '../project/settings.ts';
import type { MadeFile } from './made.ts';
import type { RenderedFile } from './rendered-file.ts';

/** A rendered file as it is to be written, with what stands beside an EPUB for catalogues where that was asked for. */
export function madeFile(
  file: RenderedFile,
  {
    output,
    settings,
    messages,
  }: {
    /** Its path below the output folder, without the extension. */
    readonly output: string;
    readonly settings: Settings;
    /** All that was said: what withheld its claims is among it. */
    readonly messages: readonly Message[];
  },
): MadeFile {
  const { format, bytes, claims, catalogue } = file;
  const epub = { stem: basename(output), sizeBytes: bytes.length };
  const beside = settings.catalogue && catalogue ? catalogueFiles(catalogue, epub) : [];
  const withheld = messages.filter(({ withholds }) => withholds.includes(format)).map(({ ruleId }) => ruleId);
  return {
    format,
    dialects: dialectsOf(file.publication.chapters.map(({ document }) => document)),
    ...('pages' in file && typeof file.pages === 'number' && { pages: file.pages }),
    claims,
    withheld: [...new Set(withheld)],
    parts: [{ ending: `.${format}`, bytes }, ...beside].map((part) => ({
      ending: part.ending,
      bytes: part.bytes.length,
      sha256: sha256Of(part.bytes),
      content: part.bytes,
    })),
  };
}
