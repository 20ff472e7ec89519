import { resolve } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { readRegularFile } from '../files/regular-file.ts';
import { ResourceError } from '../diagnostics/errors.ts';
import { groupBy } from '../lists/group-by.ts';
import type { Message } from '../diagnostics/message.ts';
import { fixSource } from '../lint/fix-source.ts';
import type { BuildOptions } from '../project/build-options.ts';
import type { BuildReport } from './build-report.ts';
import { loadStages } from './load-stages.ts';
import type { Settings } from '../project/settings.ts';
import { resolveSettings } from '../project/resolve-settings.ts';
import { runBuild } from './run-build.ts';
import { writeWhole } from '../files/write-whole.ts';

/** What a check found. */
export interface CheckReport {
  /** As of a build that writes nothing. */
  readonly report: BuildReport;
  /** What `fix` changed, as a unified diff; empty where it changed nothing. */
  readonly patch: string;
}

/**
 * Says what the rules say about posts without building them. With `fix` the findings whose cure is sure are cured in the
 * posts themselves first, and the report tells what is left.
 *
 * @throws as `build`
 */
export async function checkPosts(
  options: BuildOptions,
  { fix }: { readonly fix: boolean },
): Promise<CheckReport> {
  const settings: Settings = { ...(await resolveSettings(options)), formats: [] };
  const run = { settings, load: () => loadStages(settings) };
  const report = await runBuild(run);
  if (!fix) return { report, patch: '' };
  let patch = '';
  // What has no place is said of names and of the whole, which may be no file of text.
  const placed = groupBy(report.messages, ({ place, file }) => (place === undefined ? undefined : file));
  for (const [file, messages] of placed) patch += await fixPost(file, messages, settings.cwd);
  return { report: patch === '' ? report : await runBuild(run), patch };
}

async function fixPost(file: string, messages: readonly Message[], cwd: string): Promise<string> {
  const path = resolve(cwd, file);
  const bytes = await readRegularFile(path).catch((error: unknown) => {
    throw new ResourceError(`Cannot read ${file}`, { path, cause: error });
  });
  const text = bytes.toString('utf8');
  // Offsets count from behind the byte order marks, and a file that is not UTF-8 is left alone.
  const mark = /^\uFEFF*/u.exec(text)?.[0] ?? '';
  if (!Buffer.from(text).equals(bytes)) return '';
  const fixed = mark + fixSource(text.slice(mark.length), messages);
  if (fixed === text) return '';
  await writeWhole(path, Buffer.from(fixed));
  return createTwoFilesPatch(file, file, text, fixed, '', '', { context: 1 });
}
