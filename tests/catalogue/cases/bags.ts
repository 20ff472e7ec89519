import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BagRuleId } from '../../../src/bag/rules.ts';
import { verifyBag } from '../../../src/bag/verify-bag.ts';
import { recordProfile as profile } from '../../../src/terms/record-profile.ts';
import { all, append, edit, remove, sealed, write, type Change } from '../../bag/change-bag.ts';
import { makeBag } from '../../bag/make-bag.ts';
import { mutations } from '../../bag/mutations.ts';
import { temporaryFolder } from '../../publish/temporary-folder.ts';
import type { Case, Cases, Told } from './case.ts';

/** What is found of a sealed bag to which this was done. */
function verify(change: Change): Told {
  return async () => {
    const folder = join(await temporaryFolder({}), 'samples-0001_v0001');
    await makeBag(folder);
    change(folder);
    const { findings } = await verifyBag(folder, { profile });
    return findings.map(
      ({ kind, path, reason }) => `${kind} ${path} ${reason.replaceAll(folder, 'BAG')}`,
    );
  };
}

const put = (path: string): Change => write(path, '');

function addFolder(path: string): Change {
  return (folder) => mkdirSync(join(folder, path));
}

function hardLink(folder: string): void {
  const at = (path: string): string => join(folder, path);
  renameSync(at('data/source/post.md'), at('../moved.md'));
  linkSync(at('../moved.md'), at('data/source/post.md'));
}

function sameBytes(folder: string): void {
  const path = join(folder, 'data/source/post.md');
  const bytes = readFileSync(path);
  rmSync(path);
  writeFileSync(path, bytes);
}

function latin1(folder: string): void {
  writeFileSync(Buffer.concat([Buffer.from(join(folder, 'data/')), Buffer.from([0xff])]), '');
}

const zeros = '0'.repeat(64);
const otherDigit = (digit: string): string => (digit === '0' ? '1' : '0');

/** Of each kind the bag that comes nearest to one that has it, and has not. */
const nearMisses: Readonly<Record<BagRuleId, Change>> = {
  unreadable: (folder) => {
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
  },
  'declaration-missing': sealed(put('bagit.txt')),
  'declaration-wrong': sealed(edit('bagit.txt', /\n/gu, '\r\n')),
  'declaration-form': sealed(edit('bagit.txt', '1.0', '2.0')),
  'payload-folder-missing': all(remove('data'), addFolder('data')),
  'manifest-missing': sealed(remove('manifest-sha512.txt')),
  'record-manifest-missing': put('tagmanifest-sha512.txt'),
  'manifest-malformed': sealed(append('manifest-sha256.txt', `${zeros}  data/x\n`)),
  'manifest-form': edit('tagmanifest-sha256.txt', /^./u, otherDigit),
  'manifest-duplicate': sealed(edit('manifest-sha256.txt', /^(.*)post\.md\n/mu, '$1post.md\n$1post2.md\n')),
  'algorithm-unknown': sealed(put('manifest-md5.txt')),
  'path-unsafe': sealed(append('manifest-sha256.txt', `${zeros}  data/..outside\n`)),
  'path-misplaced': sealed(append('manifest-sha256.txt', `${zeros}  data/README.txt\n`)),
  'file-missing': put('data/source/post.md'),
  'file-unlisted': put('notes.txt'),
  'tag-file-unlisted': put('data/notes.txt'),
  'file-changed': sameBytes,
  'not-a-file': hardLink,
  'name-encoding': put('data/\u00ff'),
  'name-clash': addFolder('data/sources'),
  'name-not-normalised': put('data/\u00e9.txt'),
  'folder-empty': all(addFolder('data/empty'), put('data/empty/notes.txt')),
  'fetch-present': put('data/fetch.txt'),
  'info-missing': sealed(put('bag-info.txt')),
  'info-malformed': sealed(append('bag-info.txt', 'Nothing: of it\n')),
  'info-repeated': sealed(append('bag-info.txt', 'Nothing: of it\nNothing: of it\n')),
  'info-incomplete': sealed(edit('bag-info.txt', /^Record-Title: /mu, 'Record-Title:  ')),
  'oxum-wrong': edit('data/source/post.md', 'Some', 'some'),
};

/** What no mutation makes. */
const own: Partial<Record<BagRuleId, Change>> = {
  unreadable: (folder) => rmSync(folder, { recursive: true }),
  'name-encoding': latin1,
  'name-clash': addFolder('data/SOURCE'),
  'name-not-normalised': put('data/e\u0301.txt'),
};

function caseOf(kind: BagRuleId): Case | undefined {
  const bad = own[kind] ?? mutations.find(({ ours }) => ours.some(([found]) => found === kind))?.change;
  return bad && { bad: verify(bad), good: verify(nearMisses[kind]) };
}

/** Rules on bags: the first of the mutations that a kind is seen in, beside its near miss. */
export function bagCases(kinds: readonly BagRuleId[]): Cases {
  return Object.fromEntries(
    kinds.flatMap((kind) => {
      const made = caseOf(kind);
      return made ? [[kind, made] as const] : [];
    }),
  );
}
