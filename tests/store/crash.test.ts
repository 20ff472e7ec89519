import { spawn, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pLimit from 'p-limit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { placeHold } from '../../src/custody/hold-records.ts';
import { readLedgerFile } from '../../src/store/ledger-file.ts';
import { planDisposal } from '../../src/custody/plan-disposal.ts';
import { executeDisposal } from '../../src/custody/execute-disposal.ts';
import { resumeDisposal } from '../../src/custody/resume-disposal.ts';
import type { Store } from '../../src/store/store.ts';
import { verifyStore, type StoreReport } from '../../src/verify/verify-store.ts';
import { builtLibrary } from '../built-library.ts';
import { isLong } from '../how-long.ts';
import { fileRecord, openTestStore, threeYears } from './make-store.ts';

const child = fileURLToPath(new URL('crash-child.mjs', import.meta.url));
const context = { now: (): Date => new Date('2024-07-01T10:00:00Z') };
const seeds = 50;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

interface Run {
  readonly code: number | null;
  /** Milliseconds from the moment it was ready. */
  readonly took: number;
  readonly err: string;
}

/** When a child is killed: so many milliseconds after it was ready, or as soon as something is so. */
type Moment = number | (() => boolean);

async function killAt(child: ChildProcess, moment: Moment): Promise<void> {
  if (typeof moment === 'number') await wait(moment);
  else while (!moment() && child.exitCode === null) await wait(1);
  child.kill('SIGKILL');
}

/** Runs the child, says when it is ready, and kills it at a moment. */
function run(
  store: string,
  args: readonly string[],
  { kill, onReady }: { readonly kill?: Moment; readonly onReady?: () => void } = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const process_ = spawn(process.execPath, [child, builtLibrary, store, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let started = 0;
    let err = '';
    process_.stdout.once('data', () => {
      started = performance.now();
      onReady?.();
      if (kill !== undefined) void killAt(process_, kill);
    });
    process_.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    process_.on('error', reject);
    process_.on('close', (code) => resolve({ code, took: performance.now() - started, err }));
  });
}

/** Numbers from 0 to 1, the same in every run (mulberry32). */
function random(seed: number): number {
  let state = (seed + 0x6d2b79f5) | 0;
  state = Math.imul(state ^ (state >>> 15), state | 1);
  state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
  return ((state ^ (state >>> 14)) >>> 0) / 2 ** 32;
}

const verify = (store: Store): Promise<StoreReport> => verifyStore({ store }, context);
const limit = pLimit(8);
const bagsIn = (path: string): readonly string[] =>
  existsSync(path) ? readdirSync(path).filter((name) => /_v\d{4}$/u.test(name)) : [];

/** Makes what the killed process claimed as old as it is in a minute. */
function forgetClaims(store: string): void {
  const incoming = join(store, 'incoming');
  for (const name of readdirSync(incoming))
    if (name.endsWith('.lock')) utimesSync(join(incoming, name), new Date(0), new Date(0));
}

/** Rendering them takes the time of a pack. */
const posts = ['a', 'b', 'c', 'd', 'e', 'f'];

/** A project of some posts with ids of their own. */
function project(name: string, ids: readonly string[] = posts): string {
  const cwd = join(folder, name);
  mkdirSync(join(cwd, 'posts'), { recursive: true });
  for (const id of ids) {
    const words = `---\ntitle: Post ${id}\nlang: en\nrecord: { id: ${id} }\n---\n\nSome words.\n`;
    writeFileSync(join(cwd, 'posts', `${id}.md`), words);
  }
  return cwd;
}

test.runIf(isLong)(
  `pack is killed at ${seeds} random moments: nothing filed is lost, what is unfinished is named`,
  async () => {
    const whole = await run(join(folder, 'whole', 'store'), ['pack', project('whole')]);
    expect(whole).toMatchObject({ code: 0, err: '' });
    // Eight at a time are slower than the one that was measured; rendering takes most of the time, and writes nothing.
    const slower = 3;
    const named: string[] = [];
    const one = async (seed: number, moment: Moment = random(seed) * whole.took * slower): Promise<void> => {
      const path = join(folder, String(seed), 'store');
      const killed = await run(path, ['pack', project(String(seed))], { kill: moment });
      const store = await openTestStore(join(folder, String(seed)));
      const filed = (await readLedgerFile(store)).entries.length;
      const left = bagsIn(join(path, 'incoming'));
      const report = await verify(store);
      expect([seed, report.findings]).toEqual([seed, []]);
      expect([seed, report.bags]).toEqual([seed, filed]);
      expect([
        seed,
        report.unfinished.filter(({ kind }) => kind === 'pack').map(({ where }) => where),
      ]).toEqual([seed, left]);
      named.push(...report.unfinished.map(({ kind }) => kind));
      expect(killed.code === null || filed === posts.length).toBe(true);
      forgetClaims(path);
      await fileRecord(store, { id: 'last' });
      const after = await verify(store);
      expect([seed, after.findings, after.unfinished]).toEqual([seed, [], []]);
      expect(bagsIn(path).length).toBe(after.bags);
    };
    await Promise.all(Array.from({ length: seeds }, (_, seed) => limit(() => one(seed))));
    const halted = (): number => named.filter((kind) => kind === 'pack').length;
    // Chance may have met none in its midst: kill as soon as a bag is begun.
    for (let seed = seeds; halted() === 0 && seed < seeds + 10; seed += 1)
      await one(seed, () => bagsIn(join(folder, String(seed), 'store/incoming')).length > 0);
    expect(halted()).toBeGreaterThan(0);
  },
);

test.runIf(isLong)(
  `dispose is killed at ${seeds} random moments: it is named, and resumed to the end`,
  async () => {
    const template = await openTestStore(folder);
    const ids = ['a', 'b', 'c', 'd'];
    for (const id of ids) await fileRecord(template, { id, retention: threeYears });
    await fileRecord(template, { id: 'keep' });
    const [plan] = await planDisposal({ store: template, records: [] }, context);
    const approval = join(folder, 'approval.json');
    const approved = {
      plan_sha256: plan?.sha256,
      approver: 'R. Officer',
      authority: 'DAA-1',
      date: '2024-07-01',
      records: ids,
    };
    writeFileSync(approval, JSON.stringify(approved));
    const copy = (name: string): string => {
      const path = join(folder, name, 'store');
      cpSync(template.path, path, { recursive: true });
      return path;
    };
    const whole = await run(copy('whole'), ['dispose', approval]);
    expect(whole).toMatchObject({ code: 0, err: '' });
    const named: string[] = [];
    const one = async (seed: number, early?: number): Promise<void> => {
      const path = copy(String(seed));
      // Chance may meet few in their midst: then kill as soon as the disposal is begun, or some bags are gone.
      const begins = (): boolean =>
        readFileSync(join(path, 'ledger.jsonl'), 'utf8').includes('"disposal-intended"');
      const goneBags = (): boolean => bagsIn(path).length <= 5 - (early ?? 0);
      const moment = early === undefined ? random(seed + 1000) * whole.took : early === 0 ? begins : goneBags;
      await run(path, ['dispose', approval], { kill: moment });
      const store = await openTestStore(join(folder, String(seed)));
      const report = await verify(store);
      expect([seed, report.findings]).toEqual([seed, []]);
      named.push(...new Set(report.unfinished.map(({ kind }) => kind)));
      const resumed = await resumeDisposal({ store }, context);
      const begun = (await readLedgerFile(store)).entries.some(({ event }) => event === 'disposal-intended');
      expect(resumed.length > 0 || begun || bagsIn(path).length === 5).toBe(true);
      if (!begun) await executeDisposal({ store, approval }, context);
      expect([seed, bagsIn(path)]).toEqual([seed, ['keep_v0001']]);
      const after = await verify(store);
      expect([seed, after.findings, after.unfinished]).toEqual([seed, [], []]);
    };
    await Promise.all(Array.from({ length: seeds }, (_, seed) => limit(() => one(seed))));
    const halted = (): number => named.filter((kind) => kind === 'disposal').length;
    for (let seed = seeds; halted() <= seeds / 5 && seed < seeds + 50; seed += 1) await one(seed, seed % 4);
    expect(halted()).toBeGreaterThan(seeds / 5);
  },
);

test.runIf(isLong)('two processes that pack at once both succeed', async () => {
  const path = join(folder, 'store');
  const [one, two] = [project('one', ['a', 'b']), project('two', ['c', 'd'])];
  const runs = await Promise.all([run(path, ['pack', one]), run(path, ['pack', two])]);
  expect(runs.map(({ code, err }) => [code, err])).toEqual([
    [0, ''],
    [0, ''],
  ]);
  const report = await verify(await openTestStore(folder));
  expect(report).toMatchObject({ sound: true, bags: 4, findings: [], unfinished: [] });
});

test.runIf(isLong)(
  'a process that stood still so long that its lock was taken over writes nothing',
  async () => {
    const store = await openTestStore(folder);
    await fileRecord(store, { id: 'a' });
    let frozen: Promise<Run> | undefined;
    await new Promise<void>((onReady) => {
      frozen = run(store.path, ['freeze', '5000'], { onReady });
    });
    const hold = { store, matter: 'm', authority: 'x', by: 'y', records: ['a'] };
    await placeHold(hold, context);
    const { code, err } = (await frozen) ?? {};
    expect(code).toBe(1);
    expect(err).toContain(
      `Another process wrote the ledger of ${store.path} meanwhile. Nothing more was written; run the command again`,
    );
    const { entries, problems } = await readLedgerFile(store);
    expect(problems).toEqual([]);
    expect(entries.map(({ event }) => event)).toEqual(['filed', 'hold-placed']);
  },
);
