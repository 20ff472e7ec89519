import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { ResourceError, UsageError } from '../diagnostics/errors.ts';
import { listFiles } from '../files/list-names.ts';
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
    const text = await readFile(absolutePath, 'utf8').catch((cause: unknown) => {
      throw new ResourceError(`Cannot read ${absolutePath}`, { path: absolutePath, cause });
    });
    const found = readOne(text);
    const file = renderings.find((path) => found && basename(path) === basename(found.file));
    const said = found && file !== undefined ? { ...found, file, report: `data/reports/${name}` } : undefined;
    reports.push({ absolutePath, name, said });
  }
  return reports;
}

const epubCheck = v.object({
  checker: v.object({
    path: v.string(),
    checkerVersion: v.string(),
    checkDate: v.optional(v.string()),
    nFatal: v.number(),
    nError: v.number(),
  }),
});

const veraPdf = v.object({
  report: v.object({
    buildInformation: v.optional(
      v.object({ releaseDetails: v.array(v.object({ id: v.string(), version: v.string() })) }),
    ),
    jobs: v.pipe(
      v.array(
        v.object({
          itemDetails: v.object({ name: v.string() }),
          validationResult: v.union([
            v.object({ profileName: v.string(), compliant: v.boolean() }),
            v.array(v.object({ profileName: v.string(), compliant: v.boolean() })),
          ]),
        }),
      ),
      v.minLength(1),
    ),
  }),
});

const ace = v.object({
  'earl:testSubject': v.object({ url: v.string() }),
  'earl:result': v.object({ 'earl:outcome': v.string() }),
  'earl:assertedBy': v.optional(v.object({ 'doap:release': v.object({ 'doap:revision': v.string() }) })),
});

/** Reports in the JSON of veraPDF, EPUBCheck and Ace; whatever else they say is in the file. */
function readOne(text: string): ValidationReport | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return readEpubCheck(value) ?? readVeraPdf(value) ?? readAce(value);
}

function readEpubCheck(value: unknown): ValidationReport | undefined {
  const parsed = v.safeParse(epubCheck, value);
  if (!parsed.success) return undefined;
  const { path, checkerVersion, checkDate, nFatal, nError } = parsed.output.checker;
  return {
    tool: 'EPUBCheck',
    version: checkerVersion,
    file: path,
    outcome: nFatal + nError === 0 ? 'success' : 'fail',
    ...(checkDate !== undefined && { at: checkDate }),
  };
}

function readVeraPdf(value: unknown): ValidationReport | undefined {
  const parsed = v.safeParse(veraPdf, value);
  if (!parsed.success) return undefined;
  const { jobs, buildInformation } = parsed.output.report;
  const [job] = jobs;
  if (!job) return undefined;
  const results = [job.validationResult].flat();
  const version = buildInformation?.releaseDetails.find(({ id }) => id === 'core')?.version;
  return {
    tool: 'veraPDF',
    ...(version !== undefined && { version }),
    file: job.itemDetails.name,
    outcome: results.length > 0 && results.every(({ compliant }) => compliant) ? 'success' : 'fail',
    note: results.map(({ profileName }) => profileName).join(', '),
  };
}

function readAce(value: unknown): ValidationReport | undefined {
  const parsed = v.safeParse(ace, value);
  if (!parsed.success) return undefined;
  const version = parsed.output['earl:assertedBy']?.['doap:release']['doap:revision'];
  return {
    tool: 'Ace by DAISY',
    ...(version !== undefined && { version }),
    file: parsed.output['earl:testSubject'].url,
    outcome: parsed.output['earl:result']['earl:outcome'] === 'pass' ? 'success' : 'fail',
  };
}
