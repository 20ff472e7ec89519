import { resolve } from 'node:path';
import * as v from 'valibot';

import { ResourceError } from '../diagnostics/errors.ts';
import { appendAll } from '../lists/append-all.ts';
import type { Finding, Judgement } from './judgement.ts';
import { readReport } from './read-report.ts';
import { runProgram } from './run-program.ts';

/** What veraPDF is asked, where it is, and how long it may take. */
export interface VeraPdfOptions {
  /** The standard, in veraPDF's words: `ua1` is PDF/UA-1, `2a` is PDF/A-2a. */
  readonly flavour: string;
  /** `greenfield-apps-….jar` of veraPDF. */
  readonly jar: string;
  /** Default 20 minutes for each start of the program. */
  readonly timeoutMs?: number;
}

const ruleSummary = v.object({
  specification: v.string(),
  clause: v.string(),
  testNumber: v.number(),
  failedChecks: v.number(),
  description: v.string(),
  checks: v.array(v.object({ context: v.string(), errorMessage: v.nullish(v.string()) })),
});

const report = v.object({
  report: v.object({
    jobs: v.array(
      v.object({
        itemDetails: v.object({ name: v.string() }),
        taskException: v.optional(v.object({ exceptionMessage: v.string() })),
        validationResult: v.optional(
          v.array(
            v.object({
              compliant: v.boolean(),
              details: v.object({ failedRules: v.number(), ruleSummaries: v.array(ruleSummary) }),
            }),
          ),
        ),
      }),
    ),
  }),
});

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
  const { jobs } = readReport('veraPDF', output.stdout, report).report;
  const byName = new Map(jobs.map((job) => [job.itemDetails.name, job]));
  return files.map((file) => {
    const job = byName.get(resolve(file));
    // It leaves out files that it does not find, and still ends with a good report.
    if (!job) throw new ResourceError(`veraPDF says nothing of ${file}`, { path: file });
    return { file, findings: findingsOf(job) };
  });
}

type Job = v.InferOutput<typeof report>['report']['jobs'][number];

function findingsOf(job: Job): readonly Finding[] {
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

function describe(rule: v.InferOutput<typeof ruleSummary>): string {
  const [first] = rule.checks;
  return first ? `${first.errorMessage ?? rule.description} (${first.context})` : rule.description;
}
