// node tests/bench/workers.mjs [COUNT…]: posts of a page by the program without workers and with 1 and 2, one after the other in each
// round, so that what else the machine does bears on all of them. Prints medians of CPU and wall time and of peak memory, of whole
// processes. Needs GNU time.
//   --rounds N      how often each is run (default: 3)
//   --workers LIST  which numbers of workers (default: 0,1,2)
//   --posts DIR     posts to take, again and again where there are fewer, instead of made ones
//   --node PATH     the Node that runs the program (default: this one)
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makePost } from './make-post.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    workers: { type: 'string', default: '0,1,2' },
    posts: { type: 'string' },
    node: { type: 'string', default: process.execPath },
  },
});
const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tagleaf-workers-'));

/** Writes so many posts, each under a name of its own, and gives their folder. */
function writePosts(count) {
  const at = join(folder, String(count));
  mkdirSync(at);
  const given = values.posts
    ? readdirSync(values.posts, { recursive: true }).filter((name) => name.endsWith('.md'))
    : [];
  for (let index = 0; index < count; index += 1) {
    const path = join(at, `post-${index}.md`);
    if (given.length > 0) copyFileSync(join(values.posts, given[index % given.length]), path);
    else writeFileSync(path, makePost({ title: `Post ${index}`, paragraphs: 8 }));
  }
  return at;
}

/** CPU seconds, wall seconds and peak MB of a whole process. */
function run(posts, workers) {
  const out = join(folder, 'out');
  const command = [values.node, program, 'build', posts, '--no-cache', '--workers', workers, '--out', out];
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '\n%U %S %e %M', ...command], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  rmSync(out, { recursive: true, force: true });
  if (status !== 0 && status !== 1) throw new Error(`it ended with ${status}: ${stderr.slice(-2000)}`);
  const [user, system, wall, kilobytes] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return [user + system, wall, kilobytes / 1024];
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

try {
  const counts = values.workers.split(',');
  const { stdout: version } = spawnSync(values.node, ['--version'], { encoding: 'utf8' });
  console.log(`Node ${version.trim()}, ${cpus().length} × ${cpus()[0]?.model}, ${values.rounds} rounds\n`);
  console.log('| posts | workers | CPU s | wall s | peak MB |\n| --- | --- | --- | --- | --- |');
  for (const count of positionals.length > 0 ? positionals.map(Number) : [300, 1000]) {
    const posts = writePosts(count);
    const rounds = Array.from({ length: Number(values.rounds) }, () =>
      counts.map((workers) => run(posts, workers)),
    );
    for (const [index, workers] of counts.entries()) {
      const [cpu, wall, peak] = [0, 1, 2].map((fact) => median(rounds.map((round) => round[index][fact])));
      console.log(`| ${count} | ${workers} | ${cpu.toFixed(1)} | ${wall.toFixed(1)} | ${peak.toFixed(0)} |`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
