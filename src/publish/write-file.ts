import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Message } from '../diagnostics/message.ts';
import type { BuiltFile } from './build-report.ts';
import { shownPath } from '../project/find-files.ts';
import type { RenderedFile } from './render-publication.ts';
import type { Settings } from '../project/resolve-settings.ts';
import { writeAtomically } from '../files/write-atomically.ts';

export interface WriteFileOptions {
  /** The post or the collection that it was made from. */
  readonly post: string;
  /** Its path below the output folder, without the extension. */
  readonly output: string;
  readonly settings: Settings;
  /** All that was said: what withheld its claims is among it. */
  readonly messages: readonly Message[];
}

/** Moves one rendered file into place and tells of it. */
export function writeFile({ format, rendered }: RenderedFile, options: WriteFileOptions): BuiltFile {
  const { post, output, settings, messages } = options;
  const path = join(settings.out, ...`${output}.${format}`.split('/'));
  writeAtomically(path, rendered.bytes);
  const withheld = messages.filter(({ withholds }) => withholds.includes(format)).map(({ ruleId }) => ruleId);
  return {
    path: shownPath(path, settings.cwd),
    post,
    format,
    bytes: rendered.bytes.length,
    sha256: createHash('sha256').update(rendered.bytes).digest('hex'),
    ...(rendered.pages === undefined ? {} : { pages: rendered.pages }),
    claims: rendered.claims,
    withheld: [...new Set(withheld)],
  };
}
