// node tests/bench/peers.mjs [COUNT…]: the same posts by the program and by what is installed of its peers, one after the other in
// each round, so that what else the machine does bears on all of them. Prints medians of CPU time, of the ratio to Typst in the same
// round, of wall time and of peak memory, of whole processes, and the bytes of what was made. A peer that is missing is named and
// left out. Needs GNU time.
//   --rounds N      how often each is run (default: 5)
//   --python PATH   a Python in which `typst`, `weasyprint`, `pypandoc` and `fullbleed` are looked for (default: python3)
//   --book FILE     a book of one file of Markdown too
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { globSync } from 'tinyglobby';
import { bookContestants, postContestants, reference } from './contestants.mjs';
import { writeBook, writePosts } from './peer-inputs.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    python: { type: 'string', default: 'python3' },
    book: { type: 'string' },
  },
});

/** Whether the Python modules or the program that a contestant needs are there. */
function isThere({ name, asks, program }) {
  const question =
    program === undefined
      ? [values.python, ['-c', asks === undefined ? '' : `import ${asks}`]]
      : ['which', [program]];
  if ((asks === undefined && program === undefined) || spawnSync(...question).status === 0) return true;
  console.log(`${name} is not installed, and left out`);
  return false;
}

/** CPU seconds, wall seconds, peak MB and kB of output of a whole process. */
function run({ name, command, makes, status: expected = 0 }, cwd) {
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '\n%U %S %e %M', ...command], {
    cwd,
    encoding: 'utf8',
  });
  if (status !== 0 && status !== expected)
    throw new Error(`${name} ended with ${status}: ${stderr.slice(-2000)}`);
  const [user = 0, system = 0, wall = 0, kilobytes = 0] =
    stderr.trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
  return { cpu: user + system, wall, megabytes: kilobytes / 1024, kilobytes: sizeOf(makes, cwd) };
}

function sizeOf(makes, cwd) {
  if (makes === undefined) return Number.NaN;
  const files = globSync(makes, { cwd: join(cwd, 'out'), absolute: true });
  return files.reduce((sum, file) => sum + statSync(file).size, 0) / 1000;
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const shown = (number, digits) => (Number.isNaN(number) ? '' : number.toFixed(digits));

/** Runs all in each round, and prints a table of them. */
function compare(what, contestants, cwd) {
  for (const { before } of contestants) if (before) spawnSync(before[0], before.slice(1), { cwd });
  const rounds = Array.from({ length: Number(values.rounds) }, () => contestants.map((one) => run(one, cwd)));
  console.log(
    `\n| ${what} | CPU s | × ${reference} | wall s | peak MB | kB |\n| --- | --- | --- | --- | --- | --- |`,
  );
  const at = contestants.findIndex(({ name }) => name === reference);
  for (const [index, { name }] of contestants.entries()) {
    const of = (fact) => median(rounds.map(fact));
    const ratio = at < 0 ? Number.NaN : of((round) => round[index].cpu / round[at].cpu);
    const [cpu, wall, peak, kilobytes] = ['cpu', 'wall', 'megabytes', 'kilobytes'].map((key) =>
      of((round) => round[index][key]),
    );
    console.log(
      `| ${name} | ${shown(cpu, 2)} | ${shown(ratio, 2)} | ${shown(wall, 2)} | ${shown(peak, 0)} | ${shown(kilobytes, 0)} |`,
    );
  }
}

const folder = mkdtempSync(join(tmpdir(), 'tagleaf-peers-'));
try {
  const posts = postContestants(values.python).filter(isThere);
  console.log(
    `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}, ${values.rounds} rounds`,
  );
  for (const count of positionals.length > 0 ? positionals.map(Number) : [1, 100]) {
    const present = posts.filter(({ most }) => count <= most);
    compare(count === 1 ? 'one post' : `${count} posts`, present, writePosts(folder, count));
  }
  if (values.book !== undefined) {
    const present = bookContestants(values.python).filter(isThere);
    compare('a book of one file', present, writeBook(folder, values.book));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
