import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVitest, type TestSpecification, type Vitest } from 'vitest/node';
import type { Order, Turn } from './turn-runner.ts';

/** A file of tests that reaches a mutant. */
export interface Reach {
  readonly file: string;
  /** The full names of its tests. */
  readonly tests: readonly string[];
}

/** How the tests see a mutant. */
export interface Red {
  readonly outcome: 'killed' | 'timeout';
  /** The full name of the test, or what happened outside of one. */
  readonly by: string;
}

/** A mutant that is to be woken before the tests of one file. */
export interface Wake {
  readonly id: number;
  readonly tests: readonly string[];
}

/** What a file of tests says of a mutant; no `red` where it stays green. */
export interface Answer {
  readonly red?: Red;
}

/** The tests of a copy of the checkout, compiled once and run again and again. */
export interface Session {
  /** Runs all tests with every mutant asleep: which tests reach each mutant, the quickest first. */
  readonly watch: (folders: readonly string[]) => Promise<ReadonlyMap<number, readonly Reach[]>>;
  /** Wakes mutants one by one for a file of tests; the answers in their order. */
  readonly wake: (file: string, wakes: readonly Wake[]) => Promise<readonly Answer[]>;
  readonly close: () => Promise<void>;
}

/** A file may take so much longer with a mutant awake than without, and this beside: the machine does other things, too. */
const patience = { factor: 2, ms: 15_000 };
/** With all asleep again, only what never ends is ended. */
const asleepMs = 600_000;

/** What a worker does in a turn. */
interface Job {
  readonly file: string;
  /** Full names; none where all of them must be run. */
  readonly tests: readonly string[];
  readonly wake?: number;
}

type Ended = NonNullable<Turn['ended']>;

/** Files as they are ordered: vitest would put them in an order of its own. */
class AsGiven {
  sort(files: TestSpecification[]): TestSpecification[] {
    return files;
  }
  shard(files: TestSpecification[]): TestSpecification[] {
    return files;
  }
}

/**
 * Opens a session on a copy whose sources are instrumented.
 *
 * @throws Error from `watch` where a test is red with every mutant asleep.
 */
export async function openSession(root: string): Promise<Session> {
  process.env['TAGLEAF_MUTATION'] = root;
  const vitest = await createVitest('test', {
    root,
    config: false,
    watch: false,
    include: ['tests/**/*.test.ts'],
    runner: join(root, 'tests/mutation/turn-runner.ts'),
    pool: 'forks',
    isolate: false,
    maxWorkers: 1,
    fileParallelism: false,
    sequence: { sequencer: AsGiven },
    reporters: [{}],
    // A snapshot that a mutant changes is never written.
    update: 'none',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  });
  const usual = new Map<string, number>();
  const mostMs = (file: string): number => patience.ms + patience.factor * (usual.get(file) ?? 0);
  return {
    watch: async (folders) => {
      const specifications = await vitest.globTestSpecifications([...folders]);
      const files = specifications.map(({ moduleId }) => moduleId);
      const ended = await run(vitest, { root, mostMs, jobs: files.map((file) => ({ file, tests: [] })) });
      const red = files.flatMap((file, index) => {
        const said = redOf(ended[index]);
        return said === undefined ? [] : [`${file}: ${said.by}`];
      });
      if (red.length > 0 || files.length === 0)
        throw new Error(`Without a mutant, tests are red: ${red.join('; ') || 'there are none'}`);
      files.forEach((file, index) => usual.set(file, ended[index]?.ms ?? 0));
      return reachOf(files, ended);
    },
    wake: (file, wakes) => wakeAll(vitest, { root, mostMs, file, wakes }),
    close: () => vitest.close(),
  };
}

interface Place {
  readonly root: string;
  readonly mostMs: (file: string) => number;
}

/**
 * Behind the mutants stands a turn in which all sleep again. Where that is red, one of them left something behind, and each that was
 * red is asked again in a process of its own; so is one that was red by an error of unknown origin.
 */
async function wakeAll(
  vitest: Vitest,
  { file, wakes, ...place }: Place & { readonly file: string; readonly wakes: readonly Wake[] },
): Promise<readonly Answer[]> {
  const jobs: readonly Job[] = wakes.map(({ id, tests }) => ({ file, tests, wake: id }));
  const asleep: Job = { file, tests: wakes.flatMap(({ tests }) => tests), wake: -1 };
  const ended = await run(vitest, { ...place, jobs: [...jobs, asleep] });
  const isClean = redOf(ended[jobs.length]) === undefined;
  const answers: Answer[] = [];
  for (const [index, job] of jobs.entries()) {
    const said = ended[index];
    const isSure = said === undefined || (said.stray === undefined && (isClean || said.red === undefined));
    const last = isSure ? said : (await run(vitest, { ...place, jobs: [job] }))[0];
    const red = redOf(last);
    if (red === undefined && last?.green === 0)
      throw new Error(`No test of ${file} ran: ${job.tests.join(', ')}`);
    answers.push(red ? { red } : {});
  }
  return answers;
}

