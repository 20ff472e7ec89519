import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { BagProfile } from '../../src/bag/bag-profile.ts';
import { bagRules } from '../../src/bag/rules.ts';
import { verifyBag, type BagReport } from '../../src/bag/verify-bag.ts';
import { recordProfile as profile } from '../../src/terms/record-profile.ts';
import { makeBag, makeFolder } from './make-bag.ts';
import { mutations } from './mutations.ts';
import { isLong } from '../how-long.ts';

const root = makeFolder();
afterAll(() => rmSync(root, { recursive: true, force: true }));

function newFolder(): string {
  return join(mkdtempSync(join(root, 'bag-')), 'samples-0001_v0001');
}

/** Findings as lines of text. */
function tell({ findings }: BagReport): readonly string[] {
  return findings.map(({ severity, kind, path, reason }) => `${severity} ${kind}: ${path} ${reason}`);
}

describe('a sealed bag', () => {
  test('is valid, and its report says what is in it', async () => {
    const folder = newFolder();
    const sealed = await makeBag(folder);
    const report = await verifyBag(folder, { profile });
    expect(tell(report)).toEqual([]);
    expect(report.valid).toBe(true);
    expect(report.tagManifestSha512).toBe(sealed.tagManifestSha512);
    expect([report.bytes, report.files]).toEqual([91, 5]);
    expect(new Map(report.info).get('Payload-Oxum')).toBe('91.5');
  });

  test.each(mutations)('$name', async ({ change, ours }) => {
    const folder = newFolder();
    await makeBag(folder);
    change(folder);
    const report = await verifyBag(folder, { profile });
    expect(report.findings.map(({ kind, path }) => [kind, path])).toEqual(ours);
    expect(report.valid).toBe(report.findings.every(({ severity }) => severity === 'warning'));
    expect(await verifyBag(folder, { profile, atOnce: 1 })).toEqual(report);
  });
});

test('any byte changed, added or taken away makes a bag invalid', async () => {
  const folder = newFolder();
  await makeBag(folder);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  expect(paths).toHaveLength(13);
  const change = fc.record({
    path: fc.constantFrom(...paths),
    at: fc.nat(),
    remove: fc.nat({ max: 1 }),
    add: fc.uint8Array({ maxLength: 2 }),
  });
  await fc.assert(
    fc.asyncProperty(change, async ({ path, at, remove, add }) => {
      const whole = readFileSync(join(folder, path));
      const start = at % whole.length;
      const changed = Buffer.concat([whole.subarray(0, start), add, whole.subarray(start + remove)]);
      fc.pre(!changed.equals(whole));
      writeFileSync(join(folder, path), changed);
      const { valid } = await verifyBag(folder, { profile });
      writeFileSync(join(folder, path), whole);
      expect(valid).toBe(false);
    }),
    { numRuns: isLong ? 400 : 100 },
  );
  expect((await verifyBag(folder, { profile })).valid).toBe(true);
});

test('findings are told in sentences', async () => {
  const folder = newFolder();
  await makeBag(folder);
  writeFileSync(join(folder, 'data/source/post.md'), '');
  writeFileSync(join(folder, 'bagit.txt'), 'BagIt-Version: 0.97\n');
  rmSync(join(folder, 'README.txt'));
  mkdirSync(join(folder, 'data', 'empty'));
  expect(tell(await verifyBag(folder, { profile }))).toEqual([
    'error file-missing: README.txt is not there, but listed in tagmanifest-sha256.txt and tagmanifest-sha512.txt',
    'error oxum-wrong: bag-info.txt has the Payload-Oxum "91.5"; the payload has 69 bytes in 5 files',
    'error declaration-wrong: bagit.txt has 1 lines instead of 2',
    'error declaration-wrong: bagit.txt is of version 0.97; only 1.0 can be verified',
    'error declaration-wrong: bagit.txt has no second line "Tag-File-Character-Encoding: UTF-8"',
    'error file-changed: bagit.txt has another digest than in tagmanifest-sha256.txt and tagmanifest-sha512.txt',
    'warning folder-empty: data/empty is a folder without files',
    'error file-changed: data/source/post.md has another digest than in manifest-sha256.txt and manifest-sha512.txt',
  ]);
});

test('labels are asked for by the profile that is given, and by none without one', async () => {
  const folder = newFolder();
  await makeBag(folder);
  const other: BagProfile = { ...profile, labels: [...profile.labels, ['Case-Number', 'required']] };
  expect(tell(await verifyBag(folder, { profile: other }))).toEqual([
    'error info-incomplete: bag-info.txt has no Case-Number',
  ]);
  expect(tell(await verifyBag(folder))).toEqual([]);
});

