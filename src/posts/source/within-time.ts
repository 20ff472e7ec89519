import { createContext, Script } from 'node:vm';
import { WorkSpentError } from '../context/work.ts';

const sandbox: { work: (() => void) | undefined } = { work: undefined };
createContext(sandbox);
const call = new Script('work()');

/**
 * Does synchronous work, but for no more than so many seconds, no deeper than the stack bears and until it finds that its units
 * of work are spent. The result, or what stopped the work; other errors are thrown.
 */
export function withinTime<T>(
  seconds: number,
  work: () => T,
): { readonly done: T } | 'too-slow' | 'too-deep' | 'too-much' {
  let result: { readonly done: T } | undefined;
  sandbox.work = () => {
    result = { done: work() };
  };
  try {
    // The only way to stop a function of the same thread: the engine ends the script that called it.
    call.runInContext(sandbox, { timeout: Math.ceil(seconds * 1000) });
  } catch (error) {
    if (isTimeout(error)) return 'too-slow';
    if (error instanceof WorkSpentError) return 'too-much';
    if (error instanceof RangeError && error.message.includes('call stack')) return 'too-deep';
    throw error;
  } finally {
    sandbox.work = undefined;
  }
  if (result === undefined) throw new Error('the work did not run');
  return result;
}

/** The engine's error comes from the context of the script, whose `Error` is not ours. */
function isTimeout(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
