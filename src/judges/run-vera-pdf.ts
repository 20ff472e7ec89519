import { resolve } from 'node:path';

import { ResourceError } from '../diagnostics/errors.ts';
import { appendAll } from '../lists/append-all.ts';
import type { Finding, Judgement } from './judgement.ts';
import { readReport } from './read-report.ts';
import { runProgram } from './run-program.ts';
import { veraPdfReport, type VeraPdfJob } from './vera-pdf-report.ts';

/** What veraPDF is asked, where it is, and how long it may take. */
export interface VeraPdfOptions {
  /** The standard, in veraPDF's words: `ua1` is PDF/UA-1, `2a` is PDF/A-2a. */
  readonly flavour: string;
  /** `greenfield-apps-….jar` of veraPDF. */
  readonly jar: string;
  /** Default 20 minutes for each start of the program. */
  readonly timeoutMs?: number;
}

/** Keeps a command line well below the limits of the operating system. */
const filesPerStart = 200;

/**
 * What veraPDF says of each file, in the order given; many files share one start of the program. A file that it cannot
 * read has one finding of the rule `unreadable`. Throws a `ResourceError` where a file is missing from the report.
 */
export async function runVeraPdf(
  files: readonly string[],
  options: VeraPdfOptions,
): Promise<readonly Judgement[]> {
  const judgements: Judgement[] = [];
  for (let start = 0; start < files.length; start += filesPerStart)
    appendAll(judgements, await judgeBatch(files.slice(start, start + filesPerStart), options));
  return judgements;
}

async function judgeBatch(files: readonly string[], options: VeraPdfOptions): Promise<readonly Judgement[]> {
  const wrapper = 'org.verapdf.apps.GreenfieldCliWrapper';
  const output = await runProgram(
    'java',
    [
      '-cp',
      options.jar,
      wrapper,
      '-f',
      options.flavour,
      '--format',
      'json',
      ...files.map((file) => resolve(file)),
    ],
    { timeoutMs: options.timeoutMs ?? 20 * 60_000 },
  );
  const { jobs } = readReport('veraPDF', output.stdout, veraPdfReport).report;
  const byName = new Map(jobs.map((job) => [job.itemDetails.name, job]));
  return files.map((file) => {
    const job = byName.get(resolve(file));
    // It leaves out files that it does not find, and still ends with a good report.
    if (!job) throw new ResourceError(`veraPDF says nothing of ${file}`, { path: file });
    return { file, findings: findingsOf(job) };
  });
}

function findingsOf(job: VeraPdfJob): readonly Finding[] {
  const results = job.validationResult ?? [];
  if (job.taskException || results.length === 0)
    return [{ rule: 'unreadable', message: job.taskException?.exceptionMessage ?? 'no result', count: 1 }];
  return results.flatMap(({ compliant, details }) => {
    const findings = details.ruleSummaries.map((rule) => ({
      rule: `${rule.specification} ${rule.clause}-${rule.testNumber}`,
      message: describe(rule),
      count: rule.failedChecks,
    }));
    if (compliant !== (findings.length === 0))
      throw new ResourceError('the report of veraPDF contradicts itself', { path: job.itemDetails.name });
    return findings;
  });
}

type FailedRule = NonNullable<VeraPdfJob['validationResult']>[number]['details']['ruleSummaries'][number];

function describe(rule: FailedRule): string {
  const [first] = rule.checks;
  return first ? `${first.errorMessage ?? rule.description} (${first.context})` : rule.description;
}
