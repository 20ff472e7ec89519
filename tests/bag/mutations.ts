import { appendFileSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { BagRuleId } from '../../src/bag/rules.ts';
import { all, append, digest, edit, remove, sealed, write, type Change } from './change-bag.ts';

/** One thing done to a sealed bag, and who sees it. */
export interface Mutation {
  readonly name: string;
  readonly change: Change;
  /** What `verifyBag` finds: kind and path of each. */
  readonly ours: readonly (readonly [BagRuleId, string])[];
  /** Whether bagit-python sees it. */
  readonly bagitPython: boolean;
  /** Whether the library of the Library of Congress sees it. */
  readonly library: boolean;
}

const post = 'data/source/post.md';
const payload = [
  'data/metadata/file-list.csv',
  'data/metadata/premis.xml',
  'data/renderings/post.pdf',
  'data/source/images/été.txt',
  post,
] as const;
const unlisted = (path: string): readonly [BagRuleId, string] => ['file-unlisted', path];

const inBothManifests = (from: string | RegExp, to: string): Change =>
  all(edit('manifest-sha256.txt', from, to), edit('manifest-sha512.txt', from, to));

const tagManifests = ['tagmanifest-sha256.txt', 'tagmanifest-sha512.txt'] as const;

/** What can befall a bag, and which of three programs that read bags sees it. */
export const mutations: readonly Mutation[] = [
  {
    name: 'one byte of the payload changed',
    change: edit(post, 'Some', 'some'),
    ours: [['file-changed', post]],
    bagitPython: true,
    library: true,
  },
  {
    name: 'a payload file cut',
    change: edit(post, /words\.\n$/u, ''),
    ours: [
      ['oxum-wrong', 'bag-info.txt'],
      ['file-changed', post],
    ],
    bagitPython: true,
    library: true,
  },
  {
    name: 'a payload file removed',
    change: remove(post),
    ours: [
      ['oxum-wrong', 'bag-info.txt'],
      ['file-missing', post],
    ],
    bagitPython: true,
    library: true,
  },
  {
    name: 'a payload file renamed',
    change: (folder) => renameSync(join(folder, post), join(folder, 'data/source/other.md')),
    ours: [
      ['file-unlisted', 'data/source/other.md'],
      ['file-missing', post],
    ],
    bagitPython: true,
    library: true,
  },
  {
    name: 'an empty payload file added',
    change: all(write('data/source/new.md', ''), sealed(edit('bag-info.txt', '91.5', '91.6'))),
    ours: [['file-unlisted', 'data/source/new.md']],
    bagitPython: true,
    library: true,
  },
  {
    name: 'a hidden payload file added',
    change: all(write('data/.hidden', ''), sealed(edit('bag-info.txt', '91.5', '91.6'))),
    ours: [['file-unlisted', 'data/.hidden']],
    bagitPython: true,
    library: true,
  },
  {
    name: 'a tag file added',
    change: write('notes.txt', 'Not filed.\n'),
    ours: [['tag-file-unlisted', 'notes.txt']],
    bagitPython: false,
    library: false,
  },
  {
    name: 'a tag file added in a folder',
    change: (folder) => {
      mkdirSync(join(folder, 'more'));
      writeFileSync(join(folder, 'more', 'notes.txt'), 'Not filed.\n');
    },
    ours: [['tag-file-unlisted', 'more/notes.txt']],
    bagitPython: false,
    library: false,
  },
  {
    name: 'a tag file removed',
    change: remove('README.txt'),
    ours: [['file-missing', 'README.txt']],
    bagitPython: true,
    library: true,
  },
  {
    name: 'a tag file changed',
    change: append('README.html', ' '),
    ours: [['file-changed', 'README.html']],
    bagitPython: true,
    library: true,
  },
  {
    name: 'bag-info.txt edited',
    change: edit('bag-info.txt', 'unscheduled', 'temporary'),
    ours: [['file-changed', 'bag-info.txt']],
    bagitPython: true,
    library: true,
  },
  {
    name: 'bag-info.txt removed, with its lines in the tag manifests',
    change: sealed(remove('bag-info.txt')),
    ours: [['info-missing', 'bag-info.txt']],
    bagitPython: false,
    library: false,
  },
  {
    name: 'one tag manifest removed',
    change: remove('tagmanifest-sha512.txt'),
    ours: [['record-manifest-missing', 'tagmanifest-sha512.txt']],
    bagitPython: false,
    library: false,
  },
  {
    name: 'both tag manifests removed',
    change: all(...tagManifests.map(remove)),
    ours: tagManifests.map((name) => ['record-manifest-missing', name]),
    bagitPython: false,
    library: false,
  },
  {
    name: 'both tag manifests emptied',
    change: all(...tagManifests.map((name) => write(name, ''))),
    ours: [
      ...['README.html', 'README.txt', 'bag-info.txt', 'bagit.txt'].map(
        (name) => ['tag-file-unlisted', name] as const,
      ),
      ['file-unlisted', 'manifest-sha256.txt'],
      ['file-unlisted', 'manifest-sha512.txt'],
    ],
    bagitPython: false,
    library: false,
  },
  {
    name: 'a payload manifest removed, with its lines in the tag manifests',
    change: sealed(remove('manifest-sha512.txt')),
    ours: [['record-manifest-missing', 'manifest-sha512.txt']],
    bagitPython: false,
    library: false,
  },
  {
    name: 'both payload manifests removed',
    change: sealed(all(remove('manifest-sha256.txt'), remove('manifest-sha512.txt'))),
    ours: [
      ['manifest-missing', '.'],
      ['record-manifest-missing', 'manifest-sha256.txt'],
      ['record-manifest-missing', 'manifest-sha512.txt'],
    ],
    bagitPython: true,
    library: true,
  },
  {
    name: 'a line of one manifest removed',
    change: sealed(edit('manifest-sha256.txt', /^.*post\.md\n/mu, '')),
    ours: [['file-unlisted', post]],
    bagitPython: false,
    library: true,
  },
  {
    name: 'a line of both manifests removed',
    change: sealed(inBothManifests(/^.*post\.md\n/mu, '')),
    ours: [['file-unlisted', post]],
    bagitPython: true,
    library: true,
  },
  {
    name: 'a line of a manifest repeated',
    change: sealed(edit('manifest-sha256.txt', /^(.*post\.md\n)/mu, '$1$1')),
    ours: [['manifest-duplicate', 'manifest-sha256.txt']],
    bagitPython: true,
    library: false,
  },
  {
    name: 'a line of a manifest without a path',
    change: sealed(append('manifest-sha256.txt', `${'0'.repeat(64)}\n`)),
    ours: [['manifest-malformed', 'manifest-sha256.txt']],
    bagitPython: false,
    library: true,
  },
  {
    name: 'a manifest that is not UTF-8',
    change: sealed((folder) => appendFileSync(join(folder, 'manifest-sha256.txt'), Buffer.from([0xff, 10]))),
    ours: [...payload.map(unlisted), ['manifest-malformed', 'manifest-sha256.txt']],
    bagitPython: true,
    library: true,
  },
  {
    name: 'a manifest with a byte-order mark',
    change: sealed(edit('manifest-sha256.txt', /^/u, '\uFEFF')),
    ours: [['manifest-malformed', 'manifest-sha256.txt']],
    bagitPython: false,
    library: true,
  },
  {
    name: 'a manifest of an unknown algorithm added',
    change: sealed(write('manifest-whirlpool.txt', '')),
    ours: [['algorithm-unknown', 'manifest-whirlpool.txt']],
    bagitPython: false,
    library: true,
  },
  {
    name: 'an MD5 manifest that lists nothing added',
    change: sealed(write('manifest-md5.txt', '')),
    ours: payload.map(unlisted),
    bagitPython: false,
    library: true,
  },
  {
    name: 'a manifest that lists a path above the bag',
    change: sealed(append('manifest-sha256.txt', `${'0'.repeat(64)}  data/../../outside\n`)),
    ours: [
      ['manifest-form', 'manifest-sha256.txt'],
      ['path-unsafe', 'manifest-sha256.txt'],
    ],
    bagitPython: true,
    library: true,
  },
  {
    name: 'a manifest that lists a tag file',
    change: sealed((folder) =>
      appendFileSync(
        join(folder, 'manifest-sha256.txt'),
        `${digest('sha256', join(folder, 'README.txt'))}  README.txt\n`,
      ),
    ),
    ours: [
      ['manifest-form', 'manifest-sha256.txt'],
      ['path-misplaced', 'manifest-sha256.txt'],
    ],
    bagitPython: true,
    library: false,
  },
  {
    name: 'a tag manifest that lists a tag manifest',
    change: (folder) =>
      appendFileSync(
        join(folder, 'tagmanifest-sha512.txt'),
        `${digest('sha512', join(folder, 'tagmanifest-sha256.txt'))}  tagmanifest-sha256.txt\n`,
      ),
    ours: [['path-misplaced', 'tagmanifest-sha512.txt']],
    bagitPython: false,
    library: false,
  },
  {
    name: 'a wrong Payload-Oxum',
    change: sealed(edit('bag-info.txt', '91.5', '92.5')),
    ours: [['oxum-wrong', 'bag-info.txt']],
    bagitPython: true,
    library: false,
  },
  {
    name: 'a Payload-Oxum that is none',
    change: sealed(edit('bag-info.txt', '91.5', 'about 91')),
    ours: [['oxum-wrong', 'bag-info.txt']],
    bagitPython: true,
    library: false,
  },
  {
    name: 'two times Payload-Oxum',
    change: sealed(append('bag-info.txt', 'Payload-Oxum: 91.5\n')),
    ours: [['info-repeated', 'bag-info.txt']],
    bagitPython: false,
    library: false,
  },
  {
    name: 'a line of bag-info.txt without a colon',
    change: sealed(append('bag-info.txt', 'nothing\n')),
    ours: [['info-malformed', 'bag-info.txt']],
    bagitPython: true,
    library: true,
  },
  {
    name: 'space before the colon in bag-info.txt',
    change: sealed(edit('bag-info.txt', 'Tool:', 'Tool :')),
    ours: [
      ['info-malformed', 'bag-info.txt'],
      ['info-incomplete', 'bag-info.txt'],
    ],
    bagitPython: false,
    library: false,
  },
  {
    name: 'a required label removed',
    change: sealed(edit('bag-info.txt', /^Tool: .*\n/mu, '')),
    ours: [['info-incomplete', 'bag-info.txt']],
    bagitPython: false,
    library: false,
  },
  {
    name: 'a Bagging-Date that is none',
    change: sealed(edit('bag-info.txt', '2026-11-23', 'today')),
    ours: [['info-malformed', 'bag-info.txt']],
    bagitPython: false,
    library: false,
  },
  {
    name: 'BagIt-Version : 1.0',
    change: sealed(edit('bagit.txt', 'Version:', 'Version :')),
    ours: [['declaration-wrong', 'bagit.txt']],
    bagitPython: false,
    library: true,
  },
  {
    name: 'BagIt-Version: 0.97',
    change: sealed(edit('bagit.txt', '1.0', '0.97')),
    ours: [['declaration-wrong', 'bagit.txt']],
    bagitPython: false,
    library: false,
  },
  {
    name: 'BagIt-Version: 2.0',
    change: sealed(edit('bagit.txt', '1.0', '2.0')),
    ours: [['declaration-wrong', 'bagit.txt']],
    bagitPython: true,
    library: true,
  },
  {
    name: 'an unknown encoding',
    change: sealed(edit('bagit.txt', 'UTF-8', 'UTF-7½')),
    ours: [['declaration-wrong', 'bagit.txt']],
    bagitPython: true,
    library: true,
  },
  {
    name: 'bagit.txt with a third line',
    change: sealed(append('bagit.txt', 'Note: a third line\n')),
    ours: [['declaration-wrong', 'bagit.txt']],
    bagitPython: false,
    library: true,
  },
  {
    name: 'bagit.txt with a byte-order mark',
    change: sealed(edit('bagit.txt', /^/u, '\uFEFF')),
    ours: [['declaration-wrong', 'bagit.txt']],
    bagitPython: true,
    library: true,
  },
  {
    name: 'bagit.txt with CRLF',
    change: sealed(edit('bagit.txt', /\n/gu, '\r\n')),
    ours: [['declaration-form', 'bagit.txt']],
    bagitPython: false,
    library: false,
  },
  {
    name: 'bagit.txt removed',
    change: sealed(remove('bagit.txt')),
    ours: [['declaration-missing', 'bagit.txt']],
    bagitPython: true,
    library: true,
  },
  {
    name: 'the payload removed',
    change: sealed(
      all(
        remove('data'),
        edit('bag-info.txt', '91.5', '0.0'),
        write('manifest-sha256.txt', ''),
        write('manifest-sha512.txt', ''),
      ),
    ),
    ours: [['payload-folder-missing', 'data']],
    bagitPython: true,
    library: true,
  },
  {
    name: 'fetch.txt added',
    change: sealed(write('fetch.txt', `https://example.org/post.md 22 ${post}\n`)),
    ours: [['fetch-present', 'fetch.txt']],
    bagitPython: false,
    library: false,
  },
  {
    name: 'a payload file replaced by a link to a file with its bytes',
    change: (folder) => {
      renameSync(join(folder, post), join(folder, '..', 'moved.md'));
      symlinkSync(join(folder, '..', 'moved.md'), join(folder, post));
    },
    ours: [
      ['oxum-wrong', 'bag-info.txt'],
      ['not-a-file', post],
      ['file-missing', post],
    ],
    bagitPython: true,
    library: false,
  },
  {
    name: 'a payload folder replaced by a link to a folder with its files',
    change: (folder) => {
      renameSync(join(folder, 'data/source'), join(folder, '..', 'moved'));
      symlinkSync(join(folder, '..', 'moved'), join(folder, 'data/source'));
    },
    ours: [
      ['oxum-wrong', 'bag-info.txt'],
      ['not-a-file', 'data/source'],
      ['file-missing', 'data/source/images/été.txt'],
      ['file-missing', post],
    ],
    bagitPython: true,
    library: false,
  },
  {
    name: 'an empty folder added',
    change: (folder) => mkdirSync(join(folder, 'data', 'empty')),
    ours: [['folder-empty', 'data/empty']],
    bagitPython: false,
    library: false,
  },
  {
    name: 'a percent sign in a name, encoded as it should be',
    change: sealed(
      all(
        (folder) => renameSync(join(folder, post), join(folder, 'data/source/post%.md')),
        inBothManifests('post.md', 'post%25.md'),
      ),
    ),
    ours: [],
    // Both look for a file "post%25.md"; so no such name is let into a bag of ours.
    bagitPython: true,
    library: true,
  },
  {
    name: 'a percent sign in a name, not encoded',
    change: sealed(
      all(
        (folder) => renameSync(join(folder, post), join(folder, 'data/source/post%.md')),
        inBothManifests('post.md', 'post%.md'),
      ),
    ),
    ours: [
      ['file-unlisted', 'data/source/post%.md'],
      ['manifest-malformed', 'manifest-sha256.txt'],
      ['manifest-malformed', 'manifest-sha512.txt'],
    ],
    bagitPython: false,
    library: false,
  },
  {
    name: 'a line break in a name, encoded as it should be',
    change: sealed(
      all(
        (folder) => renameSync(join(folder, post), join(folder, 'data/source/two\nlines.md')),
        inBothManifests('post.md', 'two%0Alines.md'),
      ),
    ),
    ours: [],
    bagitPython: false,
    library: false,
  },
  {
    name: 'a digit of a tag manifest in upper case',
    change: edit('tagmanifest-sha256.txt', /a/u, 'A'),
    ours: [['manifest-form', 'tagmanifest-sha256.txt']],
    bagitPython: false,
    // Though RFC 8493 §2.1.3 allows it.
    library: true,
  },
  {
    name: 'lines of a tag manifest in another order',
    change: edit('tagmanifest-sha512.txt', /^(.*\n)(.*\n)/u, '$2$1'),
    ours: [['manifest-form', 'tagmanifest-sha512.txt']],
    bagitPython: false,
    library: false,
  },
  {
    name: 'a tag manifest with CRLF',
    change: edit('tagmanifest-sha512.txt', /\n/gu, '\r\n'),
    ours: [['manifest-form', 'tagmanifest-sha512.txt']],
    bagitPython: false,
    library: false,
  },
];
