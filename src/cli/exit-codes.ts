import type { BuildReport } from '../build/build-report.ts';
import { ResourceError, UsageError } from '../diagnostics/errors.ts';

/** Every exit code of the command line; where several apply, the highest wins. */
export const exitCodes = {
  /** All is good; there may be warnings. */
  good: 0,
  /** A post has an error. */
  post: 1,
  /** The command line or the configuration is wrong. */
  usage: 2,
  /** The world failed: a file, a font, a program. */
  resource: 3,
  /** A defect of Tagleaf (EX_SOFTWARE of sysexits.h). */
  internal: 70,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The exit code of a run that came to its end. */
export function exitCodeOfReport(report: BuildReport): ExitCode {
  if (report.failures.some(({ kind }) => kind === 'internal')) return exitCodes.internal;
  if (report.failures.length > 0) return exitCodes.resource;
  return report.counts.messages.error > 0 ? exitCodes.post : exitCodes.good;
}

/** The exit code of a run that was ended by an error. */
export function exitCodeOfError(error: unknown): ExitCode {
  if (error instanceof UsageError) return exitCodes.usage;
  return error instanceof ResourceError ? exitCodes.resource : exitCodes.internal;
}
