import { basename, join } from 'node:path';
import { readRegularText } from '../files/regular-file.ts';
import { ResourceError, UsageError } from '../diagnostics/errors.ts';
import { listFiles } from '../files/list-names.ts';
import { summariseReport } from '../judges/summarise-report.ts';
import type { ValidationReport } from './metadata/premis-input.ts';

/** A judge's report that is filed. */
export interface ReportFile {
  readonly absolutePath: string;
  readonly name: string;
  /** What it says of one of the renderings; absent where its form is not known. */
  readonly said: ValidationReport | undefined;
}

/**
 * The reports of a folder, each tied to the rendering that it names by its file name.
 *
 * @throws UsageError where the folder is not there; ResourceError where a report cannot be read.
 */
export async function readReports(
  folder: string | undefined,
  renderings: readonly string[],
): Promise<readonly ReportFile[]> {
  if (folder === undefined) return [];
  const names = await listFiles(folder).catch(() => undefined);
  if (names === undefined) throw new UsageError(`${folder}: there is no such folder of reports`);
  const reports: ReportFile[] = [];
  for (const name of names) {
    const absolutePath = join(folder, name);
    const text = await readRegularText(absolutePath).catch((cause: unknown) => {
      throw new ResourceError(`Cannot read ${absolutePath}`, { path: absolutePath, cause });
    });
    const found = summariseReport(text);
    const file = renderings.find((path) => found && basename(path) === basename(found.file));
    const said = found && file !== undefined ? { ...found, file, report: `data/reports/${name}` } : undefined;
    reports.push({ absolutePath, name, said });
  }
  return reports;
}
