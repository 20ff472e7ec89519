import { execFile } from 'node:child_process';

import { ResourceError } from '../diagnostics/errors.ts';

/** What a program printed, and how it ended. */
export interface ProgramOutput {
  readonly stdout: string;
  readonly stderr: string;
  /** Told for the record; judges are believed by their reports only. */
  readonly exitCode: number;
}

/** What a program runs in; longer than `timeoutMs` it is killed. */
export interface ProgramOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

/** Runs a program to its end. Throws a `ResourceError` where it cannot be started, is killed or takes too long. */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: ProgramOptions,
): Promise<ProgramOutput> {
  const env = { ...process.env, ...options.env };
  return new Promise((resolve, reject) => {
    execFile(
      program,
      [...args],
      { env, timeout: options.timeoutMs, maxBuffer: 512 * 1024 * 1024, encoding: 'utf8' },
      (error, stdout, stderr) => {
        if (error === null || typeof error.code === 'number') {
          resolve({ stdout, stderr, exitCode: typeof error?.code === 'number' ? error.code : 0 });
          return;
        }
        const why =
          error.killed === true ? `was stopped after ${options.timeoutMs / 1000} s` : 'cannot be run';
        reject(new ResourceError(`${program} ${why}`, { path: program, cause: error }));
      },
    );
  });
}
