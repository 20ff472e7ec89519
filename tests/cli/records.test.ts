import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
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
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isLong } from '../how-long.ts';
import { callCli } from './call-cli.ts';
import { cliMain, runCli, type CliRun } from './run-cli.ts';

const post = (id: string, more = ''): string =>
  `---\ntitle: Post ${id}\nlang: en-US\nreleased: 2010-12-02\nagency: The Agency\n` +
  `source: { url: 'https://agency.gov/${id}' }\nrecord: { id: ${id}, series: blog }\n${more}---\n\nWords of ${id}.\n`;
const threeYears =
  'retention: { disposition: temporary, authority: DAA-1, period: P3Y, cutoff: { from: released, at: fiscal-year } }\n';

let template = '';
let cwd = '';
beforeAll(async () => {
  template = mkdtempSync(join(tmpdir(), 'records-'));
  mkdirSync(join(template, 'posts'));
  writeFileSync(join(template, 'posts/a.md'), post('a', threeYears));
  writeFileSync(join(template, 'posts/b.md'), post('b'));
  expect(await callCli(['records', 'pack', 'posts', '--store', 'st'], { cwd: template })).toEqual({
    code: 0,
    out: 'filed a, version 1: st/a_v0001\nfiled b, version 1: st/b_v0001\n',
    err: '',
  });
});
afterAll(() => {
  rmSync(template, { recursive: true });
});
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'records-'));
  cpSync(template, cwd, { recursive: true });
});
afterEach(() => {
  rmSync(cwd, { recursive: true });
});

const records = (...args: readonly string[]): Promise<CliRun> =>
  callCli(['records', ...args, '--store', 'st'], { cwd });
const packApart = (posts: string): Promise<CliRun> =>
  runCli(['records', 'pack', posts, '--store', 'st'], { cwd });

test('reports in JSON', async () => {
  const red = await records('verify', '--all', '--json', '--expect-head', '1'.padStart(64, '0'));
  expect(red).toMatchObject({ code: 15, err: '' });
  expect(JSON.parse(red.out)).toMatchObject({
    sound: false,
    checked: ['a', 'b'],
    findings: [{ id: 'head-unknown', where: 'ledger.jsonl' }],
  });
  const refused = await records('dispose', 'plan', 'b', '--json');
  expect(refused).toMatchObject({ code: 11, err: '' });
  expect(JSON.parse(refused.out)).toMatchObject({ refusals: [{ refused: 'unscheduled' }] });
});

