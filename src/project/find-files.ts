import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { InternalError, ResourceError, UsageError } from '../diagnostics/errors.ts';
import { compareCodePoints } from '../files/compare-code-points.ts';
import { pathInside } from '../files/inside.ts';
import { saysMissing } from '../files/missing.ts';
import { appendAll } from '../lists/append-all.ts';
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

/** Which files are wanted. */
export interface FindFilesOptions {
  readonly cwd: string;
  /** Which names are looked for in folders. */
  readonly accepts: (name: string) => boolean;
  /** What is said of a file named by the user that is none of these; where absent, it is taken all the same. */
  readonly refusal?: string;
}

/**
 * The files of all inputs, each once, sorted by the code points of their paths within each input. Names that begin with
 * `.` or `_`, but for Jekyll's `_posts`, and symbolic links are skipped in folders.
 *
 * @throws UsageError where an input does not exist or is refused; ResourceError where a folder cannot be read.
 */
export async function findFiles(
  inputs: readonly Input[],
  options: FindFilesOptions,
): Promise<readonly FoundFile[]> {
  const found = new Map<string, FoundFile>();
  for (const input of inputs) {
    for (const file of await findInput(input, options)) {
      if (!found.has(file.absolutePath)) found.set(file.absolutePath, file);
    }
  }
  return [...found.values()];
}

async function findInput(input: Input, options: FindFilesOptions): Promise<readonly FoundFile[]> {
  const { accepts, cwd, refusal } = options;
  const status = await stat(input.path).catch((error: unknown) => {
    if (saysMissing(error)) throw new UsageError(`${input.name}: there is no such file or folder`);
    throw new ResourceError(`Cannot read ${input.name}`, { path: input.path, cause: error });
  });
  const isFolder = status.isDirectory();
  const root = isFolder ? input.path : dirname(input.path);
  const paths = isFolder ? await findInFolder(root, '', accepts) : [basename(input.path)];
  if (!isFolder && refusal !== undefined && !(status.isFile() && accepts(input.path))) {
    throw new UsageError(`${input.name}: ${refusal}`);
  }
  return paths.map((path) => ({
    ...foundIn(root, join(root, path), cwd),
    ...(!isFolder && { named: true }),
  }));
}

/** Paths below `root`, sorted; links are never followed, so the search ends. */
async function findInFolder(
  root: string,
  folder: string,
  accepts: FindFilesOptions['accepts'],
): Promise<readonly string[]> {
  const here = join(root, folder);
  const names = await readdir(here).catch((error: unknown) => {
    throw new ResourceError(`Cannot read ${here}`, { path: here, cause: error });
  });
  const paths: string[] = [];
  for (const name of names) {
    if (isPassedOver(name)) continue;
    const path = folder === '' ? name : `${folder}/${name}`;
    const status = await lstat(join(here, name));
    if (status.isDirectory()) appendAll(paths, await findInFolder(root, path, accepts));
    else if (status.isFile() && accepts(name)) paths.push(path);
  }
  return paths.toSorted(compareCodePoints);
}

/** Hidden files, drafts and what generators keep beside the posts; Jekyll keeps the posts themselves in `_posts`. */
function isPassedOver(name: string): boolean {
  return name.startsWith('.') || (name.startsWith('_') && name !== '_posts');
}

/** A file as it is seen from a folder in which it lies. */
export function foundIn(root: string, absolutePath: string, cwd: string): FoundFile {
  const path = pathInside(root, absolutePath);
  if (path === undefined)
    throw new InternalError(`${absolutePath} does not lie in ${root}`, { stage: 'project' });
  return { file: shownPath(absolutePath, cwd), absolutePath, root, path };
}

/** A path for people and reports: relative to the working folder where it lies inside it, always with `/`. */
export function shownPath(absolutePath: string, cwd: string): string {
  return pathInside(cwd, absolutePath) ?? absolutePath.split(sep).join('/');
}
