import { execFile } from 'node:child_process';

/** How a run of the program ended; without `code`, it was stopped. */
export interface Ended {
  readonly code?: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a script of Node in a folder, and stops it after so long. */
export function runProgram(
  program: string,
  args: readonly string[],
  where: { readonly cwd: string; readonly limitMs: number },
): Promise<Ended> {
  return new Promise((resolve) => {
    const options = {
      cwd: where.cwd,
      timeout: where.limitMs,
      killSignal: 'SIGKILL',
      maxBuffer: 2 ** 30,
    } as const;
    execFile(process.execPath, [program, ...args], options, (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : undefined;
      resolve({ ...(code !== undefined && { code }), out, err });
    });
  });
}