describe('several processes', () => {
  test('that pack the same post at once: one files it, the other says so', async () => {
    writeFileSync(join(cwd, 'posts/c.md'), post('c'));
    const runs = await Promise.all([1, 2].map(() => packApart('posts/c.md')));
    expect(runs.map(({ code, err }) => [code, err])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    expect(runs.map(({ out }) => out).toSorted()).toEqual([
      'already filed: st/c_v0001\n',
      'filed c, version 1: st/c_v0001\n',
    ]);
    expect(await records('verify', '--all')).toMatchObject({ code: 0 });
  });

  test.runIf(isLong)('that pack different posts at once: both are filed', async () => {
    writeFileSync(join(cwd, 'posts/c.md'), post('c'));
    writeFileSync(join(cwd, 'posts/d.md'), post('d'));
    const runs = await Promise.all(['c', 'd'].map((id) => packApart(`posts/${id}.md`)));
    expect(runs.map(({ out }) => out)).toEqual([
      'filed c, version 1: st/c_v0001\n',
      'filed d, version 1: st/d_v0001\n',
    ]);
    expect(await records('verify', '--all')).toMatchObject({ code: 0 });
  });

  test.runIf(isLong)('of which one is killed while it packs: the other files it', async () => {
    for (const id of ['c', 'd', 'e', 'f']) writeFileSync(join(cwd, `posts/${id}.md`), post(id));
    for (const ms of [500, 700, 900, 1100, 1300]) {
      const child = spawn(process.execPath, [cliMain, 'records', 'pack', 'posts', '--store', 'st'], {
        cwd,
        stdio: 'ignore',
      });
      const ended = new Promise((resolve) => child.on('close', resolve));
      await wait(ms);
      child.kill('SIGKILL');
      await ended;
      makeLocksOld();
      const report = await records('verify', '--all', '--json');
      expect([ms, JSON.parse(report.out).findings, report.code]).toEqual([ms, [], 0]);
    }
    expect(await records('pack', 'posts')).toMatchObject({ code: 0, err: '' });
    const report = JSON.parse((await records('verify', '--all', '--json')).out);
    expect(report).toMatchObject({ sound: true, bags: 6, findings: [], unfinished: [] });
  });
});

/** As they are a minute after their process was killed. */
function makeLocksOld(): void {
  for (const folder of [join(cwd, 'st'), join(cwd, 'st/incoming')])
    for (const name of readdirSync(folder))
      if (name.endsWith('.lock')) utimesSync(join(folder, name), new Date(0), new Date(0));
}

/** A file system of one size in memory, which only root may mount. */
const canMount = ((): boolean => {
  const folder = mkdtempSync(join(tmpdir(), 'mount-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0;
  if (mounted) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true });
  return mounted;
})();

describe.skipIf(!canMount)('a full disk (needs root, to mount a tmpfs)', () => {
  let small = '';
  beforeEach(() => {
    small = join(cwd, 'small');
    mkdirSync(small);
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', small]).status).toBe(0);
    cpSync(join(cwd, 'st'), join(small, 'st'), { recursive: true });
  });
  afterEach(() => {
    spawnSync('umount', [small]);
  });
  const onSmall = (...args: readonly string[]): Promise<CliRun> =>
    callCli(['records', ...args, '--store', 'small/st'], { cwd });
  const fill = (): void => {
    expect(
      spawnSync('dd', ['if=/dev/zero', `of=${join(small, 'filler')}`, 'bs=1k'], { stdio: 'ignore' }).status,
    ).not.toBe(0);
  };
  const files = (): readonly string[] =>
    readdirSync(join(small, 'st'), { recursive: true, encoding: 'utf8' })
      .filter((name) => !name.endsWith('.lock'))
      .toSorted();

  test('pack says so and leaves the store as it was', async () => {
    writeFileSync(join(cwd, 'posts/c.md'), post('c'));
    fill();
    const before = files();
    const ledger = readFileSync(join(small, 'st/ledger.jsonl'));
    const run = await onSmall('pack', 'posts/c.md');
    expect(run).toMatchObject({ code: 3, out: '' });
    expect(run.err).toMatch(/^tagleaf: Cannot write .*: the disk is full\n$/u);
    expect(files()).toEqual(before);
    expect(readFileSync(join(small, 'st/ledger.jsonl'))).toEqual(ledger);
    rmSync(join(small, 'filler'));
    expect(await onSmall('verify', '--all')).toMatchObject({ code: 0 });
    expect(await onSmall('pack', 'posts/c.md')).toMatchObject({ code: 0 });
  });

  test('dispose says so before anything is gone', async () => {
    const planned = await onSmall('dispose', 'plan', '--json');
    const [only]: readonly { readonly sha256: string }[] = JSON.parse(planned.out);
    const today = new Date().toISOString().slice(0, 10);
    const approval = {
      plan_sha256: only?.sha256,
      approver: 'x',
      authority: 'DAA-1',
      date: today,
      records: ['a'],
    };
    writeFileSync(join(cwd, 'approval.json'), JSON.stringify(approval));
    fill();
    const run = await onSmall('dispose', 'execute', '--approval', 'approval.json');
    expect(run).toMatchObject({ code: 3, out: '' });
    expect(run.err).toMatch(/^tagleaf: Cannot .*: the disk is full/u);
    expect(files()).toContain('a_v0001/data/source/a.md');
    rmSync(join(small, 'filler'));
    expect(await onSmall('verify', '--all')).toMatchObject({ code: 0 });
    expect(await onSmall('dispose', 'execute', '--approval', 'approval.json')).toMatchObject({ code: 0 });
  });
});
