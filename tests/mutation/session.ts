import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVitest, type TestModule, type Vitest } from 'vitest/node';

/** What the workers of a run are to do: note which mutants each test reaches, or wake one. */
export type Order = { readonly do: 'watch' } | { readonly do: 'wake'; readonly id: number };

/** What the tests of a file reach; what is reached outside of a test stands under an empty name. */
export interface Hits {
  readonly file: string;
  readonly tests: readonly { readonly name: string; readonly ids: readonly number[] }[];
}

/** A file of tests that reaches a mutant. */
export interface Reach {
  readonly file: string;
  /** The full names of its tests; none where all of them must be run. */
  readonly tests: readonly string[];
}

/** How the tests see a mutant. */
export interface Red {
  readonly outcome: 'killed' | 'timeout';
  /** The full name of the test, or what happened outside of one. */
  readonly by: string;
}

/** The tests of a copy of the checkout, compiled once and run again and again. */
export interface Session {
  /** Runs all tests with every mutant asleep. */
  readonly watch: (folders: readonly string[]) => Promise<ReadonlyMap<number, readonly Reach[]>>;
  /** What was red first with a mutant awake; absent where all stays green. */
  readonly wake: (id: number, reaches: readonly Reach[]) => Promise<Red | undefined>;
  readonly close: () => Promise<void>;
}

/** A file may take so much longer with a mutant awake than without, and this beside: the machine does other things, too. */
const patience = { factor: 10, ms: 30_000 };

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
    setupFiles: [join(root, 'tests/mutation/setup.ts')],
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    bail: 1,
    reporters: [{}],
    // A snapshot that a mutant changes is never written.
    update: 'none',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  });
  const usual = new Map<string, number>();
  return {
    watch: async (folders) => {
      give(root, { do: 'watch' });
      const specifications = await vitest.globTestSpecifications([...folders]);
      const { testModules } = await vitest.runTestSpecifications(specifications, false);
      const red = testModules.filter((module) => !module.ok());
      if (red.length > 0 || testModules.length === 0)
        throw new Error(
          `Without a mutant, tests are red: ${red.map(describe).join('; ') || 'there are none'}`,
        );
      for (const module of testModules) usual.set(module.moduleId, module.diagnostic().duration);
      return readHits(root, usual);
    },
    wake: async (id, reaches) => {
      give(root, { do: 'wake', id });
      for (const { file, tests } of reaches) {
        const mostMs = patience.ms + patience.factor * (usual.get(file) ?? 0);
        const red = await runOne(vitest, { root, file, tests, mostMs });
        if (red !== undefined) return red;
      }
      return undefined;
    },
    close: () => vitest.close(),
  };
}

function give(root: string, order: Order): void {
  writeFileSync(join(root, 'order.json'), JSON.stringify(order));
}

function describe(module: TestModule): string {
  const tests = [...module.children.allTests('failed')].map(({ fullName }) => fullName);
  return [module.moduleId, ...module.errors().map(({ message }) => message), ...tests].join(': ');
}

/** Which tests reach each mutant: the quickest file first. */
function readHits(root: string, usual: ReadonlyMap<string, number>): ReadonlyMap<number, readonly Reach[]> {
  const reached = new Map<number, Map<string, Set<string>>>();
  for (const name of readdirSync(root).filter((name) => /^hits-\w+\.json$/u.test(name))) {
    // The file is written by our own workers.
    const { file, tests } = JSON.parse(readFileSync(join(root, name), 'utf8')) as Hits;
    for (const test of tests)
      for (const id of test.ids) {
        const files = reached.get(id) ?? new Map<string, Set<string>>();
        reached.set(id, files.set(file, (files.get(file) ?? new Set()).add(test.name)));
      }
    rmSync(join(root, name));
  }
  const cost = ({ file }: Reach): number => usual.get(file) ?? 0;
  return new Map(
    [...reached].map(([id, files]) => {
      const reaches = [...files].map(([file, names]) => ({ file, tests: names.has('') ? [] : [...names] }));
      return [id, reaches.toSorted((left, right) => cost(left) - cost(right))];
    }),
  );
}

/** Errors come from the worker as plain objects, of which some have no text of their own. */
function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : 'an error without a message';
}

async function runOne(
  vitest: Vitest,
  { root, file, tests, mostMs }: Reach & { readonly root: string; readonly mostMs: number },
): Promise<Red | undefined> {
  const names = tests.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  vitest.setGlobalTestNamePattern(names.length === 0 ? /./su : new RegExp(`^(?:${names.join('|')})$`, 'su'));
  let isLate = false;
  const pid = join(root, 'worker.pid');
  // Of the worker of an earlier mutant, whose number may be another process by now.
  rmSync(pid, { force: true });
  const watchdog = setTimeout(() => {
    isLate = true;
    if (existsSync(pid)) process.kill(Number(readFileSync(pid, 'utf8')), 'SIGKILL');
  }, mostMs);
  try {
    const specifications = await vitest.globTestSpecifications([file]);
    const { testModules: known, unhandledErrors } = await vitest.runTestSpecifications(specifications, false);
    // Vitest also gives the modules of earlier runs, as they were then.
    const testModules = known.filter(({ moduleId }) => moduleId === file);
    if (isLate) return { outcome: 'timeout', by: file };
    const failed = testModules.flatMap((module) => [...module.children.allTests('failed')]);
    const errors = [...testModules.flatMap((module) => [...module.errors()]), ...unhandledErrors];
    const [by] = [...failed.map(({ fullName }) => fullName), ...errors.map(messageOf)];
    const ran = testModules.some((module) => [...module.children.allTests('passed')].length > 0);
    if (by === undefined && !ran) throw new Error(`No test of ${file} ran: ${tests.join(', ')}`);
    return by === undefined ? undefined : { outcome: 'killed', by };
  } finally {
    clearTimeout(watchdog);
    vitest.state.clearErrors();
  }
}
