import { join } from 'node:path';
import { ResourceError } from '../../src/diagnostics/errors.ts';
import { parseBagInfo, type BagInfo } from '../../src/bag/bag-info.ts';
import { readTagFile } from '../../src/bag/read-tag-file.ts';

/**
 * The labels and values of a bag's `bag-info.txt` in their order. Says nothing of the bag's fixity.
 *
 * @throws ResourceError where it is missing, cannot be read, or has a line that is neither label nor value.
 */
export async function readBagInfo(folder: string): Promise<BagInfo> {
  const path = join(folder, 'bag-info.txt');
  let bytes: Uint8Array;
  try {
    bytes = await readTagFile(folder, 'bag-info.txt');
  } catch (cause) {
    throw new ResourceError(`Cannot read ${path}`, { path, cause });
  }
  const { info, faults } = parseBagInfo(bytes);
  if (faults.length > 0) throw new ResourceError(`Cannot read ${path}: ${faults.join('; ')}`, { path });
  return info;
}
