import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from 'node:fs';
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
  const file = await open(path, readOnly(links));
  try {
    const status = await file.stat();
    if (!status.isFile()) throw notRegular(path, status);
    return await use(file);
  } finally {
    await file.close();
  }
}

/** How a file is opened for reading: without O_NONBLOCK a named pipe would wait for a writer for ever. */
export function readOnly(links: Links): number {
  const follows = links === 'refuse' ? (constants.O_NOFOLLOW ?? 0) : 0;
  return constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | follows;
}

/** With the code that the system has for the reading of a folder; for a pipe or a device it has none. */
function notRegular(path: string, status: Stats): Error {
  const error = new Error(`${path} is not a regular file`);
  return status.isDirectory() ? Object.assign(error, { code: 'EISDIR' }) : error;
}

/**
 * The bytes of a regular file that has no more than `atMost` of them.
 *
 * @throws Error where it has more, is no regular file, or cannot be read.
 */
export function readRegularFile(
  path: string,
  { links = 'follow', atMost = Infinity }: { readonly links?: Links; readonly atMost?: number } = {},
): Promise<Buffer> {
  return withRegularFile(path, links, async (file) => {
    const { size } = await file.stat();
    if (size > atMost) throw new Error(`it has ${size} bytes, more than ${atMost}`);
    return file.readFile();
  });
}

/**
 * The bytes of a regular file; links to it are followed.
 *
 * @throws Error where it is no regular file, or cannot be read.
 */
export function readRegularFileSync(path: string): Buffer {
  const file = openSync(path, readOnly('follow'));
  try {
    const status = fstatSync(file);
    if (!status.isFile()) throw notRegular(path, status);
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * The text of a regular file, as UTF-8; links to it are followed.
 *
 * @throws Error where it is no regular file, or cannot be read.
 */
export async function readRegularText(path: string): Promise<string> {
  return (await readRegularFile(path)).toString('utf8');
}
