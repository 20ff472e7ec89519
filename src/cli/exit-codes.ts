import type { BuildReport } from '../publish/build-report.ts';
import { ResourceError, UsageError } from '../diagnostics/errors.ts';
import { exitCodeOfRefusals, RefusedError } from '../store/refusal.ts';

/** Every exit code of the command line; where several apply, the highest wins, but the lowest of 10 to 15. */
export const exitCodes = {
  /** All is good; there may be warnings. */
  good: 0,
  /** A post has an error. */
  post: 1,
  /** The command line or the configuration is wrong. */
  usage: 2,
  /** The world failed: a file, a font, a program. */
  resource: 3,
  /** A record is on hold. */
  held: 10,
  /** A record is unscheduled. */
  unscheduled: 11,
  /** A record may not go yet. */
  notYetEligible: 12,
  /** A record is permanent. */
  permanent: 13,
  /** The approval is not for what was asked. */
  approvalMismatch: 14,
  /** A bag, the ledger or the store is not what was filed. */
  integrity: 15,
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
  if (error instanceof RefusedError) return exitCodeOfRefusal(error);
  if (error instanceof UsageError) return exitCodes.usage;
  return error instanceof ResourceError ? exitCodes.resource : exitCodes.internal;
}

/** The exit code of a command on records that was refused. */
export function exitCodeOfRefusal({ refusals }: RefusedError): ExitCode {
  const wanted = exitCodeOfRefusals(refusals);
  return Object.values(exitCodes).find((code) => code === wanted) ?? exitCodes.usage;
}
