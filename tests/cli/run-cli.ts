import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { builtLibrary } from '../built-library.ts';

/** What a run of the compiled command line printed, and its exit code. */
export interface CliRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The compiled command line. */
export const cliMain: string = join(builtLibrary, 'cli/main.js');

/** Runs `tagleaf` with the arguments in a folder; the environment has no colours unless it says so. */
export function runCli(
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<CliRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cliMain, ...args], {
      cwd,
      env: { PATH: process.env['PATH'], ...env },
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}
