import { lstatSync, readdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { vi } from 'vitest';

/**
 * What is flushed to the disk below a folder while work is done: the names that files and folders have at that moment, in
 * that order, with `*` for numbers of chance; `.` is the folder itself. `fail` makes flushes fail with a code.
 */
export async function recordFlushes(
  root: string,
  work: () => Promise<unknown>,
  fail: (name: string) => string | undefined = () => undefined,
): Promise<readonly string[]> {
  const handle = await open(root, 'r');
  // Node names the class of its handles nowhere.
  const handles: unknown = Object.getPrototypeOf(handle);
  const { sync } = handle;
  await handle.close();
  const flushed: string[] = [];
  // Every handle of Node has `sync`.
  const spy = vi.spyOn(handles as { sync: typeof sync }, 'sync').mockImplementation(async function (
    this: typeof handle,
  ) {
    const { ino } = await this.stat();
    const name = nameOf(root, ino);
    const code = fail(name);
    if (code !== undefined) throw Object.assign(new Error(`${code}: fsync`), { code });
    flushed.push(name);
    return sync.call(this);
  });
  try {
    await work();
  } finally {
    spy.mockRestore();
  }
  return flushed;
}

function nameOf(root: string, ino: number): string {
  const below = readdirSync(root, { recursive: true, withFileTypes: true });
  const paths = [root, ...below.map((entry) => join(entry.parentPath, entry.name))];
  const found = paths.find((path) => lstatSync(path).ino === ino) ?? 'elsewhere';
  const name = relative(root, found).split(sep).join('/');
  return name === '' ? '.' : name.replaceAll(/[0-9a-f]{12}/gu, '*');
}
