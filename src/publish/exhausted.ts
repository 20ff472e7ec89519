import { ResourceError } from '../diagnostics/errors.ts';
import { errorCode } from '../files/error-code.ts';
import type { Settings } from '../project/settings.ts';

/** What a publication may need more of than there is. */
export type Exhausted = 'memory' | 'time' | 'stack';

/** What an error says was exhausted; `undefined` where it says something else. */
export function exhaustedBy(error: unknown): Exhausted | undefined {
  if (errorCode(error) === 'ERR_WORKER_OUT_OF_MEMORY') return 'memory';
  if (!(error instanceof RangeError)) return undefined;
  if (error.message.includes('call stack')) return 'stack';
  // The words of V8 where no memory is had for bytes or for WebAssembly.
  return /allocation failed|Memory\.grow|out of memory/iu.test(error.message) ? 'memory' : undefined;
}

/** What a person is told of it, and can do. */
export function exhaustedError(what: Exhausted, { workers }: Settings): ResourceError {
  const { seconds, megabytes } = workers;
  const reasons: Readonly<Record<Exhausted, string>> = {
    memory: `making it takes more memory than it may (${megabytes} MB): part it, or raise \`limits.makeMegabytes\``,
    time: `making it takes longer than it may (${seconds} s): part it, or raise \`limits.makeSeconds\``,
    stack: 'it is nested too deep to be made: nest it less, or lower `limits.depth`',
  };
  return new ResourceError(reasons[what], { path: '' });
}
