import { syncBuiltinESMExports } from 'node:module';
import v8 from 'node:v8';
import { runProgram } from '../../src/cli/run-program.ts';
import type { CliRun } from './run-cli.ts';

/** The call that runs: folder and environment are those of the whole process, so that one waits for another. */
let running: Promise<unknown> = Promise.resolve();

/**
 * Runs `tagleaf` with the arguments in a folder, in this process: what a process of its own would print and end with, without the
 * second that it takes to load. The environment holds what is given here and the folders of programs and of temporary files; its
 * `TZ`, `LC_ALL` and `NODE_OPTIONS` have no effect.
 */
export function callCli(
  args: readonly string[],
  where: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<CliRun> {
  const call = running.then(() => callNow(args, where));
  running = call.catch(() => undefined);
  return call;
}

async function callNow(
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<CliRun> {
  const usual = { cwd: process.cwd(), env: process.env, setFlags: v8.setFlagsFromString };
  const { PATH, TMPDIR } = usual.env;
  let out = '';
  let err = '';
  const terminal = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
    colour: false,
    live: false,
    watched: false,
    columns: () => 80,
  };
  process.chdir(cwd);
  process.env = { PATH, ...(TMPDIR !== undefined && { TMPDIR }), ...env };
  // The flags of V8 would stay those of the process when the call is over.
  v8.setFlagsFromString = () => undefined;
  syncBuiltinESMExports();
  try {
    const code = await runProgram(['node', 'tagleaf', ...args], terminal);
    return { code, out, err };
  } finally {
    v8.setFlagsFromString = usual.setFlags;
    syncBuiltinESMExports();
    process.env = usual.env;
    process.chdir(usual.cwd);
  }
}
