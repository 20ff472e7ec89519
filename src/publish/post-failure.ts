import { InternalError, ResourceError, UsageError } from '../diagnostics/errors.ts';
import type { BuildFailure } from './build-report.ts';

/** What a thrown error means for one post. Anything that is not a ResourceError is a defect of ours. */
export function describePostFailure(
  error: unknown,
  at: { readonly post: string; readonly stage: string },
): BuildFailure {
  // The configuration is one for all posts: wrong usage ends the run.
  if (error instanceof UsageError) throw error;
  if (error instanceof ResourceError) {
    return { ...at, kind: 'resource', reason: withCause(error) };
  }
  const stage = error instanceof InternalError ? error.stage : at.stage;
  const stack = error instanceof Error ? stackLines(error) : undefined;
  const reason = withCause(error);
  return { post: at.post, stage, kind: 'internal', reason, ...(stack !== undefined && { stack }) };
}

/** The calls of a stack without its first lines, which repeat the message; of the cause, where there is one. */
export function stackLines(error: Error): string | undefined {
  const { stack } = error.cause instanceof Error ? error.cause : error;
  const calls = (stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return calls.length === 0 ? undefined : calls.slice(0, 8).join('\n');
}

function withCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
