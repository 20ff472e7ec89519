import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

import { verifyBag } from '../../src/bag/verify-bag.ts';
import { makeFolder } from './make-bag.ts';

const root = makeFolder();
afterAll(() => rmSync(root, { recursive: true, force: true }));

const declaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** The files of a bag by their paths. */
type Files = Readonly<Record<string, string>>;

function digest(algorithm: string, text: string): string {
  return createHash(algorithm).update(text).digest('hex');
}

function manifest(algorithm: string, files: Files): string {
  return Object.entries(files)
    .map(([path, text]) => `${digest(algorithm, text)} ${path}\n`)
    .join('');
}

/** Errors that RFC 8493 alone asks to find. */
async function findErrors(files: Files): Promise<readonly string[]> {
  const folder = mkdtempSync(join(root, 'bag-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { findings, valid } = await verifyBag(folder);
  const errors = findings.filter(({ severity }) => severity === 'error');
  expect(valid).toBe(errors.length === 0);
  return errors.map(({ kind, path, clause }) => `${kind} ${path} (${clause})`);
}

const payload: Files = { 'data/a.txt': 'a', 'data/b/c.txt': '' };
const bag: Files = {
  'bagit.txt': declaration,
  ...payload,
  'manifest-sha512.txt': manifest('sha512', payload),
};
const info = 'Payload-Oxum: 1.2\n';

describe('RFC 8493 allows', () => {
  const good: Readonly<Record<string, Files>> = {
    'a bag without anything that is optional': bag,
    'MD5 alone': { 'bagit.txt': declaration, ...payload, 'manifest-md5.txt': manifest('md5', payload) },
    'every algorithm': {
      ...bag,
      ...Object.fromEntries(
        ['md5', 'sha1', 'sha224', 'sha256', 'sha384'].map((name) => [
          `manifest-${name}.txt`,
          manifest(name, payload),
        ]),
      ),
    },
    'a payload without files': {
      'bagit.txt': declaration,
      'data/.keep': '',
      'manifest-sha1.txt': manifest('sha1', { 'data/.keep': '' }),
    },
    'CRLF in bagit.txt': { ...bag, 'bagit.txt': declaration.replaceAll('\n', '\r\n') },
    'no line break at the end of bagit.txt': { ...bag, 'bagit.txt': declaration.trimEnd() },
    'the encoding in lower case': { ...bag, 'bagit.txt': declaration.replace('UTF-8', 'utf-8') },
    'CR and tabs in a manifest': {
      ...bag,
      'manifest-sha512.txt': manifest('sha512', payload).replaceAll('\n', '\r').replaceAll(' ', '\t \t'),
    },
    'digits in upper case': {
      ...bag,
      'manifest-sha512.txt': manifest('sha512', payload).replaceAll(/^\w+/gmu, (hex) => hex.toUpperCase()),
    },
    'a folded value': { ...bag, 'bag-info.txt': 'Contact-Name: One\n  Person\n' },
    'repeated labels': { ...bag, 'bag-info.txt': 'Contact-Name: One\nContact-Name: Two\n' },
    'an unlisted tag file': { ...bag, 'notes/more.txt': 'x' },
    'a tag manifest that lists the payload manifest alone': {
      ...bag,
      'bag-info.txt': info,
      'tagmanifest-md5.txt': manifest('md5', { 'manifest-sha512.txt': manifest('sha512', payload) }),
    },
    'a file in fetch.txt that is there': { ...bag, 'fetch.txt': 'https://example.org/a 1 data/a.txt\n' },
    'names that differ in case': withFiles({ 'data/a': '1', 'data/A': '2' }),
    'names with space and signs': withFiles({
      'data/a  b ': '1',
      'data/*c': '2',
      'data/~d': '',
      'data/1%': '',
    }),
  };
  test.each(Object.entries(good))('%s', async (_name, files) => {
    expect(await findErrors(files)).toEqual([]);
  });
});

function withFiles(files: Files): Files {
  const encoded = Object.entries(files).map(([path, text]) => [path.replaceAll('%', '%25'), text]);
  const lines: Files = Object.fromEntries(encoded);
  return { 'bagit.txt': declaration, ...files, 'manifest-sha256.txt': manifest('sha256', lines) };
}

describe('RFC 8493 forbids', () => {
  const { 'data/b/c.txt': _without, ...incomplete } = bag;
  const bad: Readonly<Record<string, readonly [Files, ...string[]]>> = {
    'a bag without bagit.txt': [
      { ...payload, 'manifest-sha512.txt': manifest('sha512', payload) },
      'declaration-missing bagit.txt (RFC 8493 §2.1.1)',
    ],
    'a bag without a payload manifest': [
      { 'bagit.txt': declaration, ...payload },
      'manifest-missing . (RFC 8493 §2.1.3)',
    ],
    'a bag without data/': [
      { 'bagit.txt': declaration, 'manifest-sha256.txt': '' },
      'payload-folder-missing data (RFC 8493 §2.1.2)',
    ],
    'a missing file': [incomplete, 'file-missing data/b/c.txt (RFC 8493 §3)'],
    'a file in fetch.txt that is not there': [
      { ...incomplete, 'fetch.txt': 'https://example.org/c 0 data/b/c.txt\n' },
      'file-missing data/b/c.txt (RFC 8493 §3)',
    ],
    'an unlisted file': [{ ...bag, 'data/d': '' }, 'file-unlisted data/d (RFC 8493 §3)'],
    'a file listed in one of two manifests': [
      { ...bag, 'manifest-md5.txt': manifest('md5', { 'data/a.txt': 'a' }) },
      'file-unlisted data/b/c.txt (RFC 8493 §3)',
    ],
    'a changed file': [{ ...bag, 'data/a.txt': 'b' }, 'file-changed data/a.txt (RFC 8493 §3)'],
    'an asterisk before a path': [
      { ...bag, 'manifest-sha512.txt': manifest('sha512', payload).replace(' data/a', ' *data/a') },
      'file-unlisted data/a.txt (RFC 8493 §3)',
      'path-misplaced manifest-sha512.txt (RFC 8493 §2.1.3, §2.2.1)',
    ],
    'a path that begins with "./"': [
      { ...bag, 'manifest-sha512.txt': manifest('sha512', payload).replace(' data/a', ' ./data/a') },
      'file-unlisted data/a.txt (RFC 8493 §3)',
      'path-unsafe manifest-sha512.txt (RFC 8493 §5.1)',
    ],
    'a folder in a manifest': [
      { ...bag, 'manifest-sha512.txt': `${manifest('sha512', payload)}${digest('sha512', '')} data/b\n` },
      'file-missing data/b (RFC 8493 §3)',
    ],
    'a path of another system': [
      { ...bag, 'manifest-sha512.txt': `${manifest('sha512', payload)}${digest('sha512', '')} data\\d\n` },
      'path-unsafe manifest-sha512.txt (RFC 8493 §5.1)',
    ],
    'a tag manifest without the payload manifest': [
      { ...bag, 'tagmanifest-md5.txt': manifest('md5', { 'bagit.txt': declaration }) },
      'file-unlisted manifest-sha512.txt (RFC 8493 §3)',
    ],
    'a payload file in a tag manifest': [
      {
        ...bag,
        'tagmanifest-md5.txt': manifest('md5', {
          'manifest-sha512.txt': manifest('sha512', payload),
          'data/a.txt': 'a',
        }),
      },
      'path-misplaced tagmanifest-md5.txt (RFC 8493 §2.1.3, §2.2.1)',
    ],
    'the lines of bagit.txt in another order': [
      { ...bag, 'bagit.txt': 'Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n' },
      'declaration-wrong bagit.txt (RFC 8493 §2.1.1)',
      'declaration-wrong bagit.txt (RFC 8493 §2.1.1)',
    ],
    'two spaces in bagit.txt': [
      { ...bag, 'bagit.txt': declaration.replace(': 1', ':  1') },
      'declaration-wrong bagit.txt (RFC 8493 §2.1.1)',
    ],
    'labels of bagit.txt in lower case': [
      { ...bag, 'bagit.txt': declaration.replace('BagIt-V', 'bagit-v') },
      'declaration-wrong bagit.txt (RFC 8493 §2.1.1)',
    ],
    'a version that is no number': [
      { ...bag, 'bagit.txt': declaration.replace('1.0', '1') },
      'declaration-wrong bagit.txt (RFC 8493 §2.1.1)',
    ],
    'two Payload-Oxum': [
      { ...bag, 'bag-info.txt': `${info}payload-oxum: 1.2\n` },
      'info-repeated bag-info.txt (RFC 8493 §2.2.2)',
    ],
    'a Payload-Oxum without files': [
      { ...bag, 'bag-info.txt': 'Payload-Oxum: 1\n' },
      'oxum-wrong bag-info.txt (RFC 8493 §2.2.2)',
    ],
    'a label with space before its colon': [
      { ...bag, 'bag-info.txt': 'Contact-Name : One\n' },
      'info-malformed bag-info.txt (RFC 8493 §2.2.2)',
    ],
    'an algorithm in upper case': [
      { ...bag, 'manifest-SHA256.txt': manifest('sha256', payload) },
      'algorithm-unknown manifest-SHA256.txt (RFC 8493 §2.4)',
    ],
  };
  test.each(Object.entries(bad))('%s', async (_name, [files, ...errors]) => {
    expect(await findErrors(files)).toEqual(errors);
  });
});
