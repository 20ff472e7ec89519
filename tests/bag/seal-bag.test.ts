import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

import { InternalError, ResourceError } from '../../src/diagnostics/errors.ts';
import { addFile } from '../../src/bag/add-file.ts';
import type { BagInfo } from '../../src/bag/bag-info.ts';
import type { PayloadFile } from '../../src/bag/payload-file.ts';
import { sealBag, type TagFile } from '../../src/bag/seal-bag.ts';
import { recordProfile } from '../../src/terms/record-profile.ts';
import { verifyBag } from '../../src/bag/verify-bag.ts';
import { recordFlushes } from '../files/record-flushes.ts';
import { makeBag, makeFolder, sampleInfo } from './make-bag.ts';

const root = makeFolder();
afterAll(() => rmSync(root, { recursive: true, force: true }));
const newFolder = (): string => mkdtempSync(join(root, 'bag-'));

const sha = (algorithm: string, bytes: Uint8Array | string): string =>
  createHash(algorithm).update(bytes).digest('hex');

describe('addFile', () => {
  test('says what it wrote of bytes', async () => {
    const folder = newFolder();
    const from = Buffer.from('text');
    const to = 'data/source/a/b.txt';
    const file = await addFile({ folder, from, to, role: 'source', mediaType: 'text/plain' });
    expect(file).toEqual({
      path: to,
      bytes: 4,
      sha256: sha('sha256', 'text'),
      sha512: sha('sha512', 'text'),
      role: 'source',
      mediaType: 'text/plain',
    });
    expect(readFileSync(join(folder, to), 'utf8')).toBe('text');
  });

  test.each([0, 1, 1023, 1024 * 1024, 2_500_000])('copies a file of %i bytes', async (size) => {
    const folder = newFolder();
    const from = join(folder, 'source');
    const bytes = Buffer.alloc(size, 'Tagleaf');
    writeFileSync(from, bytes);
    const to = 'data/renderings/post.pdf';
    const file = await addFile({ folder, from, to, role: 'record-copy', puid: 'fmt/476' });
    expect(file).toEqual({
      path: to,
      bytes: size,
      sha256: sha('sha256', bytes),
      sha512: sha('sha512', bytes),
      role: 'record-copy',
      puid: 'fmt/476',
    });
    expect(readFileSync(join(folder, to)).equals(bytes)).toBe(true);
  });

  test('adds many at a time', async () => {
    const folder = newFolder();
    const payload = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        addFile({
          folder,
          from: Buffer.from(`${index}`),
          to: `data/source/${index % 7}/${index}`,
          role: 'source',
        }),
      ),
    );
    await sealBag({ folder, payload, profile: recordProfile, info: sampleInfo, tagFiles: [] });
    expect((await verifyBag(folder, { profile: recordProfile })).findings).toEqual([]);
  });

  test('overwrites nothing, and reads only regular files', async () => {
    const folder = newFolder();
    const to = 'data/a';
    const role = 'source';
    await addFile({ folder, from: Buffer.from('one'), to, role });
    const again = addFile({ folder, from: Buffer.from('two'), to, role });
    const path = join(folder, to);
    await expect(again).rejects.toThrow(new ResourceError(`Cannot write ${path}`, { path }));
    expect(readFileSync(join(folder, to), 'utf8')).toBe('one');
    for (const from of [folder, join(folder, 'nothing')])
      await expect(addFile({ folder, from, to: 'data/b', role })).rejects.toThrow(`Cannot read ${from}`);
  });

  test('tells which file it cannot write', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'data'), '');
    const path = join(folder, 'data/a');
    const file = addFile({ folder, from: Buffer.from(''), to: 'data/a', role: 'source' });
    await expect(file).rejects.toThrow(new ResourceError(`Cannot write ${path}`, { path }));
    const sealed = sealBag({ folder, payload: [], profile: recordProfile, info: sampleInfo, tagFiles: [] });
    const data = join(folder, 'data');
    await expect(sealed).rejects.toThrow(new ResourceError(`Cannot write ${data}`, { path: data }));
  });

  test.runIf(process.platform !== 'win32')('does not wait for a named pipe', async () => {
    const folder = newFolder();
    const from = join(folder, 'pipe');
    execFileSync('mkfifo', [from]);
    await expect(addFile({ folder, from, to: 'data/a', role: 'source' })).rejects.toThrow(
      `Cannot read ${from}`,
    );
  });

  test.each([
    ['source/a', 'does not begin with "data/"'],
    ['data/../a', 'leads upwards'],
    ['data/50%', 'contains "%", which common programs do not decode'],
    ['data/a\nb', 'contains a control character or a line separator'],
  ])('refuses the path %j', async (to, fault) => {
    const file = addFile({ folder: newFolder(), from: Buffer.from(''), to, role: 'source' });
    await expect(file).rejects.toThrow(
      new InternalError(`The path ${JSON.stringify(to)} ${fault}`, { stage: 'records/bag' }),
    );
  });
});

