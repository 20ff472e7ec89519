import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

/** Where the judges of bags are. */
export interface BagJudges {
  /** The folder of the Python programs. */
  readonly python: string;
  /** What Java needs to run `BagJudge`. */
  readonly classPath: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    bagJudges: BagJudges;
  }
}

const here = dirname(fileURLToPath(import.meta.url));
const cache = join(here, '.cache');

/** Has pip and Maven bring the judges of bags where they are not there yet, and tells the tests where they are. */
export function setup(project: TestProject): void {
  project.provide('bagJudges', { python: findPython(), classPath: findBagJudge() });
}

/** The folder of the programs of a virtual environment with what `requirements.txt` names; made anew where that has changed. */
export function findPython(): string {
  mkdirSync(cache, { recursive: true });
  const wanted = join(here, 'requirements.txt');
  const folder = join(cache, 'venv');
  const made = join(folder, 'requirements.txt');
  if (!existsSync(made) || !readFileSync(made).equals(readFileSync(wanted))) {
    rmSync(folder, { recursive: true, force: true });
    run('python3', ['-m', 'venv', folder]);
    run(join(folder, 'bin', 'pip'), ['install', '--quiet', '--disable-pip-version-check', '-r', wanted]);
    copyFileSync(wanted, made);
  }
  return join(folder, 'bin');
}

function findBagJudge(): string {
  const version = '5.2.0';
  const jars = join(cache, `bagit-${version}`);
  const library = join(jars, `bagit-${version}.jar`);
  const classes = join(cache, 'bag-judge');
  if (!existsSync(library)) {
    const args = ['-q', '-B', '-f', join(here, 'bag-judge.pom.xml'), 'dependency:copy-dependencies'];
    run('mvn', [...args, `-DoutputDirectory=${jars}`]);
  }
  run('javac', ['--release', '11', '-cp', library, '-d', classes, join(here, 'BagJudge.java')]);
  return [classes, join(jars, '*')].join(delimiter);
}

function run(program: string, args: readonly string[]): void {
  execFileSync(program, args, { cwd: here, stdio: 'inherit' });
}
