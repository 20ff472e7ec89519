import { spawn } from 'node:child_process';
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const preloads = ['fixed-clock.mjs', 'fixed-versions.mjs'].flatMap((name) => [
  '--import',
  new URL(name, import.meta.url).href,
]);

/**
 * What a job works with: `cwd`, an empty folder in which it lays out its input and runs the program, and `tagleaf`.
 * Only what is below `cwd/out` is digested: outputs, and in `out/said` what each run said, with its exit code.
 */
export function startJob({ root, folder, shared, checkout }) {
  mkdirSync(join(folder, 'out', 'said'), { recursive: true });
  const cwd = realpathSync(folder);
  const said = (name, text) => writeFileSync(join(cwd, 'out', 'said', name), text);
  return {
    cwd,
    shared,
    checkout,
    /**
     * Runs the program and keeps what it says under `name`; gives standard output. `at` stops its clock and hides the
     * version of Node. An exit code that is not of `codes` means that the job tests nothing: it is thrown.
     */
    async tagleaf(name, args, { at, codes = [0, 1] } = {}) {
      // Of what was kept nobody learns what this program makes.
      const fresh = args[0] === 'build' ? ['--no-cache'] : [];
      const run = await runNode([join(root, 'dist/lib/cli/main.js'), ...args, ...fresh], { cwd, at });
      // Reports name some files in full: only the place of the folder differs from run to run. The stack of a defect
      // names the modules of the program, which may move.
      const stable = (text) =>
        text
          .replaceAll(cwd, 'CWD')
          .replaceAll(/^ {4}at .*\n/gmu, '')
          .replaceAll(/"stack": " {4}at .*"$/gmu, '"stack": ""');
      said(`${name}.out`, stable(run.out));
      said(`${name}.err`, `${stable(run.err)}exit ${run.code}\n`);
      if (!codes.includes(run.code)) {
        throw new Error(`exit ${run.code} of tagleaf ${args.join(' ')} in ${cwd}\n${run.err}`);
      }
      return run.out;
    },
  };
}

function runNode(args, { cwd, at }) {
  const clock = at === undefined ? [] : preloads;
  const env = { PATH: process.env.PATH, ...(at === undefined ? {} : { TAGLEAF_FIXED_CLOCK: at }) };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...clock, ...args], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (err += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}
