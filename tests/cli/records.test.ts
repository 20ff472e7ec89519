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
  expect(await runCli(['records', 'pack', 'posts', '--store', 'st'], { cwd: template })).toEqual({
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
  runCli(['records', ...args, '--store', 'st'], { cwd });
/** What differs from run to run. */
const stable = (text: string): string =>
  text
    .replaceAll(/\b[0-9a-f]{128}\b/gu, 'SHA512')
    .replaceAll(/\b[0-9a-f]{64}\b/gu, 'SHA256')
    .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:]+Z/gu, 'TIME')
    .replaceAll(/\b\d+ bytes/gu, 'N bytes')
    .replaceAll(new Date().toISOString().slice(0, 10), 'TODAY')
    .replaceAll(cwd, 'CWD');

async function plan(): Promise<string> {
  const planned = await records('dispose', 'plan', '--json');
  const [only]: readonly { readonly sha256: string }[] = JSON.parse(planned.out);
  writeFileSync(
    join(cwd, 'approval.yaml'),
    `plan_sha256: ${only?.sha256}\napprover: R. Officer\nauthority: DAA-1\ndate: ${new Date().toISOString().slice(0, 10)}\nrecords: [a]\n`,
  );
  return only?.sha256 ?? '';
}

describe('tagleaf records', { timeout: 120_000 }, () => {
  test('list, show and due', async () => {
    const list = await records('list');
    expect(stable(list.out)).toBe(
      'a: Post a\n  eligible; 1 version, N bytes\nb: Post b\n  unscheduled; 1 version, N bytes\n2 records, 0 open holds\n',
    );
    const shown = await records('show', 'b');
    expect(stable(shown.out)).toBe(
      'b: Post b\nstatus: unscheduled\nversion 1: b_v0001, 17 files, N bytes, filed TODAY\n  unscheduled\n' +
        '  The record is unscheduled: it is kept until it has a schedule\n' +
        '  SHA-512 of tagmanifest-sha512.txt: SHA512\nledger line 2, TIME: filed as b_v0001\n',
    );
    const due = await records('due', '--on', '2014-09-30');
    expect(due.out).toBe(
      'unscheduled on 2014-09-30: 1\n  b: Post b (series blog)\n    b is unscheduled\n    version 1\n' +
        '      The record is unscheduled: it is kept until it has a schedule\n' +
        'not-yet-eligible on 2014-09-30: 1\n  a: Post a (series blog)\n    a may go from 2014-10-01, not on 2014-09-30\n' +
        '    version 1 under DAA-1\n      released on 2010-12-02\n' +
        '      cut off at the end of the fiscal year (from 10-01): 2011-09-30\n      kept for P3Y: until 2014-09-30\n' +
        '      may go from the day after: 2014-10-01\n',
    );
    for (const run of [list, shown, due]) expect(run).toMatchObject({ code: 0, err: '' });
    expect(await records('show', 'z')).toEqual({
      code: 2,
      out: '',
      err: 'refused: z was never filed here (record-unknown; house rule). `tagleaf records list` names the records of the store.\n',
    });
  });

  test('verify a store and a bag', async () => {
    const all = await records('verify', '--all');
    expect(all).toMatchObject({ code: 0, err: '' });
    expect(stable(all.out)).toBe(
      'CWD/st: 2 records, 2 bags, 34 files, N bytes read\nledger: 2 lines, head SHA256\n' +
        'Whoever can rewrite the whole store is caught only by a head kept outside it: --expect-head.\n' +
        'The audit was entered in the ledger. The head to keep outside the store is now that of line 3: SHA256\n' +
        'sound: 0 errors, 0 warnings\n',
    );
    const head = / line 3: ([0-9a-f]{64})\n/u.exec(all.out)?.[1] ?? '';
    const later = await records('verify', '--all', '--older-than', '90d', '--expect-head', head);
    expect(stable(later.out)).toBe(
      'CWD/st: 0 records, 0 bags, 0 files, N bytes read; 2 found good not long ago and left out\n' +
        'ledger: 3 lines, head SHA256\nThe head kept outside is that of line 3: the last.\n' +
        'The audit was not entered in the ledger: no bag was read.\nsound: 0 errors, 0 warnings\n',
    );
    writeFileSync(join(cwd, 'st/b_v0001/data/source/b.md'), post('b').replace('Words', 'Wards'));
    const bag = await runCli(['records', 'verify', 'st/b_v0001'], { cwd });
    expect(bag).toMatchObject({ code: 15, err: '' });
    expect(bag.out).toMatch(/^error: b_v0001: data\/source\/b\.md /u);
    expect(bag.out).toMatch(/\nNOT sound: 1 error, 0 warnings\n$/u);
    const red = await records('verify', '--all', '--json', '--expect-head', '0'.repeat(63) + '1');
    expect(red.code).toBe(15);
    expect(JSON.parse(red.out)).toMatchObject({
      sound: false,
      checked: ['a', 'b'],
      findings: [{ where: 'ledger.jsonl' }, { where: 'b_v0001' }],
    });
  });

  test('dispose in two steps, with a hold between them', async () => {
    expect(await records('dispose', 'plan', 'b')).toMatchObject({ code: 11, out: '' });
    const sha256 = await plan();
    expect(
      await records(
        'hold',
        'place',
        '--series',
        'blog',
        '--matter',
        'Doe',
        '--authority',
        'GC',
        '--by',
        'J. Doe',
      ),
    ).toEqual({
      code: 0,
      out: 'placed hold-3 on a, b\n',
      err: '',
    });
    const execute = ['dispose', 'execute', '--approval', 'approval.yaml'];
    expect(await records(...execute)).toEqual({
      code: 10,
      out: '',
      err: 'refused: a is held for “Doe” (hold hold-3) (held; 36 CFR 1226.20). Ask whoever placed the hold; when the matter is closed, `tagleaf records hold release`.\n',
    });
    expect(JSON.parse((await records(...execute, '--json')).out)).toMatchObject({
      refusals: [{ refused: 'held' }],
    });
    expect(await records('hold', 'release', 'hold-3', '--by', 'J. Doe', '--reason', 'settled')).toEqual({
      code: 0,
      out: 'released hold-3: a, b. Nothing was deleted.\n',
      err: '',
    });
    const done = await records(...execute);
    expect({ ...done, out: stable(done.out) }).toEqual({
      code: 0,
      out: 'disposed of a_v0001; tombstone CWD/st/tombstones/a_v0001.json\nplan SHA256 is finished\n',
      err: '',
    });
    expect(done.out).toContain(sha256);
    expect(await records('dispose', 'execute', '--resume')).toEqual({
      code: 0,
      out: 'No disposal is unfinished.\n',
      err: '',
    });
    expect(await records('verify', '--all')).toMatchObject({ code: 0 });
    expect(await records('dispose', 'plan')).toEqual({
      code: 0,
      out: 'No record may go today; `tagleaf records due` says why.\n',
      err: '',
    });
    expect(await records(...execute)).toMatchObject({ code: 2 });
  });

  test('schedule and transfer', async () => {
    writeFileSync(
      join(cwd, 'approval.yaml'),
      'approver: R. Officer\nauthority: DAA-2\ndate: 2020-01-01\nrecords: [b]\n',
    );
    const schedule = ['schedule', 'b', '--approval', 'approval.yaml', '--disposition', 'permanent'];
    expect(await records(...schedule, '--authority', 'DAA-3')).toMatchObject({ code: 14, out: '' });
    expect(await records(...schedule, '--authority', 'DAA-2')).toEqual({
      code: 0,
      out: 'scheduled b: permanent under DAA-2. Its bags stay as they are.\n',
      err: '',
    });
    expect(await records('dispose', 'plan', 'b')).toMatchObject({ code: 13 });
    expect(await records('dispose', 'plan', 'a', 'b')).toMatchObject({ code: 13 });
    expect(
      await records('transfer', 'b', '--receipt', 'approval.yaml', '--to', 'The Archives'),
    ).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(join(cwd, 'st'))).toContain('b_v0001');
  });

  test('the lowest of several exit codes', async () => {
    expect(await records('dispose', 'plan', 'a', 'b', 'z')).toMatchObject({ code: 11 });
    await records('hold', 'place', 'b', '--matter', 'Doe', '--authority', 'GC', '--by', 'J. Doe');
    expect(await records('dispose', 'plan', 'a', 'b')).toMatchObject({ code: 10 });
  });

  test.each<readonly [readonly string[], string]>([
    [['verify'], 'tagleaf: name one bag, or a whole store with --all --store DIR\n'],
    [['verify', '--all'], 'tagleaf: --all needs --store DIR\n'],
    [
      ['verify', '--all', '--store', 'st', '--older-than', '3w'],
      'tagleaf: --older-than takes a number of days such as 90d, not `3w`\n',
    ],
    [
      ['verify', '--all', '--store', 'st', '--expect-head', 'abc'],
      'tagleaf: --expect-head takes the 64 hexadecimal digits of a head\n',
    ],
    [['list'], "error: required option '--store <dir>' not specified\n"],
    [['due', '--store', 'st', '--on', 'soon'], 'tagleaf: --on takes a day such as 2031-10-01, not `soon`\n'],
    [
      ['dispose', 'execute', '--store', 'st'],
      'tagleaf: name an approval with --approval, or finish with --resume\n',
    ],
    [
      ['hold', 'place', 'a', '--store', 'st', '--matter', 'x', '--authority', 'y'],
      "error: required option '--by <name>' not specified\n",
    ],
  ])('%j is used wrongly', async (args, err) => {
    expect(await runCli(['records', ...args], { cwd })).toEqual({ code: 2, out: '', err });
  });

  test('a store that is not there, or whose ledger was edited', async () => {
    expect(await runCli(['records', 'list', '--store', 'nowhere'], { cwd })).toEqual({
      code: 3,
      out: '',
      err: 'tagleaf: There is no store nowhere: the folder does not exist. `tagleaf records pack` makes it.\n',
    });
    const ledger = join(cwd, 'st/ledger.jsonl');
    writeFileSync(ledger, readFileSync(ledger, 'utf8').replace('Post a', 'Post c'));
    expect(await records('list')).toMatchObject({
      code: 15,
      out: expect.stringMatching(/^error: The ledger is broken/u),
    });
    const held = await records('hold', 'place', 'a', '--matter', 'x', '--authority', 'y', '--by', 'z');
    expect(held).toMatchObject({ code: 15, out: '' });
    expect(held.err).toMatch(
      /^refused: The ledger of .* is broken, so nothing is changed\. Line 2: .* \(integrity; 36 CFR 1236\.10\)\. Run `tagleaf records verify --all`/u,
    );
  });
});

describe('several processes', { timeout: 120_000 }, () => {
  test('that pack the same post at once: one files it, the other says so', async () => {
    writeFileSync(join(cwd, 'posts/c.md'), post('c'));
    const runs = await Promise.all([1, 2].map(() => records('pack', 'posts/c.md')));
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

  test('that pack different posts at once: both are filed', async () => {
    writeFileSync(join(cwd, 'posts/c.md'), post('c'));
    writeFileSync(join(cwd, 'posts/d.md'), post('d'));
    const runs = await Promise.all(['c', 'd'].map((id) => records('pack', `posts/${id}.md`)));
    expect(runs.map(({ out }) => out)).toEqual([
      'filed c, version 1: st/c_v0001\n',
      'filed d, version 1: st/d_v0001\n',
    ]);
    expect(await records('verify', '--all')).toMatchObject({ code: 0 });
  });

  test('of which one is killed while it packs: the other files it', async () => {
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

describe.skipIf(!canMount)('a full disk (needs root, to mount a tmpfs)', { timeout: 120_000 }, () => {
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
    runCli(['records', ...args, '--store', 'small/st'], { cwd });
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
