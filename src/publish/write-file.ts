import { basename, join } from 'node:path';
import type { Message } from '../diagnostics/message.ts';
import { dialectsOf } from '../document/dialect.ts';
import { sha256Of } from '../files/digest.ts';
import { shownPath } from '../project/shown-path.ts';
import type { Settings } from '../project/settings.ts';
import { catalogueEndings, catalogueFiles } from '../epub/catalogue/catalogue-files.ts';
import type { BuiltFile, CatalogueFile } from './build-report.ts';
import { findForeign } from './find-foreign.ts';
import { reportRule } from './rules.ts';
import type { OutputFolder } from './output-folder.ts';
import type { RenderedFile } from './rendered-file.ts';

/** Of what a rendered file is made, and where it goes. */
export interface WriteFileOptions {
  /** The post or the collection that it was made from. */
  readonly post: string;
  /** Its path below the output folder, without the extension. */
  readonly output: string;
  readonly settings: Settings;
  readonly outputs: OutputFolder;
  /** All that was said: what withheld its claims is among it. */
  readonly messages: readonly Message[];
}

/** Moves a rendered file into place, or keeps its bytes where nothing is to be written, and tells of it. */
export async function writeFile(file: RenderedFile, options: WriteFileOptions): Promise<BuiltFile> {
  const { post, output, settings, messages } = options;
  const { format, bytes, claims } = file;
  const written = await writeBytes(`${output}.${format}`, bytes, options);
  const catalogue = await writeCatalogue(file, options);
  const withheld = messages.filter(({ withholds }) => withholds.includes(format)).map(({ ruleId }) => ruleId);
  return {
    path: written.path,
    post,
    format,
    bytes: written.bytes,
    sha256: written.sha256,
    dialects: dialectsOf(file.publication.chapters.map(({ document }) => document)),
    ...('pages' in file && typeof file.pages === 'number' && { pages: file.pages }),
    claims,
    withheld: [...new Set(withheld)],
    ...(catalogue.length > 0 && { catalogue }),
    ...(!settings.write && { content: bytes }),
  };
}

async function writeBytes(
  name: string,
  bytes: Uint8Array,
  { settings, outputs }: WriteFileOptions,
): Promise<CatalogueFile> {
  await outputs.write(name, bytes);
  return {
    path: shownPath(join(settings.out, name), settings.cwd),
    bytes: bytes.length,
    sha256: sha256Of(bytes),
    ...(!settings.write && { content: bytes }),
  };
}

/** What stands beside an EPUB for catalogues, where that was asked for. */
async function writeCatalogue(file: RenderedFile, options: WriteFileOptions): Promise<CatalogueFile[]> {
  const { output, settings } = options;
  if (!settings.catalogue || !file.catalogue) return [];
  const epub = { stem: basename(output), sizeBytes: file.bytes.length };
  const written: CatalogueFile[] = [];
  for (const { ending, bytes } of catalogueFiles(file.catalogue, epub))
    written.push(await writeBytes(`${output}${ending}`, bytes, options));
  return written;
}

/** That a file stands where one of a post's is to go, and no run wrote it; `undefined` where all may be written. */
export async function reportForeign(
  output: string,
  {
    settings,
    outputs,
    file,
  }: { readonly settings: Settings; readonly outputs: OutputFolder; readonly file: string },
): Promise<Message | undefined> {
  const beside = settings.catalogue && settings.formats.includes('epub') ? catalogueEndings : [];
  const endings = [...settings.formats.map((format) => `.${format}`), ...beside];
  const names = endings.map((ending) => `${output}${ending}`);
  const foreign = await findForeign(names, { outputs, settings });
  return foreign && reportRule('output-foreign', { reason: foreign.reason, file });
}
