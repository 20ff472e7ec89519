import { stat } from 'node:fs/promises';
import { sha256Of } from './digest.ts';
import { readRegularFile } from './regular-file.ts';

/** Digests of files by what the file system says of them: whoever changes one changes that too. */
const known = new Map<string, { readonly state: string; readonly sha256: string }>();

/**
 * The SHA-256 of a file that is seldom changed, as those of fonts are: it is read again where its size or one of its times is another.
 *
 * @throws what Node throws; ResourceError where it is no regular file.
 */
export async function fileDigest(path: string): Promise<string> {
  const { dev, ino, size, mtimeMs, ctimeMs } = await stat(path);
  const state = [dev, ino, size, mtimeMs, ctimeMs].join(' ');
  const before = known.get(path);
  if (before?.state === state) return before.sha256;
  const sha256 = sha256Of(await readRegularFile(path));
  known.set(path, { state, sha256 });
  return sha256;
}
