// node tests/digests/run.mjs [JOB…]: compares the digests of all outputs, or of those of the jobs whose names begin so
// (`sample`, `cases/math`), with golden/outputs.sha256 and ends with 1 where one differs.
//   --root DIR   the built checkout whose program is run (default: this one)
//   --out DIR    an empty folder to work in (default: a temporary one, kept where outputs differ)
//   --update     writes the list instead; the lines of jobs that were not run stay
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compareLists, formatList, parseList, splitByJobs } from './digest-lists.mjs';
import { digestOutputs } from './digest-outputs.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    root: { type: 'string' },
    out: { type: 'string' },
    update: { type: 'boolean', default: false },
  },
});
const golden = fileURLToPath(new URL('golden/outputs.sha256', import.meta.url));
const listed = existsSync(golden) ? parseList(readFileSync(golden, 'utf8')) : new Map();
const root = resolve(values.root ?? fileURLToPath(new URL('../..', import.meta.url)));
const out = values.out === undefined ? mkdtempSync(join(tmpdir(), 'tagleaf-digests-')) : resolve(values.out);
const only = positionals.length > 0 ? positionals : undefined;
const { digests, skipped } = await digestOutputs({ root, out, only });

const { of: unseen, others: expected } = splitByJobs(listed, skipped);
const differences = compareLists(expected, digests);
for (const line of differences) console.log(line);
console.log(`${digests.size} outputs, ${differences.length} differ; ${skipped.length} jobs not run`);
if (values.update) writeFileSync(golden, formatList(new Map([...unseen, ...digests])));
else if (differences.length > 0) {
  console.log(`the outputs are in ${out}`);
  process.exitCode = 1;
}
if (digests.size === 0) {
  console.log('nothing was compared');
  process.exitCode = 1;
}
if (values.out === undefined && !process.exitCode) rmSync(out, { recursive: true, force: true });
