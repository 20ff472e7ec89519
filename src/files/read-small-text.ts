import { readFile, stat } from 'node:fs/promises';

/** The text of a file, as UTF-8; `undefined` where it has more bytes. What cannot be read throws the system's error. */
export async function readSmallText(path: string, mostBytes: number): Promise<string | undefined> {
  const { size } = await stat(path);
  return size > mostBytes ? undefined : readFile(path, 'utf8');
}
