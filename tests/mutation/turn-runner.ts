import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { TestRunner, vi, type RunnerTask, type RunnerTestCase, type RunnerTestFile } from 'vitest';

/** What a worker does in each of its turns: wake a mutant, or let all sleep and note what each test reaches. */
export interface Order {
  readonly turns: readonly { readonly wake?: number }[];
}

/** What is written of a turn: a line when it begins, and another when it has ended. */
export interface Turn {
  readonly turn: number;
  readonly file: string;
  readonly ended?: {
    readonly ms: number;
    /** How many tests stayed green. */
    readonly green: number;
    /** The full name of the first red test, or what happened to its file. */
    readonly red?: string;
    /** An error that came from nowhere: perhaps from an earlier turn. */
    readonly stray?: string;
    /** By the full name of a test, as patterns see it; what is reached outside of a test stands under an empty name. */
    readonly reached: Readonly<Record<string, readonly number[]>>;
    /** How long each test took, by its full name. */
    readonly took: Readonly<Record<string, number>>;
  };
}

/** So often a loop may go round with a mutant awake, in all: no test comes near. */
const mostRounds = 20_000_000;
const folder = process.env['TAGLEAF_MUTATION'] ?? '';

/**
 * Runs files of tests one after the other in one process, which is far quicker than a process for each. Our own modules are read anew
 * in every turn, so that none keeps what a mutant did; what stands in `node_modules` stays.
 */
export default class TurnRunner extends TestRunner {
  // The file is written by the session, which alone decides what is run.
  readonly #order = JSON.parse(readFileSync(join(folder, 'order.json'), 'utf8')) as Order;
  #turn = -1;
  #began = 0;
  #rounds = 0;
  #isRed = false;
  #current = '';
  #stray: string | undefined;
  #reached = new Map<string, Set<number>>();

  onBeforeCollect(files: readonly string[]): void {
    if (this.#turn === -1) this.#enter();
    this.#turn += 1;
    this.#began = performance.now();
    this.#rounds = 0;
    this.#isRed = false;
    this.#current = '';
    this.#stray = undefined;
    this.#reached = new Map();
    vi.resetModules();
    write({ turn: this.#turn, file: files[0] ?? '' });
  }

  /** Brings the globals that `instrument` writes into the sources. */
  #enter(): void {
    writeFileSync(join(folder, 'worker.pid'), String(process.pid));
    Object.assign(globalThis, {
      __mutant: (id: number): boolean => {
        const wake = this.#order.turns[this.#turn]?.wake;
        if (wake !== undefined) return id === wake;
        const ids = this.#reached.get(this.#current) ?? new Set();
        this.#reached.set(this.#current, ids.add(id));
        return false;
      },
      __loop: (): void => {
        this.#rounds += 1;
        if (this.#rounds > mostRounds && this.#order.turns[this.#turn]?.wake !== undefined)
          throw new Error('The mutant loops for ever');
      },
    });
    for (const event of ['unhandledRejection', 'uncaughtException'])
      process.on(event, (error) => (this.#stray ??= messageOf(error)));
  }

  override async onBeforeRunTask(test: RunnerTestCase): Promise<void> {
    if (this.#isRed) test.mode = 'skip';
    this.#current = patternName(test);
    await super.onBeforeRunTask(test);
  }

  override onAfterRunTask(test: RunnerTestCase): void {
    super.onAfterRunTask(test);
    this.#current = '';
    if (test.result?.state === 'fail') this.#isRed = true;
  }

  // It is awaited, whatever the class above says.
  override async onAfterRunFiles(files: readonly RunnerTestFile[] = []): Promise<void> {
    super.onAfterRunFiles();
    await setImmediate();
    const [file] = files;
    const tasks = files.flatMap(withTasks);
    const red = tasks.find(({ type, result }) => type === 'test' && result?.state === 'fail');
    const broken = tasks.find(({ result }) => result?.errors !== undefined && result.errors.length > 0);
    write({
      turn: this.#turn,
      file: file?.filepath ?? '',
      ended: {
        ms: performance.now() - this.#began,
        green: tasks.filter(({ type, result }) => type === 'test' && result?.state === 'pass').length,
        ...((red && { red: printedName(red) }) ??
          (broken && { red: broken.result?.errors?.[0]?.message ?? 'an error without a message' })),
        ...(this.#stray !== undefined && { stray: this.#stray }),
        reached: Object.fromEntries([...this.#reached].map(([name, ids]) => [name, [...ids]])),
        took: Object.fromEntries(
          tasks
            .filter(({ type, result }) => type === 'test' && result?.state === 'pass')
            .map((test) => [patternName(test), test.result?.duration ?? 0]),
        ),
      },
    });
  }
}

function write(turn: Turn): void {
  appendFileSync(join(folder, 'turns.jsonl'), `${JSON.stringify(turn)}\n`);
}

function withTasks(task: RunnerTask): readonly RunnerTask[] {
  return [task, ...('tasks' in task ? task.tasks.flatMap(withTasks) : [])];
}

/** As vitest joins it for patterns. */
function patternName({ name, suite }: RunnerTask): string {
  return suite === undefined ? name : `${patternName(suite)} ${name}`;
}

/** As vitest prints it. */
function printedName({ name, suite }: RunnerTask): string {
  return suite === undefined ? name : `${printedName(suite)} > ${name}`;
}

/** Some errors have no text of their own. */
function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : 'an error without a message';
}
