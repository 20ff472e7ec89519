import { ResourceError } from '../diagnostics/errors.ts';
import { errorCode } from '../files/error-code.ts';

/**
 * The error that a run was ended by; where it is the one of Node for a working folder that was taken away, against which no path
 * can be told, the resource error that says so.
 */
export function withWorkingFolder(error: unknown): unknown {
  const isGone =
    error instanceof Error &&
    errorCode(error) === 'ENOENT' &&
    'syscall' in error &&
    // Node 20, 22 and 24 name the call after the function of libuv that failed.
    error.syscall === 'uv_cwd';
  if (!isGone) return error;
  const words =
    'the folder that this was run in is not there any more: change to one that is, and run it again';
  return new ResourceError(words, { path: '.', cause: error });
}
