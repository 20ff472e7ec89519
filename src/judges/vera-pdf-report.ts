import * as v from 'valibot';
import type { ReportSummary } from './report-summary.ts';

const itemDetails = v.object({ name: v.string() });
const verdict = { compliant: v.boolean() };

const ruleSummary = v.object({
  specification: v.string(),
  clause: v.string(),
  testNumber: v.number(),
  failedChecks: v.number(),
  description: v.string(),
  checks: v.array(v.object({ context: v.string(), errorMessage: v.nullish(v.string()) })),
});

/** The JSON report of veraPDF with every check that failed. */
export const veraPdfReport = v.object({
  report: v.object({
    jobs: v.array(
      v.object({
        itemDetails,
        taskException: v.optional(v.object({ exceptionMessage: v.string() })),
        validationResult: v.optional(
          v.array(
            v.object({
              ...verdict,
              details: v.object({ failedRules: v.number(), ruleSummaries: v.array(ruleSummary) }),
            }),
          ),
        ),
      }),
    ),
  }),
});

/** What veraPDF says of one file. */
export type VeraPdfJob = v.InferOutput<typeof veraPdfReport>['report']['jobs'][number];

const result = v.object({ ...verdict, profileName: v.string() });

const whole = v.object({
  report: v.object({
    buildInformation: v.optional(
      v.object({ releaseDetails: v.array(v.object({ id: v.string(), version: v.string() })) }),
    ),
    // One result may stand alone or in a list.
    jobs: v.pipe(
      v.array(v.object({ itemDetails, validationResult: v.union([result, v.array(result)]) })),
      v.minLength(1),
    ),
  }),
});

/** What a report of veraPDF says of its first file; `undefined` where the value is no such report. */
export function summariseVeraPdf(value: unknown): ReportSummary | undefined {
  const parsed = v.safeParse(whole, value);
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
