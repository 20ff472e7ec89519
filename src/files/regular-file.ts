import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';

/** Whether the name of a file may be that of a link to it. */
export type Links = 'follow' | 'refuse';

/**
 * Opens a regular file for reading, hands it to what reads it, and closes it; what comes back is what that made of it.
 *
 * @throws Error where it is no regular file, or cannot be opened.
 */
export async function withRegularFile<T>(
  path: string,
  links: Links,
  use: (file: FileHandle) => Promise<T>,
): Promise<T> {
  // Without O_NONBLOCK a named pipe would wait for a writer for ever.
  const flags =
    constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (links === 'refuse' ? (constants.O_NOFOLLOW ?? 0) : 0);
  const file = await open(path, flags);
  try {
    if (!(await file.stat()).isFile()) throw new Error(`${path} is not a regular file`);
    return await use(file);
  } finally {
    await file.close();
  }
}

/**
 * The bytes of a regular file that has no more than `atMost` of them.
 *
 * @throws Error where it has more, is no regular file, or cannot be read.
 */
export function readRegularFile(
  path: string,
  { links, atMost }: { readonly links: Links; readonly atMost: number },
): Promise<Buffer> {
  return withRegularFile(path, links, async (file) => {
    const { size } = await file.stat();
    if (size > atMost) throw new Error(`it has ${size} bytes, more than ${atMost}`);
    return file.readFile();
  });
}