describe('what is no bag', () => {
  test('a folder that is not there', async () => {
    const folder = join(root, 'nothing');
    const report = await verifyBag(folder, { profile });
    expect(report.findings.map(({ kind, path }) => [kind, path])).toEqual([['unreadable', '.']]);
    expect(report.valid).toBe(false);
  });

  test('a file', async () => {
    const path = join(root, 'file');
    writeFileSync(path, '');
    expect((await verifyBag(path, { profile })).findings.map(({ kind, path: at }) => [kind, at])).toEqual([
      ['unreadable', '.'],
    ]);
  });

  test('an empty folder', async () => {
    const folder = newFolder();
    mkdirSync(folder);
    expect(
      (await verifyBag(folder, { profile })).findings.map(({ kind, path }) => `${kind} ${path}`),
    ).toEqual([
      'manifest-missing .',
      'info-missing bag-info.txt',
      'declaration-missing bagit.txt',
      'payload-folder-missing data',
      'record-manifest-missing manifest-sha256.txt',
      'record-manifest-missing manifest-sha512.txt',
      'record-manifest-missing tagmanifest-sha256.txt',
      'record-manifest-missing tagmanifest-sha512.txt',
    ]);
  });
});

describe('names', () => {
  test.each<[string, readonly string[]]>([
    ['Post.md', ['name-clash data/source/post.md']],
    ['e\u0301.md', ['name-not-normalised data/source/e\u0301.md']],
  ])('%s', async (name, expected) => {
    const folder = newFolder();
    await makeBag(folder, {
      payload: [
        ['data/source/post.md', 'one', 'source'],
        ['data/metadata/premis.xml', '<premis/>', 'metadata'],
      ],
    });
    writeFileSync(join(folder, 'data/source', name), '');
    const { findings } = await verifyBag(folder, { profile });
    const names = findings.filter(({ kind }) => kind.startsWith('name-'));
    expect(names.map(({ kind, path }) => `${kind} ${path}`)).toEqual(expected);
  });

  test('two forms of one name', async () => {
    const folder = newFolder();
    await makeBag(folder);
    writeFileSync(join(folder, 'data/source/images/e\u0301te\u0301.txt'), '');
    expect(
      (await verifyBag(folder, { profile })).findings.map(({ kind, path }) => `${kind} ${path}`),
    ).toEqual([
      'oxum-wrong bag-info.txt',
      'name-not-normalised data/source/images/e\u0301te\u0301.txt',
      'file-unlisted data/source/images/e\u0301te\u0301.txt',
      'name-clash data/source/images/été.txt',
    ]);
  });

  test.runIf(process.platform === 'linux')('a name that is not UTF-8', async () => {
    const folder = newFolder();
    await makeBag(folder);
    writeFileSync(Buffer.concat([Buffer.from(join(folder, 'data')), Buffer.from([0x2f, 0xff])]), '');
    expect((await verifyBag(folder, { profile })).findings.map(({ kind, path }) => [kind, path])).toEqual([
      ['name-encoding', 'data/\uFFFD'],
    ]);
  });
});

test.runIf(process.platform !== 'win32')('a named pipe is neither read nor waited for', async () => {
  const folder = newFolder();
  await makeBag(folder);
  rmSync(join(folder, 'bag-info.txt'));
  execFileSync('mkfifo', [join(folder, 'bag-info.txt')]);
  expect((await verifyBag(folder, { profile })).findings.map(({ kind, path }) => [kind, path])).toEqual([
    ['not-a-file', 'bag-info.txt'],
    ['info-missing', 'bag-info.txt'],
    ['file-missing', 'bag-info.txt'],
  ]);
});

test('a link to a bag is followed, since a person named it', async () => {
  const folder = newFolder();
  await makeBag(folder);
  const link = join(root, 'link');
  symlinkSync(folder, link);
  expect((await verifyBag(link, { profile })).valid).toBe(true);
});

describe('every kind of finding', () => {
  let seen: ReadonlySet<string>;
  beforeAll(() => {
    seen = new Set(mutations.flatMap(({ ours }) => ours.map(([kind]) => kind)));
  });

  test('is made by a mutation or by a test of its own', () => {
    const elsewhere = ['unreadable', 'name-encoding', 'name-clash', 'name-not-normalised'];
    const kinds = Object.keys(bagRules);
    expect(kinds.filter((kind) => !seen.has(kind) && !elsewhere.includes(kind))).toEqual([]);
  });
});
