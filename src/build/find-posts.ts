import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { ResourceError, UsageError } from '../diagnostics/errors.ts';
import { compareCodePoints } from './compare-code-points.ts';
import { errorCode } from './error-code.ts';
import type { Input } from './resolve-settings.ts';

/** A Markdown file that a run makes publications of. */
export interface FoundPost {
  /** As the user would name it: relative to the working folder, with `/` between the parts. */
  readonly file: string;
  readonly absolutePath: string;
  /** The folder given, or the folder of the file given: pictures must lie inside it. */
  readonly root: string;
  /** Inside `root`, with `/` between the parts. */
  readonly path: string;
}

const isMarkdown = (name: string): boolean => /\.(?:md|markdown)$/iu.test(name);

/**
 * The posts of all inputs, each once, sorted by the code points of their paths within each input. Folders are searched
 * for `.md` and `.markdown`; names that begin with `.` or `_` and symbolic links are skipped.
 *
 * @throws UsageError where an input does not exist, is no Markdown file, or nothing at all is found.
 * @throws ResourceError where a folder cannot be read.
 */
export async function findPosts(inputs: readonly Input[], cwd: string): Promise<readonly FoundPost[]> {
  const found = new Map<string, FoundPost>();
  for (const input of inputs) {
    for (const post of await findInput(input, cwd)) {
      if (!found.has(post.absolutePath)) found.set(post.absolutePath, post);
    }
  }
  if (found.size === 0) {
    const names = inputs.map(({ name }) => name).join(', ');
    throw new UsageError(`no posts (.md, .markdown) in ${names}`);
  }
  return [...found.values()];
}

async function findInput(input: Input, cwd: string): Promise<readonly FoundPost[]> {
  const status = await stat(input.path).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') {
      throw new UsageError(`${input.name}: there is no such file or folder`);
    }
    throw new ResourceError(`Cannot read ${input.name}`, { path: input.path, cause: error });
  });
  const root = status.isDirectory() ? input.path : dirname(input.path);
  const paths = status.isDirectory() ? await findInFolder(root, '') : [basename(input.path)];
  if (!status.isDirectory() && !(status.isFile() && isMarkdown(input.path))) {
    throw new UsageError(`${input.name}: a post is a Markdown file (.md, .markdown)`);
  }
  return paths.map((path) => {
    const absolutePath = join(root, ...path.split('/'));
    return { file: shownPath(absolutePath, cwd), absolutePath, root, path };
  });
}

/** Paths below `root`, sorted; links are never followed, so the search ends. */
async function findInFolder(root: string, folder: string): Promise<readonly string[]> {
  const here = join(root, ...folder.split('/'));
  const names = await readdir(here).catch((error: unknown) => {
    throw new ResourceError(`Cannot read ${here}`, { path: here, cause: error });
  });
  const paths: string[] = [];
  for (const name of names) {
    if (name.startsWith('.') || name.startsWith('_')) continue;
    const path = folder === '' ? name : `${folder}/${name}`;
    const status = await lstat(join(here, name));
    if (status.isDirectory()) paths.push(...(await findInFolder(root, path)));
    else if (status.isFile() && isMarkdown(name)) paths.push(path);
  }
  return paths.toSorted(compareCodePoints);
}

/** A path for people and reports: relative to the working folder where it lies inside it, always with `/`. */
export function shownPath(absolutePath: string, cwd: string): string {
  const inside = relative(cwd, absolutePath);
  return (inside.startsWith('..') ? absolutePath : inside).split(sep).join('/');
}
