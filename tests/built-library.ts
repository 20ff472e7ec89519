import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = spawnSync(process.execPath, ['scripts/build.mjs', '--if-stale'], {
  cwd: root,
  encoding: 'utf8',
});
if (built.status !== 0)
  throw new Error(
    `dist/lib is older than src and src does not compile, so what is tested would be old code:\n${built.stderr}`,
  );

/** The folder of the compiled package, which is what src says: it is compiled again where it is not. */
export const builtLibrary: string = fileURLToPath(new URL('../dist/lib', import.meta.url));
