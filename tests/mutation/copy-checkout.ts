import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/**
 * Copies what git knows of a checkout, as it stands there now, to a new folder: mutants are never written into a working tree.
 * Packages and the corpora beside the checkout are linked.
 *
 * @returns The path of the copy; what is beside it goes with the folder above it.
 */
export function copyCheckout(root: string): string {
  const copy = join(realpathSync(mkdtempSync(join(tmpdir(), 'mutants-'))), 'tagleaf');
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  for (const path of listed.split('\0')) {
    if (path === '' || !existsSync(join(root, path))) continue;
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(root, path), join(copy, path), { verbatimSymlinks: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const shared = resolve(root, '../shared');
  if (existsSync(shared)) symlinkSync(realpathSync(shared), join(copy, '../shared'));
  return copy;
}
