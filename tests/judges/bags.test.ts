import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { recordProfile } from '../../src/terms/record-profile.ts';
import { verifyBag } from '../../src/bag/verify-bag.ts';
import { makeBag, makeFolder, sampleInfo } from '../bag/make-bag.ts';
import { mutations } from '../bag/mutations.ts';
import { askBagitProfile, askBagitPython, askLibrary } from './bag-judges.ts';

const judges = inject('bagJudges');
const root = makeFolder();
afterAll(() => rmSync(root, { recursive: true, force: true }));

function newFolder(name: string): string {
  mkdirSync(join(root, name));
  return join(root, name, 'samples-0001_v0001');
}

describe('bagit-python and the library of the Library of Congress', () => {
  const folders = mutations.map((_, index) => newFolder(`mutation-${index}`));
  let library: readonly string[];
  beforeAll(async () => {
    for (const [index, { change }] of mutations.entries()) {
      const folder = folders[index] ?? '';
      await makeBag(folder);
      change(folder);
    }
    library = await askLibrary(folders, judges);
  });

  test('accept a bag', async () => {
    const folder = newFolder('good');
    await makeBag(folder);
    expect(await askBagitPython(folder, judges)).toBe('valid');
    expect(await askLibrary([folder], judges)).toEqual(['valid']);
  });

  test('accept values and names of every script', async () => {
    const folder = newFolder('scripts');
    await makeBag(folder, {
      payload: [
        ['data/source/Ŝanĝo – 変更 (1)~#&+,;=@[]{}!$^.md', 'text', 'source'],
        ['data/source/two  spaces\u00A0and no-break.md', '', 'source'],
        ['data/source/e\u0301 not normalised.md', '', 'source'],
        ['data/source/😀.md', '', 'source'],
      ],
      info: [
        ...sampleInfo,
        ['Archive-Notice', 'Two lines:\n  one\u2028two\u0085three: four\t“five”\r\nsix \uFEFF'],
      ],
    });
    expect(await askBagitPython(folder, judges)).toBe('valid');
    expect(await askLibrary([folder], judges)).toEqual(['valid']);
  });

  test.each(mutations.map((mutation, index) => ({ ...mutation, index })))(
    '$name',
    async ({ index, bagitPython, library: seen }) => {
      const folder = folders[index] ?? '';
      expect({
        bagitPython: (await askBagitPython(folder, judges)) !== 'valid',
        library: library[index] !== 'valid',
      }).toEqual({ bagitPython, library: seen });
    },
  );
});

describe('random changes', () => {
  const random = fc.sample(fc.record({ file: fc.nat(), at: fc.nat(), byte: fc.nat({ max: 255 }) }), {
    numRuns: 40,
    seed: 8493,
  });
  const folders = random.map((_, index) => newFolder(`random-${index}`));
  let library: readonly string[];
  beforeAll(async () => {
    for (const [index, { file, at, byte }] of random.entries()) {
      const folder = folders[index] ?? '';
      await makeBag(folder);
      const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
      const files = paths.map((path) => join(folder, path)).filter((path) => statSync(path).isFile());
      const path = files[file % files.length] ?? '';
      const bytes = readFileSync(path);
      const place = at % bytes.length;
      bytes[place] = (bytes[place] ?? 0) === byte ? byte ^ 1 : byte;
      writeFileSync(path, bytes);
    }
    library = await askLibrary(folders, judges);
  });

  test('are all seen by verifyBag, and nearly all by both judges', async () => {
    const ours = await Promise.all(
      folders.map(async (folder) => (await verifyBag(folder, { profile: recordProfile })).valid),
    );
    expect(ours).toEqual(folders.map(() => false));
    const python: string[] = [];
    for (const folder of folders) python.push(await askBagitPython(folder, judges));
    // A changed tag manifest may still say the same to them.
    expect(python.filter((said) => said !== 'valid').length).toBeGreaterThanOrEqual(38);
    expect(library.filter((said) => said !== 'valid').length).toBeGreaterThanOrEqual(38);
  });
});

describe('bagit-profile', () => {
  const path = 'templates/records/bagit-profile.json';
  const profile = { identifier: recordProfile.identifier, path };
  const required = recordProfile.labels.filter(([, use]) => use === 'required').map(([label]) => label);

  test('accepts a bag', async () => {
    const folder = newFolder('profiled');
    await makeBag(folder);
    expect(await askBagitProfile(folder, profile, judges)).toBe('valid');
  });

  test.each(required)('rejects a bag without %s', async (label) => {
    const folder = newFolder(`without-${label}`);
    await makeBag(folder);
    const info = join(folder, 'bag-info.txt');
    const lines = readFileSync(info, 'utf8').split(/(?<=\n)/u);
    writeFileSync(info, lines.filter((line) => !line.startsWith(`${label}: `)).join(''));
    expect(await askBagitProfile(folder, profile, judges)).toMatch(
      new RegExp(`Required (?:tag '${label}'|'${label}' tag) is not (?:present )?in bag-info.txt`, 'u'),
    );
  });

  test.each([
    [
      'another disposition',
      'bag-info.txt',
      'unscheduled',
      'destroy',
      "does not have an allowed value ('destroy')",
    ],
    ['a label twice', 'bag-info.txt', 'Tool: ', 'Tool: A\nTool: ', "Nonrepeatable tag 'Tool' occurs 2 times"],
    [
      'another version',
      'bagit.txt',
      '1.0',
      '0.97',
      "Bag version '0.97' is not in list of allowed values: ['1.0']",
    ],
  ])('rejects a bag with %s', async (name, file, from, to, said) => {
    const folder = newFolder(name);
    await makeBag(folder);
    const text = readFileSync(join(folder, file), 'utf8');
    writeFileSync(join(folder, file), text.replace(from, to));
    expect(await askBagitProfile(folder, profile, judges)).toContain(said);
  });

  test.each([
    ['manifest-sha512.txt', "Required manifest type 'sha512' is not present in Bag."],
    ['tagmanifest-sha256.txt', "Required tag manifest type 'sha256' is not present in Bag."],
    ['README.html', 'README.html'],
  ])('rejects a bag without %s', async (file, said) => {
    const folder = newFolder(`without-${file}`);
    await makeBag(folder);
    rmSync(join(folder, file));
    expect(await askBagitProfile(folder, profile, judges)).toContain(said);
  });

  test.each([
    ['fetch.txt', 'Fetch.txt is present but is not allowed.'],
    ['notes.txt', "Existing tag file 'notes.txt' is not listed in Tag-Files-Allowed."],
    ['manifest-md5.txt', "Unexpected payload manifest type(s) '['md5']' present"],
  ])('rejects a bag with %s', async (file, said) => {
    const folder = newFolder(`with-${file}`);
    await makeBag(folder);
    writeFileSync(join(folder, file), '');
    expect(await askBagitProfile(folder, profile, judges)).toContain(said);
  });
});