/** Absent is what never ended. */
function redOf(ended: Ended | undefined): Red | undefined {
  if (ended === undefined) return { outcome: 'timeout', by: 'it does not end' };
  const by = ended.red ?? ended.stray;
  return by === undefined ? undefined : { outcome: 'killed', by };
}

/** Runs jobs in their order, in a new process after each that does not end. */
async function run(
  vitest: Vitest,
  { root, mostMs, jobs }: Place & { readonly jobs: readonly Job[] },
): Promise<readonly (Ended | undefined)[]> {
  const done: (Ended | undefined)[] = [];
  while (done.length < jobs.length) {
    const rest = jobs.slice(done.length);
    const turns = await runOnce(vitest, { root, mostMs, jobs: rest });
    const last = turns.findIndex((ended) => ended === undefined);
    done.push(...(last === -1 ? turns : turns.slice(0, last + 1)));
  }
  return done;
}

/** What each job ended with; absent from the one on that did not end. */
async function runOnce(
  vitest: Vitest,
  { root, mostMs, jobs }: Place & { readonly jobs: readonly Job[] },
): Promise<readonly (Ended | undefined)[]> {
  const order: Order = { turns: jobs.map(({ wake }) => (wake === undefined ? {} : { wake })) };
  writeFileSync(join(root, 'order.json'), JSON.stringify(order));
  const path = join(root, 'turns.jsonl');
  rmSync(path, { force: true });
  rmSync(join(root, 'worker.pid'), { force: true });
  const project = vitest.getRootProject();
  const specifications = jobs.map(({ file, tests }) =>
    project.createSpecification(file, tests.length === 0 ? {} : { testNamePattern: patternOf(tests) }),
  );
  const watchdog = setInterval(() => {
    // A worker that has not begun yet has written no number; that of an earlier one may be another process by now.
    const [lines, pid] = [path, join(root, 'worker.pid')];
    if (!existsSync(lines) || !existsSync(pid)) return;
    const { turn = 0, file = '' } = readTurns(lines).at(-1) ?? {};
    const most = (order.turns[turn]?.wake ?? -1) < 0 ? asleepMs : mostMs(file);
    if (Date.now() - statSync(lines).mtimeMs > most)
      process.kill(Number(readFileSync(pid, 'utf8')), 'SIGKILL');
  }, 500);
  try {
    await vitest.runTestSpecifications(specifications, false);
  } finally {
    clearInterval(watchdog);
    vitest.state.clearErrors();
  }
  const turns = existsSync(path) ? readTurns(path) : [];
  return jobs.map((_, index) => turns.find(({ turn, ended }) => turn === index && ended)?.ended);
}

function patternOf(tests: readonly string[]): RegExp {
  const names = [...new Set(tests)].map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return new RegExp(`^(?:${names.join('|')})$`, 'su');
}

/** The file is written by our own workers; what one writes at this moment may be half a line. */
function readTurns(path: string): readonly Turn[] {
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Turn);
}

/** A test that takes longer, and more than this share of its file, is asked only when all others have stayed green. */
const quick = { ms: 500, share: 0.1 };

/** Which tests reach each mutant: the quick ones of each file before all slow ones, and of both the quickest file first. */
function reachOf(
  files: readonly string[],
  ended: readonly (Ended | undefined)[],
): ReadonlyMap<number, readonly Reach[]> {
  const reached = new Map<number, (Reach & { readonly isSlow: boolean; readonly costMs: number })[]>();
  files.forEach((file, index) => {
    const { took = {}, reached: idsOf = {} } = ended[index] ?? {};
    const outside = new Set(idsOf['']);
    const all = Object.values(took).reduce((sum, ms) => sum + ms, 0);
    const slow = new Set(
      Object.keys(took).filter((name) => (took[name] ?? 0) > Math.max(quick.ms, quick.share * all)),
    );
    for (const id of new Set(Object.values(idsOf).flat())) {
      const names = Object.keys(took).filter((name) => outside.has(id) || idsOf[name]?.includes(id));
      for (const isSlow of [false, true]) {
        const tests = names.filter((name) => slow.has(name) === isSlow);
        if (tests.length === 0) continue;
        const costMs = tests.reduce((sum, name) => sum + (took[name] ?? 0), 0);
        reached.set(id, [...(reached.get(id) ?? []), { file, tests, isSlow, costMs }]);
      }
    }
  });
  return new Map(
    [...reached].map(([id, reaches]) => [
      id,
      reaches.toSorted((a, b) => Number(a.isSlow) - Number(b.isSlow) || a.costMs - b.costMs),
    ]),
  );
}
