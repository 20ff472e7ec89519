import { join } from 'node:path';
import type { Message } from '../diagnostics/message.ts';
import { InternalError } from '../diagnostics/errors.ts';
import { shownPath } from '../project/shown-path.ts';
import type { Settings } from '../project/settings.ts';
import { catalogueEndings } from '../epub/catalogue/catalogue-files.ts';
import type { BuiltFile, CatalogueFile } from './build-report.ts';
import { findForeign } from './find-foreign.ts';
import type { MadeFile, MadePart } from './made.ts';
import { reportRule } from './rules.ts';
import type { OutputFolder } from './output-folder.ts';

/** Where a file goes. */
export interface WriteFileOptions {
  /** The post or the collection that it was made from. */
  readonly post: string;
  /** Its path below the output folder, without the extension. */
  readonly output: string;
  readonly settings: Settings;
  readonly outputs: OutputFolder;
}

/** Moves a file into place, or keeps its bytes where nothing is to be written, and tells of it. */
export async function writeFile(file: MadeFile, options: WriteFileOptions): Promise<BuiltFile> {
  const { parts, ...facts } = file;
  const written: CatalogueFile[] = [];
  for (const part of parts) written.push(await writePart(part, options));
  const [own, ...catalogue] = written;
  if (!own) throw new InternalError('a file has no bytes', { stage: 'write' });
  const { path, bytes, sha256, content } = own;
  const { format, dialects, pages, claims, withheld } = facts;
  return {
    path,
    post: options.post,
    format,
    bytes,
    sha256,
    dialects,
    ...(pages !== undefined && { pages }),
    claims,
    withheld,
    ...(catalogue.length > 0 && { catalogue }),
    ...(content && { content }),
  };
}

async function writePart(
  { ending, bytes, sha256, content }: MadePart,
  { output, settings, outputs }: WriteFileOptions,
): Promise<CatalogueFile> {
  const name = `${output}${ending}`;
  await (content ? outputs.write(name, content) : outputs.leave(name));
  const path = shownPath(join(settings.out, name), settings.cwd);
  return { path, bytes, sha256, ...(!settings.write && content && { content }) };
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
