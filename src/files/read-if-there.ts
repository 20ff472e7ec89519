import { readRegularFile } from './regular-file.ts';
import { ResourceError } from '../diagnostics/errors.ts';
import { errorCode } from './error-code.ts';

/**
 * The bytes of a file that may be absent; `undefined` where its folder holds nothing of its name, or is not there either. `name`
 * is what the error calls it.
 *
 * @throws ResourceError where it is there and cannot be read, or a file stands where its folder should.
 */
export async function readIfThere(path: string, name: string = path): Promise<Buffer | undefined> {
  try {
    return await readRegularFile(path);
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return undefined;
    throw new ResourceError(`Cannot read ${name}`, { path, cause });
  }
}
