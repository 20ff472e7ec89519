import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ResourceError } from '../diagnostics/errors.ts';
import { sha256Of } from '../files/digest.ts';
import { pathInside } from '../files/inside.ts';
import { saysNoFile } from '../files/missing.ts';
import { readRegularFile } from '../files/regular-file.ts';
import type { AssetRuleId } from './rules.ts';

/** Why a picture is not used: the rule that says so, and what was found. */
export interface Refusal {
  readonly ruleId: AssetRuleId;
  readonly why: string;
}

/**
 * The bytes of a picture by its path inside a folder, or why there are none.
 *
 * @throws ResourceError where a file is there but the system refuses to read it.
 */
export async function lookUpPicture(
  id: string,
  root: string,
  limits: { readonly imageBytes: number },
): Promise<Uint8Array | Refusal> {
  const path = join(root, id);
  try {
    const [realRoot, realFile] = await Promise.all([realpath(root), realpath(path)]);
    if (pathInside(realRoot, realFile) === undefined) {
      return { ruleId: 'img-outside-root', why: 'the file lies outside the folder of the posts' };
    }
    const status = await stat(realFile);
    const { size } = status;
    if (status.isDirectory()) return { ruleId: 'img-missing', why: 'it is a folder' };
    // A pipe or a device would be read without end.
    if (!status.isFile()) return noSuchFile;
    return size > limits.imageBytes ? tooLarge(size, limits) : await readRegularFile(realFile);
  } catch (error) {
    if (saysNoFile(error)) return noSuchFile;
    throw new ResourceError(`Cannot read ${path}`, { path, cause: error });
  }
}

/** That nothing has the name of a picture. */
export const noSuchFile: Refusal = { ruleId: 'img-missing', why: 'there is no such file' };

/** That a picture has more bytes than it may. */
export function tooLarge(size: number, { imageBytes }: { readonly imageBytes: number }): Refusal {
  return { ruleId: 'img-too-large', why: `${size} bytes, more than ${imageBytes}` };
}

/** What was found, in one line: the digest of a picture, or why there is none. */
export function answerOfLookUp(found: Uint8Array | Refusal): string {
  return 'ruleId' in found ? `${found.ruleId}: ${found.why}` : sha256Of(found);
}

/**
 * `lookUpPicture`, in one line.
 *
 * @throws as `lookUpPicture`
 */
export async function answerOfPicture(
  id: string,
  root: string,
  limits: { readonly imageBytes: number },
): Promise<string> {
  return answerOfLookUp(await lookUpPicture(id, root, limits));
}