describe('sealBag', () => {
  test('writes these files', async () => {
    const folder = join(newFolder(), 'samples-0001_v0001');
    const sealed = await makeBag(folder, {
      payload: [
        ['data/source/b.md', 'b', 'source'],
        ['data/source/B.txt', 'B', 'source'],
      ],
      info: [...sampleInfo.toReversed(), ['Relation-Has-Part', 'a-1'], ['Relation-Has-Part', 'a-2']],
    });
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
    expect(read('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    expect(read('bag-info.txt')).toBe(`Source-Organization: Department of Samples
External-Description: A post of the samples journal, with its renderings.
Bagging-Date: 2026-11-23
External-Identifier: samples-0001
Bag-Size: 2 bytes
Payload-Oxum: 2.2
BagIt-Profile-Identifier: urn:uuid:6a1c0a3e-8f3b-4d57-9c5e-2b7d41f0a9e8
Record-Version: 1
Record-Title: On samples: a post
Relation-Has-Part: a-1
Relation-Has-Part: a-2
Disposition: unscheduled
Ledger-Head: ${'0'.repeat(64)}
Tool: Tagleaf 0.1.0
`);
    for (const algorithm of ['sha256', 'sha512']) {
      expect(read(`manifest-${algorithm}.txt`)).toBe(
        `${sha(algorithm, 'B')}  data/source/B.txt\n${sha(algorithm, 'b')}  data/source/b.md\n`,
      );
      const names = ['README.html', 'README.txt', 'bag-info.txt', 'bagit.txt'];
      const manifests = ['manifest-sha256.txt', 'manifest-sha512.txt'];
      expect(read(`tagmanifest-${algorithm}.txt`)).toBe(
        [...names, ...manifests].map((name) => `${sha(algorithm, read(name))}  ${name}\n`).join(''),
      );
    }
    expect(sealed).toEqual({
      tagManifestSha512: sha('sha512', read('tagmanifest-sha512.txt')),
      bytes: 2,
      files: 2,
    });
  });

  test('the tools of every Linux agree with its manifests', async () => {
    const folder = join(newFolder(), 'bag');
    await makeBag(folder);
    for (const algorithm of ['sha256', 'sha512'])
      for (const manifest of ['manifest', 'tagmanifest'])
        execFileSync(`${algorithm}sum`, ['--check', '--strict', '--quiet', `${manifest}-${algorithm}.txt`], {
          cwd: folder,
        });
  });

  test('the same files, the same seal', async () => {
    const seals = [
      await makeBag(join(newFolder(), 'one')),
      await makeBag(join(newFolder(), 'two'), { info: sampleInfo.toReversed() }),
    ];
    expect(seals[0]).toEqual(seals[1]);
  });

  test.each([
    [999, '999 bytes'],
    [1000, '1.0 kB'],
    [1_234_567, '1.2 MB'],
  ])('%i bytes are %s', async (size, shown) => {
    const folder = join(newFolder(), 'bag');
    await makeBag(folder, { payload: [['data/source/a', 'x'.repeat(size), 'source']] });
    expect(readFileSync(join(folder, 'bag-info.txt'), 'utf8')).toContain(`\nBag-Size: ${shown}\n`);
  });
});

describe('sealBag refuses', () => {
  const refused = (reason: string): InternalError =>
    new InternalError(`The bag cannot be sealed: ${reason}`, { stage: 'records/bag' });

  async function seal(
    changes: {
      readonly before?: (folder: string) => void;
      readonly info?: BagInfo;
      readonly payload?: (payload: readonly PayloadFile[]) => readonly PayloadFile[];
      readonly tagFiles?: readonly TagFile[];
    } = {},
  ): Promise<unknown> {
    const folder = newFolder();
    const file = await addFile({ folder, from: Buffer.from('a'), to: 'data/a', role: 'source' });
    changes.before?.(folder);
    const payload = changes.payload?.([file]) ?? [file];
    const { info = sampleInfo, tagFiles = [] } = changes;
    return sealBag({ folder, payload, profile: recordProfile, info, tagFiles });
  }

  test('nothing of a good bag', async () => {
    expect(await seal()).toMatchObject({ bytes: 1, files: 1 });
  });

  test('a payload that is not what is listed', async () => {
    const added = seal({ before: (folder) => writeFileSync(join(folder, 'data/b'), '') });
    await expect(added).rejects.toThrow(refused('data/b of 0 bytes is not in the list of the payload'));
    const grown = seal({ before: (folder) => writeFileSync(join(folder, 'data/a'), 'ab') });
    await expect(grown).rejects.toThrow(refused('data/a of 2 bytes is not in the list of the payload'));
    const lost = seal({ before: (folder) => rmSync(join(folder, 'data/a')) });
    await expect(lost).rejects.toThrow(refused('data is a folder without files'));
    const doubled = seal({ payload: ([file]) => (file ? [file, file] : []) });
    await expect(doubled).rejects.toThrow(refused('the folder holds 1 files, the list of the payload 2'));
  });

  test('a folder that holds something else', async () => {
    const other = seal({ before: (folder) => writeFileSync(join(folder, 'bagit.txt'), '') });
    await expect(other).rejects.toThrow(refused('bagit.txt of 0 bytes is not in the list of the payload'));
    const empty = seal({ before: (folder) => mkdirSync(join(folder, 'more')) });
    await expect(empty).rejects.toThrow(refused('more is a folder without files'));
    const link = seal({ before: (folder) => symlinkSync('a', join(folder, 'data/link')) });
    await expect(link).rejects.toThrow(refused('data/link is neither a regular file nor a folder'));
    const clash = seal({ before: (folder) => writeFileSync(join(folder, 'data/A'), '') });
    await expect(clash).rejects.toThrow(refused('data/a has the name of data/A but for case or form'));
  });

  test('labels that are not what the profile asks', async () => {
    const missing = seal({ info: sampleInfo.filter(([label]) => label !== 'Tool') });
    await expect(missing).rejects.toThrow(refused('bag-info.txt has no Tool'));
    const repeated = seal({ info: [...sampleInfo, ['Tool', 'Another']] });
    await expect(repeated).rejects.toThrow(refused('bag-info.txt has more than one Tool'));
    const empty = seal({ info: [...sampleInfo, ['Record-Series', ' \n']] });
    await expect(empty).rejects.toThrow(refused('Record-Series has no value'));
    const strange = seal({ info: [...sampleInfo, ['Case-Number', '7']] });
    await expect(strange).rejects.toThrow(refused('the profile has no label Case-Number'));
  });

  test.each([
    ['data/x', 'the tag file data/x has a name of RFC 8493'],
    ['manifest-md5.txt', 'the tag file manifest-md5.txt has a name of RFC 8493'],
    ['fetch.txt', 'the tag file fetch.txt has a name of RFC 8493'],
    ['../x', 'the tag file "../x" leads upwards'],
  ])('the tag file %s', async (path, reason) => {
    await expect(seal({ tagFiles: [{ path, bytes: Buffer.from('') }] })).rejects.toThrow(refused(reason));
  });
});

test('a sealed bag is on the disk: each file as it is written, then the names in each folder', async () => {
  const around = newFolder();
  const bag = join(around, 'bag');
  const flushed = (await recordFlushes(around, () => makeBag(bag))).map((path) =>
    path.replace(/^bag\/?/u, ''),
  );
  const isFolder = (path: string): boolean => statSync(join(bag, path)).isDirectory();
  const firstFolder = flushed.findIndex(isFolder);
  const below = readdirSync(bag, { recursive: true, encoding: 'utf8' });
  expect(flushed.slice(0, firstFolder).toSorted()).toEqual(
    below.filter((path) => !isFolder(path)).toSorted(),
  );
  expect(flushed.slice(firstFolder).toSorted()).toEqual(['', ...below.filter(isFolder)].toSorted());
});
