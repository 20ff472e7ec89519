import * as v from 'valibot';
import type { ReportSummary } from './report-summary.ts';

const errors = { nFatal: v.number(), nError: v.number() };

/** The JSON report of EPUBCheck with every message. */
export const epubCheckReport = v.object({
  checker: v.object({ ...errors, nWarning: v.number() }),
  messages: v.array(
    v.object({
      ID: v.string(),
      severity: v.string(),
      message: v.string(),
      additionalLocations: v.number(),
      locations: v.array(v.object({ path: v.string(), line: v.number() })),
    }),
  ),
});

const whole = v.object({
  checker: v.object({
    ...errors,
    path: v.string(),
    checkerVersion: v.string(),
    checkDate: v.optional(v.string()),
  }),
});

/** What a report of EPUBCheck says on the whole; `undefined` where the value is no such report. */
export function summariseEpubCheck(value: unknown): ReportSummary | undefined {
  const parsed = v.safeParse(whole, value);
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
