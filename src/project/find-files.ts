import { lstat, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { InternalError, ResourceError, UsageError } from '../diagnostics/errors.ts';
import { compareCodePoints } from '../files/compare-code-points.ts';
import { pathInside } from '../files/inside.ts';
import { saysMissing } from '../files/missing.ts';
import { holdsAny } from './holds-any.ts';
import type { ListedFolder, PassedOverWhy } from './passed-over.ts';
import { shownPath } from './shown-path.ts';
import type { Input } from './settings.ts';

/** A file that a run reads. */
export interface FoundFile {
  /** As the user would name it: relative to the working folder, with `/` between the parts. */
  readonly file: string;
  readonly absolutePath: string;
  /** The folder given, or the folder of the file given: pictures must lie inside it. */
  readonly root: string;
  /** Inside `root`, with `/` between the parts. */
  readonly path: string;
  /** Whether the user named the file itself, not a folder or a pattern that it was found by. */
  readonly named?: boolean;
}

/** A name in a folder that was not read, and why. */
export interface PassedOver {
  /** As the user would name it. */
  readonly file: string;
  readonly why: PassedOverWhy;
}

/** What was found, and what was not looked at. */
export interface FoundFiles {
  readonly files: readonly FoundFile[];
  /** Names that are, or hold, what was looked for. */
  readonly passedOver: readonly PassedOver[];
}

/** Which files are wanted. */
export interface FindFilesOptions {
  readonly cwd: string;
  /** Which names are looked for in folders. */
  readonly accepts: (name: string) => boolean;
  /** Which names of a folder are no inputs. */
  readonly passesOver: (name: string, folder: ListedFolder) => PassedOverWhy | undefined;
  /** What is said of a file named by the user that is none of these; where absent, it is taken all the same. */
  readonly refusal?: string;
}

/**
 * The files of an input that is there, sorted by the code points of their paths: of a folder, all that it holds but for what is
 * passed over, and symbolic links.
 *
 * @throws UsageError where the input does not exist or is refused; ResourceError where a folder cannot be read.
 */
export async function findFiles(input: Input, options: FindFilesOptions): Promise<FoundFiles> {
  const { accepts, cwd, refusal } = options;
  const status = await stat(input.path).catch((error: unknown) => {
    if (saysMissing(error)) throw new UsageError(`${input.name}: there is no such file or folder`);
    throw new ResourceError(`Cannot read ${input.name}`, { path: input.path, cause: error });
  });
  if (!status.isDirectory()) {
    if (refusal !== undefined && !(status.isFile() && accepts(input.path)))
      throw new UsageError(`${input.name}: ${refusal}`);
    const root = dirname(input.path);
    return { files: [{ ...foundIn(root, input.path, cwd), named: true }], passedOver: [] };
  }
  const root = input.path;
  const paths: string[] = [];
  const passedOver: PassedOver[] = [];
  await goThrough(root, '', {
    ...options,
    isFound: (path) => void paths.push(path),
    isPassedOver: (path, why) => void passedOver.push({ file: shownPath(join(root, path), cwd), why }),
  });
  const files = paths.toSorted(compareCodePoints).map((path) => foundIn(root, join(root, path), cwd));
  return { files, passedOver };
}

/** The findings of several inputs, each file once. */
export function joinFound(found: readonly FoundFiles[]): FoundFiles {
  const files = new Map<string, FoundFile>();
  for (const file of found.flatMap((each) => each.files))
    if (!files.has(file.absolutePath)) files.set(file.absolutePath, file);
  return { files: [...files.values()], passedOver: found.flatMap(({ passedOver }) => passedOver) };
}

interface Walk extends FindFilesOptions {
  readonly isFound: (path: string) => void;
  readonly isPassedOver: (path: string, why: PassedOverWhy) => void;
}

/** Goes through a folder below `root`; links are never followed, so the search ends. */
async function goThrough(root: string, folder: string, walk: Walk): Promise<void> {
  const here = join(root, folder);
  const names = await readdir(here).catch((error: unknown) => {
    throw new ResourceError(`Cannot read ${here}`, { path: here, cause: error });
  });
  const listed: ListedFolder = { path: here, names: new Set(names), isInput: folder === '' };
  for (const name of names.toSorted(compareCodePoints)) {
    const path = folder === '' ? name : `${folder}/${name}`;
    const status = await lstat(join(here, name));
    const why = status.isSymbolicLink() ? 'link' : walk.passesOver(name, listed);
    if (why !== undefined) {
      if (await holdsAny(join(here, name), walk.accepts)) walk.isPassedOver(path, why);
    } else if (status.isDirectory()) await goThrough(root, path, walk);
    else if (status.isFile() && walk.accepts(name)) walk.isFound(path);
  }
}

/** A file as it is seen from a folder in which it lies. */
export function foundIn(root: string, absolutePath: string, cwd: string): FoundFile {
  const path = pathInside(root, absolutePath);
  if (path === undefined)
    throw new InternalError(`${absolutePath} does not lie in ${root}`, { stage: 'project' });
  return { file: shownPath(absolutePath, cwd), absolutePath, root, path };
}
