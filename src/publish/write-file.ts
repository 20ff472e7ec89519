import { join } from 'node:path';
import type { Message } from '../diagnostics/message.ts';
import { sha256Of } from '../files/digest.ts';
import { writeWhole } from '../files/write-whole.ts';
import { shownPath } from '../project/shown-path.ts';
import type { Settings } from '../project/settings.ts';
import type { BuiltFile } from './build-report.ts';
import type { RenderedFile } from './rendered-file.ts';

/** Of what a rendered file is made, and where it goes. */
export interface WriteFileOptions {
  /** The post or the collection that it was made from. */
  readonly post: string;
  /** Its path below the output folder, without the extension. */
  readonly output: string;
  readonly settings: Settings;
  /** All that was said: what withheld its claims is among it. */
  readonly messages: readonly Message[];
}

/** Moves a rendered file into place, or keeps its bytes where nothing is to be written, and tells of it. */
export async function writeFile(file: RenderedFile, options: WriteFileOptions): Promise<BuiltFile> {
  const { post, output, settings, messages } = options;
  const { format, bytes, claims } = file;
  const path = join(settings.out, `${output}.${format}`);
  if (settings.write) await writeWhole(path, bytes);
  const withheld = messages.filter(({ withholds }) => withholds.includes(format)).map(({ ruleId }) => ruleId);
  return {
    path: shownPath(path, settings.cwd),
    post,
    format,
    bytes: bytes.length,
    sha256: sha256Of(bytes),
    ...('pages' in file && typeof file.pages === 'number' && { pages: file.pages }),
    claims,
    withheld: [...new Set(withheld)],
    ...(!settings.write && { content: bytes }),
  };
}
