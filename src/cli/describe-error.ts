import { InternalError, ResourceError, UsageError } from '../diagnostics/errors.ts';
import { errorCode } from '../files/error-code.ts';
import { packageVersion } from '../project/package-root.ts';
import { stackLines } from '../publish/post-failure.ts';
import { RefusedError } from '../store/refused-error.ts';
import { InterruptedError } from './interrupted-error.ts';
import { defect } from './report-failures.ts';
import { reportRefusals } from './report-refusals.ts';

/** What is told of an error that ends a command. */
export function describeError(error: unknown): string {
  if (error instanceof RefusedError) return reportRefusals(error.refusals);
  if (error instanceof UsageError || error instanceof InterruptedError) return `tagleaf: ${error.message}\n`;
  if (error instanceof ResourceError) return `tagleaf: ${error.message}${fullDisk(error)}\n`;
  const stage = error instanceof InternalError ? error.stage : 'cli';
  return defect({
    version: packageVersion(),
    stage,
    reason: error instanceof Error ? error.message : String(error),
    stack: error instanceof Error ? stackLines(error) : undefined,
  });
}

/** A person can do something about a full disk, so it is told, wherever it was met. */
function fullDisk({ message, cause }: ResourceError): string {
  const isFull = errorCode(cause) === 'ENOSPC';
  return isFull && !message.includes('the disk is full') ? ': the disk is full' : '';
}
