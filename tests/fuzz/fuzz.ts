import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findPython } from '../judges/find-bag-judges.ts';
import { findJudges } from '../judges/find-judges.ts';
import { makeInput } from './make-input.ts';
import { runBatch, type Run, type Tally } from './run-batch.ts';
import { readSeeds } from './seeds.ts';

/** So many inputs stand beside each other in one run of the program; which, is the same in every run. */
export const batchSize = 50;

/**
 * `npm run fuzz -- --seed N --count N --from N`: makes inputs, builds them in batches, and asks judges and a second reader of what was
 * built. What is found is printed, and kept in `dist/fuzz` with the files that it takes.
 *
 * @returns The exit code: 1 where something was found.
 */
export async function fuzz(args: readonly string[], root: string): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' },
      from: { type: 'string', default: '0' },
      count: { type: 'string', default: '500' },
      limit: { type: 'string', default: '180' },
      judge: { type: 'string', default: '1' },
    },
  });
  const [seed, from, count, limit, judge] = [
    values.seed,
    values.from,
    values.count,
    values.limit,
    values.judge,
  ].map((text) => Number(text));
  const isNumber = (value: number | undefined): value is number => Number.isSafeInteger(value);
  if (!isNumber(seed) || !isNumber(from) || !isNumber(count) || !isNumber(limit) || !isNumber(judge)) {
    console.error('fuzz: --seed, --from, --count, --limit and --judge are whole numbers');
    return 2;
  }
  const seeds = readSeeds();
  const run: Run = {
    seed,
    seeds,
    make: (index) => makeInput(seed, index, seeds),
    program: { path: join(root, 'dist/lib/cli/main.js'), limitMs: limit * 1000 },
    judges: findJudges(),
    python: findPython(),
    judgeEvery: judge,
  };
  const total: Tally[] = [];
  for (let start = from; start < from + count;) {
    const end = Math.min(from + count, start - (start % batchSize) + batchSize);
    const folder = mkdtempSync(join(tmpdir(), 'tagleaf-fuzz-'));
    const tally = await runBatch(run, { batch: Math.floor(start / batchSize), from: start, to: end }, folder);
    total.push(tally);
    console.log(`${start}–${end - 1}: ${describe([tally])}`);
    keepFindings(tally, run, join(root, 'dist/fuzz'));
    rmSync(folder, { recursive: true, force: true });
    start = end;
  }
  console.log(`seed ${seed}: ${describe(total)}`);
  return total.some(({ found }) => found.length > 0) ? 1 : 0;
}

function describe(tallies: readonly Tally[]): string {
  const sum = (of: (tally: Tally) => number): number => tallies.reduce((all, tally) => all + of(tally), 0);
  const found = tallies.flatMap((tally) => tally.found);
  const checks = [...new Set(found.map(({ check }) => check))].map(
    (check) => `${check} ${found.filter((one) => one.check === check).length}`,
  );
  return [
    `${sum(({ inputs }) => inputs)} inputs`,
    `${sum(({ pdfs }) => pdfs)} PDFs, ${sum(({ claiming }) => claiming)} claiming`,
    `${sum(({ epubs }) => epubs)} EPUBs`,
    `${sum(({ judged }) => judged)} judged`,
    `${sum(({ compared }) => compared)} compared, ${sum(({ emphasis }) => emphasis)} differ in signs of emphasis`,
    `${found.length} found${checks.length > 0 ? ` (${checks.join(', ')})` : ''}`,
  ].join('; ');
}

/** Prints what was found, and writes each with the files of its input, so that it can be run again and made smaller. */
function keepFindings({ found, filesOf }: Tally, { seed }: Run, folder: string): void {
  for (const [number, { check, stem = 'batch', what }] of found.entries()) {
    const index = Number(stem.slice(1));
    const again = Number.isNaN(index) ? '' : `npm run fuzz -- --seed ${seed} --from ${index} --count 1\n`;
    console.log(`  ${check} ${stem}: ${what.slice(0, 300)}`);
    const place = join(folder, `${seed}-${stem}-${check}-${number}`);
    for (const [path, bytes] of [...filesOf(stem), ['why.txt', `${check}: ${what}\n${again}`] as const]) {
      mkdirSync(join(place, path, '..'), { recursive: true });
      writeFileSync(join(place, path), bytes);
    }
  }
}
