import { basename, dirname, resolve } from 'node:path';
import { ResourceError, UsageError } from '../diagnostics/errors.ts';
import { isFolder } from '../store/bag-places.ts';
import { checkLedger, type ExpectedHead } from './check-ledger.ts';
import { checkBag, findEntry } from './check-version.ts';
import { stateOf } from '../store/store-state.ts';
import { isStore, openStore } from '../store/store.ts';
import { unfiled, type VerifyFinding } from './verify-finding.ts';

/** What was found of one bag. */
export interface PathReport {
  /** No finding is an error. */
  readonly sound: boolean;
  /** The absolute path of the bag. */
  readonly bag: string;
  /** The absolute path of the store that it was held against; absent where it was verified by itself. */
  readonly store?: string;
  readonly expectedHead?: ExpectedHead;
  readonly files: number;
  readonly bytes: number;
  readonly findings: readonly VerifyFinding[];
}

/**
 * Verifies one bag, and where its folder is in a store or one is named, that it is the bag that was filed there. Writes nothing.
 *
 * @throws UsageError where the path is that of a store. @throws ResourceError where there is no such folder.
 */
export async function verifyPath(options: {
  readonly path: string;
  readonly store?: string;
  readonly expectHead?: string;
}): Promise<PathReport> {
  const path = resolve(options.path);
  if (!(await isFolder(path)))
    throw new ResourceError(`Cannot read ${options.path}: it is not the folder of a bag`, { path });
  if (await isStore(path))
    throw new UsageError(
      `${options.path} is a store, not a bag; verify it with --all --store ${options.path}`,
    );
  const storePath = options.store ?? ((await isStore(dirname(path))) ? dirname(path) : undefined);
  if (storePath === undefined) {
    if (options.expectHead !== undefined)
      throw new UsageError(`--expect-head needs the store of ${options.path}; name it with --store`);
    return report({ path }, await checkBag(path, { bag: basename(path), entry: undefined }));
  }
  const store = await openStore(storePath);
  const found = await stateOf(store);
  const { findings, expectedHead } = checkLedger(found, options.expectHead);
  const bag = basename(path);
  const entry = findEntry(found.ledger.entries, bag);
  const check = await checkBag(path, { bag, entry });
  const unknown = entry ? [] : [unfiled(bag)];
  const all = { ...check, findings: [...findings, ...unknown, ...check.findings] };
  return report({ path, store: store.path, expectedHead }, all);
}

function report(
  of: { readonly path: string; readonly store?: string; readonly expectedHead?: ExpectedHead | undefined },
  { findings, files, bytes }: Pick<PathReport, 'findings' | 'files' | 'bytes'>,
): PathReport {
  return {
    sound: findings.every(({ severity }) => severity !== 'error'),
    bag: of.path,
    ...(of.store === undefined ? {} : { store: of.store }),
    ...(of.expectedHead === undefined ? {} : { expectedHead: of.expectedHead }),
    files,
    bytes,
    findings,
  };
}
