import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * A project in which the package is installed as it would be published: from its tarball, beside the packages that it lists
 * as dependencies and, for the compiler, the types of Node. Nothing else can be imported from it.
 */
export function installPacked(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tagleaf-api-'));
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], { cwd: root });
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, 'tagleaf'), { recursive: true });
  const { dependencies, version } = readManifest();
  execFileSync(
    'tar',
    ['-xzf', `tagleaf-${version}.tgz`, '-C', join(modules, 'tagleaf'), '--strip-components=1'],
    {
      cwd: folder,
    },
  );
  for (const name of [...Object.keys(dependencies), '@types/node']) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), join(modules, name), 'dir');
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  return folder;
}

function readManifest(): {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly version: string;
} {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
}

/** The compiler's complaints about the TypeScript files of a folder, and what it wrote; empty where it has none. */
export function compile(folder: string, options: Readonly<Record<string, unknown>>): string {
  const compilerOptions = {
    target: 'es2023',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    // The declarations of the package are part of what it promises.
    skipLibCheck: false,
    types: ['node'],
    ...options,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  try {
    return execFileSync(process.execPath, [compiler, '-p', '.'], { cwd: folder, encoding: 'utf8' });
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
  }
}
