import { stat } from 'node:fs/promises';
import { readRegularText } from './regular-file.ts';

/**
 * The text of a file, as UTF-8; `undefined` where it has more bytes, or is no file: a pipe or a device may give no end of them, and
 * none at all. What cannot be read throws the system's error.
 */
export async function readSmallText(path: string, mostBytes: number): Promise<string | undefined> {
  const found = await stat(path);
  return !found.isFile() || found.size > mostBytes ? undefined : readRegularText(path);
}
