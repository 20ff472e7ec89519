import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { motoPython, noRedis } from './servers.ts';

/** Makes the Python that has moto, anew where `requirements.txt` has changed. @throws Error without a Redis: this suite skips nothing. */
export function setup(): void {
  if (noRedis !== undefined) throw new Error(noRedis);
  const folder = dirname(dirname(motoPython));
  const wanted = join(import.meta.dirname, 'requirements.txt');
  const made = join(folder, 'requirements.txt');
  if (existsSync(made) && readFileSync(made).equals(readFileSync(wanted))) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  execFileSync('python3', ['-m', 'venv', folder], { stdio: 'inherit' });
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', wanted];
  execFileSync(motoPython, pip, { stdio: 'inherit' });
  copyFileSync(wanted, made);
}
