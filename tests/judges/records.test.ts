import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { runEpubCheck } from '../../src/judges/run-epub-check.ts';
import { runVeraPdf } from '../../src/judges/run-vera-pdf.ts';
import { recordProfile } from '../../src/terms/record-profile.ts';
import { packRecord, startPacking } from '../../src/filing/pack-record.ts';
import { askBagitProfile, askBagitPython, askLibrary } from './bag-judges.ts';

const root = resolve(import.meta.dirname, '../..');
const shared = resolve(root, '../shared');
const there = existsSync(shared);
if (!there) console.log('skipped in part: the posts of a real site are not beside the project');

const judges = inject('judges');
const bagJudges = inject('bagJudges');
const python = join(import.meta.dirname, '.cache', 'venv', 'bin', 'python');
const cwd = mkdtempSync(join(tmpdir(), 'records-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
const store = join(cwd, 'store');
let bags: readonly string[];

/** Puts an id of its own into the front matter of each post. */
function giveIds(folder: string, series: string): void {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  names.toSorted().forEach((name, index) => {
    const path = join(folder, name);
    const id = `${series}-${String(index + 1).padStart(4, '0')}`;
    const text = readFileSync(path, 'utf8').replace(/^---\r?\n/u, `---\nrecord: { id: ${id} }\n`);
    writeFileSync(path, text);
  });
}

beforeAll(async () => {
  cpSync(join(root, 'posts'), join(cwd, 'posts'), { recursive: true });
  giveIds(join(cwd, 'posts'), 'sample');
  if (there) {
    mkdirSync(join(cwd, 'posts/directives'));
    for (const name of ['ed-21-01.md', '18-02.md', '19-02.md']) {
      cpSync(join(shared, 'corpora/posts-cyber-dhs-gov/pages', name), join(cwd, 'posts/directives', name));
    }
    giveIds(join(cwd, 'posts/directives'), 'directive');
  }
  writeFileSync(
    join(cwd, 'tagleaf.yaml'),
    "lang: en-US\nagency: An Agency\nposts: posts\nlinks: { base: 'https://agency.gov/', permalink: '/:title/' }\n" +
      'collections:\n  all:\n    title: All Posts\n    posts: posts\n    record: { id: all-posts }\n',
  );
  const options = { cwd, store, by: 'A Records Officer' };
  const running = await startPacking(options);
  const posts = readdirSync(join(cwd, 'posts'), { recursive: true, encoding: 'utf8' });
  for (const name of posts.filter((path) => path.endsWith('.md')).toSorted()) {
    const report = await packRecord(
      { ...options, post: join('posts', name) },
      { now: () => new Date(), running },
    );
    expect([name, report.outcome]).toEqual([name, 'filed']);
  }
  const whole = await packRecord({ ...options, collection: 'all' }, { now: () => new Date() });
  expect(whole.outcome).toBe('filed');
  bags = readdirSync(store).filter((name) => /_v\d{4}$/u.test(name));
  expect(bags.length).toBeGreaterThanOrEqual(there ? 6 : 3);
});

const folders = (): readonly string[] => bags.map((name) => join(store, name));
const renderings = (format: string): readonly string[] =>
  folders().flatMap((folder) =>
    readdirSync(join(folder, 'data/renderings'))
      .filter((name) => name.endsWith(`.${format}`))
      .map((name) => join(folder, 'data/renderings', name)),
  );

describe('packed records', () => {
  test('are bags to bagit-python and to the library of the Library of Congress', async () => {
    expect(await askLibrary(folders(), bagJudges)).toEqual(folders().map(() => 'valid'));
    for (const folder of folders()) expect(await askBagitPython(folder, bagJudges)).toBe('valid');
  });

  test('follow the profile', async () => {
    const profile = {
      identifier: recordProfile.identifier,
      path: join(root, 'templates/records/bagit-profile.json'),
    };
    for (const folder of folders()) expect(await askBagitProfile(folder, profile, bagJudges)).toBe('valid');
  });

  test.each(['ua1', '2a'])('pass veraPDF by %s', async (flavour) => {
    const judgements = await runVeraPdf(renderings('pdf'), { flavour, jar: judges.veraPdfJar });
    expect(judgements.filter(({ findings }) => findings.length > 0)).toEqual([]);
  });

  test('pass EPUBCheck', async () => {
    const judgements = await runEpubCheck(renderings('epub'), judges.epubCheck);
    expect(judgements.filter(({ findings }) => findings.length > 0)).toEqual([]);
  });

  test('are what pygfried says they are', () => {
    const paths = [...renderings('pdf'), ...renderings('epub')];
    const script =
      "import sys, pygfried\nfor name in sys.argv[1:]:\n    print(pygfried.identify(name, detailed=True)['files'][0]['matches'][0]['id'])";
    const ids = execFileSync(python, ['-c', script, ...paths], { encoding: 'utf8' })
      .trim()
      .split('\n');
    expect(ids).toEqual(paths.map((path) => (path.endsWith('.pdf') ? 'fmt/476' : 'fmt/483')));
  });
});

describe.runIf(there)('the judges of the field', () => {
  test('find every premis.xml valid by the schema of PREMIS 3', () => {
    for (const folder of folders()) {
      const args = [
        join(shared, 'judges/xsd.py'),
        join(shared, 'judges/premis-v3-0.xsd'),
        join(folder, 'data/metadata/premis.xml'),
      ];
      expect(spawnSync(python, args, { encoding: 'utf8' }).stdout).toMatch(/VALID/u);
      expect(spawnSync(python, args, { encoding: 'utf8' }).stdout).not.toMatch(/INVALID/u);
    }
  });

  test('give every object a size, two digests and a relationship', () => {
    for (const folder of folders()) {
      const premis = readFileSync(join(folder, 'data/metadata/premis.xml'), 'utf8');
      const files = premis.match(/<premis:object xsi:type="premis:file">[^]*?<\/premis:object>/gu) ?? [];
      expect(files.length).toBeGreaterThan(8);
      for (const object of files) {
        expect(object).toMatch(/<premis:size>\d+<\/premis:size>/u);
        expect(object.match(/<premis:messageDigest>/gu)).toHaveLength(2);
        expect(object).toContain('<premis:relationship>');
      }
    }
  });

  test('agree with the ledger and its head', () => {
    const [count = '', hash = ''] = readFileSync(join(store, 'ledger.head'), 'utf8').trim().split(' ');
    const ledger = join(store, 'ledger.jsonl');
    const check = (head: string): ReturnType<typeof spawnSync> =>
      spawnSync(python, [join(shared, 'judges/ledger_check.py'), ledger, head], { encoding: 'utf8' });
    expect(check(hash).stdout).toContain(`OK ${count} entries; head ${hash}`);
    expect(check(hash).status).toBe(0);
    const text = readFileSync(ledger, 'utf8');
    writeFileSync(ledger, text.replace('"version":1', '"version":9'));
    expect(check(hash).status).not.toBe(0);
    writeFileSync(ledger, text);
  });
});
