import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { InternalError, ResourceError, UsageError } from '../diagnostics/errors.ts';
import { compareCodePoints } from '../files/compare-code-points.ts';
import { pathInside } from '../files/inside.ts';
import { listFolder, nameNotUtf8, type FolderEntry } from '../files/list-folder.ts';
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
  /** In a collection: the heading of the part that it stands in, where the project or a list of contents says it. */
  readonly part?: string;
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
  /** What could not be looked at, though it may be, or hold, what was looked for. */
  readonly unreadable: readonly Unreadable[];
}

/** A name that could not be looked at. */
export interface Unreadable {
  /** As the user would name it. */
  readonly file: string;
  readonly error: ResourceError;
}

/** Which files are wanted. */
export interface FindFilesOptions {
  readonly cwd: string;
  /** Which names are looked for in folders. */
  readonly accepts: (name: string) => boolean;
  /** Why files are not read that are not looked for, but of which a reader might think so. */
  readonly isUnread?: (name: string) => PassedOverWhy | undefined;
  /** Which names of a folder are no inputs. */
  readonly passesOver: (
    name: string,
    folder: ListedFolder,
  ) => PassedOverWhy | undefined | Promise<PassedOverWhy | undefined>;
  /** What is said of a file named by the user that is none of these; where absent, it is taken all the same. */
  readonly refusal?: string;
}

/**
 * The files of an input that is there, sorted by the code points of their paths: of a folder, all that it holds but for what is
 * passed over, and symbolic links.
 *
 * @throws UsageError where the input does not exist or is refused; ResourceError where that cannot be told.
 */
export async function findFiles(input: Input, options: FindFilesOptions): Promise<FoundFiles> {
  const { accepts, cwd, refusal } = options;
  const status = await stat(input.path).catch((error: unknown) => {
    if (saysMissing(error)) throw new UsageError(missing(input));
    throw new ResourceError(`Cannot read ${input.name}`, { path: input.path, cause: error });
  });
  if (!status.isDirectory()) {
    if (refusal !== undefined && !(status.isFile() && accepts(input.path)))
      throw new UsageError(`${input.name}: ${refusal}`);
    const root = dirname(input.path);
    return { files: [{ ...foundIn(root, input.path, cwd), named: true }], passedOver: [], unreadable: [] };
  }
  const root = input.path;
  const paths: string[] = [];
  const passedOver: PassedOver[] = [];
  const unreadable: Unreadable[] = [];
  const shown = (path: string): string => shownPath(join(root, path), cwd);
  await goThrough(root, '', {
    ...options,
    isFound: (path) => void paths.push(path),
    isPassedOver: (path, why) => void passedOver.push({ file: shown(path), why }),
    isUnreadable: (path, why) => {
      const file = shown(path);
      unreadable.push({
        file,
        error: new ResourceError(`Cannot read ${file}: ${why}`, { path: join(root, path) }),
      });
    },
  });
  const files = paths.toSorted(compareCodePoints).map((path) => foundIn(root, join(root, path), cwd));
  return { files, passedOver, unreadable };
}

function missing({ name, isAssumed = false }: Input): string {
  const hint = isAssumed ? '; name a file or a folder, or let `tagleaf init` look for posts' : '';
  return `${name}: there is no such file or folder${hint}`;
}

/** The findings of several inputs, each file once. */
export function joinFound(found: readonly FoundFiles[]): FoundFiles {
  const files = new Map<string, FoundFile>();
  for (const file of found.flatMap((each) => each.files))
    if (!files.has(file.absolutePath)) files.set(file.absolutePath, file);
  return {
    files: [...files.values()],
    passedOver: found.flatMap(({ passedOver }) => passedOver),
    unreadable: found.flatMap(({ unreadable }) => unreadable),
  };
}

interface Walk extends FindFilesOptions {
  readonly isFound: (path: string) => void;
  readonly isPassedOver: (path: string, why: PassedOverWhy) => void;
  readonly isUnreadable: (path: string, why: string) => void;
}

/** Goes through a folder below `root`; links are never followed, so the search ends. */
async function goThrough(root: string, folder: string, walk: Walk): Promise<void> {
  const here = join(root, folder);
  const entries = await listOrTell(here, folder, walk);
  const names = new Set(entries.map(({ name }) => name));
  const listed: ListedFolder = { path: here, names, isInput: folder === '' };
  for (const { name, kind, isUtf8 } of entries) {
    const path = folder === '' ? name : `${folder}/${name}`;
    const why = kind === 'link' ? 'link' : await walk.passesOver(name, listed);
    if (why !== undefined) {
      if (await holdsAny(join(here, name), walk.accepts)) walk.isPassedOver(path, why);
    } else if (!isUtf8) {
      if (kind === 'folder' || walk.accepts(name)) walk.isUnreadable(path, nameNotUtf8);
    } else if (kind === 'folder') await goThrough(root, path, walk);
    else if (kind === 'file' && walk.accepts(name)) walk.isFound(path);
    else if (kind === 'file') {
      const unread = walk.isUnread?.(name);
      if (unread !== undefined) walk.isPassedOver(path, unread);
    }
  }
}

/** The entries of a folder; none where it went away, or cannot be read, which is told. */
async function listOrTell(here: string, folder: string, walk: Walk): Promise<readonly FolderEntry[]> {
  try {
    const entries = await listFolder(here);
    if (entries === undefined) walk.isUnreadable(folder, 'it went away while it was looked at');
    return entries ?? [];
  } catch (error) {
    if (!(error instanceof ResourceError)) throw error;
    walk.isUnreadable(folder, error.cause instanceof Error ? error.cause.message : error.message);
    return [];
  }
}

/** A file as it is seen from a folder in which it lies. */
export function foundIn(root: string, absolutePath: string, cwd: string): FoundFile {
  const path = pathInside(root, absolutePath);
  if (path === undefined)
    throw new InternalError(`${absolutePath} does not lie in ${root}`, { stage: 'project' });
  return { file: shownPath(absolutePath, cwd), absolutePath, root, path };
}
