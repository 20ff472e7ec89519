// node tests/digests/digest-outputs.mjs ROOT OUT: prints the digests of all that the program of the built checkout ROOT
// makes of the inputs of this one; works in the folder OUT, which must be empty or absent.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { digestFolder, formatList } from './digest-lists.mjs';
import { archivedJobs } from './jobs/archived.mjs';
import { bookJobs } from './jobs/books.mjs';
import { recordsJobs } from './jobs/records.mjs';
import { sampleJobs } from './jobs/sample.mjs';
import { caseJobs, siteJobs } from './jobs/sites.mjs';
import { suiteJobs } from './jobs/suites.mjs';
import { startJob } from './start-job.mjs';

const checkout = fileURLToPath(new URL('../..', import.meta.url));
const shared = resolve(checkout, '../shared');

/**
 * The digests by name, and the names of the jobs that were left out because their inputs are not there or because their
 * names begin with none of `only`.
 */
export async function digestOutputs({ root, out, only = [''] }) {
  if (!existsSync(join(root, 'dist/lib/cli/main.js'))) throw new Error(`${root} is not built`);
  if (existsSync(out) && readdirSync(out).length > 0) throw new Error(`${out} is not empty`);
  // The longest first, so that no lane works alone at the end.
  const jobs = [
    recordsJobs,
    bookJobs,
    siteJobs,
    suiteJobs,
    archivedJobs,
    sampleJobs,
    caseJobs(shared),
  ].flat();
  const absent = ({ needs }) => needs.filter((path) => !existsSync(join(shared, path)));
  const chosen = jobs.filter(({ name }) => only.some((start) => name.startsWith(start)));
  const waiting = chosen.filter((job) => absent(job).length === 0);
  for (const job of chosen) {
    if (absent(job).length > 0)
      console.error(`${job.name}: skipped, ${absent(job)} is not beside the project`);
  }
  const skipped = jobs.filter((job) => !waiting.includes(job)).map(({ name }) => name);
  const digests = new Map();
  const lane = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      const folder = join(out, job.name);
      mkdirSync(folder, { recursive: true });
      await job.run(startJob({ root, folder, shared, checkout }));
      for (const [name, sha256] of digestFolder(join(folder, 'out'), job.fold)) {
        digests.set(`${job.name}/${name}`, sha256);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, lane));
  return { digests, skipped };
}

const [, main = '', root, out] = process.argv;
if (import.meta.url === pathToFileURL(main).href) {
  if (!root || !out) throw new Error('Usage: digest-outputs.mjs ROOT OUT');
  const { digests } = await digestOutputs({ root: resolve(root), out: resolve(out) });
  process.stdout.write(formatList(digests));
}
