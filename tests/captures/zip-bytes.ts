import { createHash } from 'node:crypto';
import { zipSync, type Zippable } from 'fflate';

/** A ZIP of files, each stored as it is, or packed. */
export function zip(files: Readonly<Record<string, string | Uint8Array>>, level: 0 | 9 = 0): Buffer {
  const entries = Object.entries(files).map(([name, of]): Zippable => ({
    [name]: [Buffer.from(of), { level }],
  }));
  return Buffer.from(zipSync(Object.assign({}, ...entries), { mtime: '1980-01-01T12:00:00' }));
}

/** A WACZ of these files, with their digests, or others where they are given. */
export function wacz(
  files: Readonly<Record<string, string | Uint8Array>>,
  { level = 0, hashes = {} }: { level?: 0 | 9; hashes?: Readonly<Record<string, string>> } = {},
): Buffer {
  const resources = Object.entries(files).map(([path, of]) => {
    const hash = hashes[path] ?? `sha256:${createHash('sha256').update(of).digest('hex')}`;
    return { name: path, path, hash, bytes: of.length };
  });
  const list = JSON.stringify({ profile: 'data-package', wacz_version: '1.1.1', resources });
  return zip({ ...files, 'datapackage.json': list }, level);
}
