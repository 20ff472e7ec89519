import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { ResourceError, UsageError } from '../diagnostics/errors.ts';

/** A file that may become a post. */
export interface FoundInput {
  /** As the user would name it, with `/` between the parts. */
  readonly file: string;
  readonly absolutePath: string;
  /** The folder given, or the folder of the file given: pictures must lie inside it. */
  readonly root: string;
  /** Inside `root`, with `/` between the parts. */
  readonly path: string;
}

const isInput = (name: string): boolean => /\.(?:txt|html?|xhtml|warc|warc\.gz)$/iu.test(name);

/**
 * The inputs of all names, each once, in the order of their paths. Folders are searched for text, HTML and captures; names
 * that begin with `.` or `_` and symbolic links are skipped.
 *
 * @throws UsageError where a name is not there or nothing is found; ResourceError where a folder cannot be read.
 */
export async function findInputs(names: readonly string[], cwd: string): Promise<readonly FoundInput[]> {
  const found = new Map<string, FoundInput>();
  for (const name of names) {
    for (const input of await findIn(name, cwd)) found.set(input.absolutePath, input);
  }
  if (found.size === 0) throw new UsageError(`nothing to read (.txt, .html, .warc) in ${names.join(', ')}`);
  return [...found.values()];
}

async function findIn(name: string, cwd: string): Promise<readonly FoundInput[]> {
  const path = resolve(cwd, name);
  const status = await stat(path).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new UsageError(`${name}: there is no such file or folder`);
    }
    throw new ResourceError(`Cannot read ${name}`, { path, cause: error });
  });
  const root = status.isDirectory() ? path : dirname(path);
  const paths = status.isDirectory() ? await search(root, '') : [basename(path)];
  return paths.map((inside) => {
    const absolutePath = join(root, ...inside.split('/'));
    const shown = relative(cwd, absolutePath);
    const file = (shown.startsWith('..') ? absolutePath : shown).split(sep).join('/');
    return { file, absolutePath, root, path: inside };
  });
}

async function search(root: string, folder: string): Promise<readonly string[]> {
  const here = join(root, ...folder.split('/'));
  const names = await readdir(here).catch((error: unknown) => {
    throw new ResourceError(`Cannot read ${here}`, { path: here, cause: error });
  });
  const paths: string[] = [];
  for (const name of names) {
    if (name.startsWith('.') || name.startsWith('_')) continue;
    const path = folder === '' ? name : `${folder}/${name}`;
    const status = await lstat(join(here, name));
    if (status.isDirectory()) paths.push(...(await search(root, path)));
    else if (status.isFile() && isInput(name)) paths.push(path);
  }
  return paths.toSorted((a, b) => (a < b ? -1 : 1));
}
