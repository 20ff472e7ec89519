// Types, lint and layout of the sources at once. What each has to say is printed whole, in this order; the exit code is 1 where
// one of them fails.
import { spawn } from 'node:child_process';
import process from 'node:process';

const checks = [
  ['tsc', '--noEmit'],
  ['oxlint', 'src', 'tests', 'scripts'],
  ['oxfmt', '--list-different'],
];

/** Runs a program of the packages, which npm puts on the path. */
function run([program, ...args]) {
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (said += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ said, failed: code !== 0 }));
  });
}

for (const { said, failed } of await Promise.all(checks.map(run))) {
  process.stdout.write(said);
  if (failed) process.exitCode = 1;
}
