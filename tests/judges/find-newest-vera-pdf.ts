import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

import { runProgram } from '../../src/judges/run-program.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** What Java needs to run `VeraPdfJudge`. */
    newestVeraPdf: string;
  }
}

const here = dirname(fileURLToPath(import.meta.url));
const version = '1.30.2';

/** Has Maven bring the newest library of veraPDF where it is not there yet, and tells the tests where it is. */
export function setup(project: TestProject): void {
  const cache = join(here, '.cache');
  const jars = join(cache, `vera-pdf-${version}`);
  const classes = join(cache, 'vera-pdf-judge');
  mkdirSync(classes, { recursive: true });
  if (!existsSync(join(jars, `validation-model-${version}.jar`))) {
    const args = ['-q', '-B', '-f', join(here, 'vera-pdf-judge.pom.xml'), 'dependency:copy-dependencies'];
    run('mvn', [...args, `-DoutputDirectory=${jars}`]);
  }
  run('javac', ['--release', '11', '-cp', join(jars, '*'), '-d', classes, join(here, 'VeraPdfJudge.java')]);
  project.provide('newestVeraPdf', [classes, join(jars, '*')].join(delimiter));
}

function run(program: string, args: readonly string[]): void {
  execFileSync(program, args, { cwd: here, stdio: 'inherit' });
}

/** What the newest library of veraPDF says of each file by each flavour, all in one start: "conforms", or the clauses that are not met. */
export async function askNewestVeraPdf(
  files: readonly string[],
  { flavours, classPath }: { readonly flavours: readonly string[]; readonly classPath: string },
): Promise<readonly (readonly string[])[]> {
  const folder = mkdtempSync(join(tmpdir(), 'newest-vera-pdf-'));
  const list = join(folder, 'files.txt');
  writeFileSync(list, files.join('\n'));
  const args = ['-Dfile.encoding=UTF-8', '-cp', classPath, 'VeraPdfJudge', flavours.join(','), list];
  const { stdout } = await runProgram('java', args, { timeoutMs: 600_000, env: { LC_ALL: 'C.UTF-8' } });
  rmSync(folder, { recursive: true });
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
}
