import { findMessageRule } from '../catalogue/message-rules.ts';
import type { Message } from '../diagnostics/message.ts';
import type { BuildReport } from '../publish/build-report.ts';
import { ResourceError, UsageError } from '../diagnostics/errors.ts';
import { exitCodeOf, exitCodes, type ExitCode, type ExitName } from '../diagnostics/exit-codes.ts';
import { InterruptedError } from './interrupted-error.ts';
import { exitCodeOfRefusals } from '../ledger/refusal.ts';
import { RefusedError } from '../store/refused-error.ts';

/** The exit code of a run that came to its end. */
export function exitCodeOfReport({ failures, messages }: BuildReport): ExitCode {
  return exitCodeOf([...failures.map(({ kind }) => kind), ...exitsOf(messages)]);
}

/** The ways to end that messages ask for. */
export function exitsOf(messages: readonly Message[]): readonly ExitName[] {
  const errors = messages.filter(({ severity }) => severity === 'error');
  return errors.map(({ ruleId }) => findMessageRule(ruleId)?.exit ?? 'post');
}

/** The exit code of a run that was ended by an error. */
export function exitCodeOfError(error: unknown): ExitCode {
  if (error instanceof RefusedError) return exitCodeOfRefusals(error.refusals);
  if (error instanceof InterruptedError) return exitCodes.interrupted.code;
  if (error instanceof UsageError) return exitCodes.usage.code;
  return error instanceof ResourceError ? exitCodes.resource.code : exitCodes.internal.code;
}
