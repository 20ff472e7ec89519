import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The sha256 of every file below a folder by its path there; files that `fold` gives one name share one digest. */
export function digestFolder(folder, fold = (path) => path) {
  const groups = new Map();
  for (const path of listFiles(folder)) {
    const line = `${sha256(readFileSync(join(folder, path)))}  ${path}\n`;
    const name = fold(path);
    groups.set(name, [...(groups.get(name) ?? []), line]);
  }
  return new Map(
    [...groups].map(([name, lines]) => {
      const whole = lines.length === 1 && lines[0].endsWith(`  ${name}\n`);
      return [name, whole ? lines[0].slice(0, 64) : sha256(lines.join(''))];
    }),
  );
}

/** Lines `sha256  name`, sorted by name. */
export function formatList(digests) {
  const names = [...digests.keys()].sort();
  return names.map((name) => `${digests.get(name)}  ${name}\n`).join('');
}

export function parseList(text) {
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

/** What differs, a line for each name: `added`, `changed` or `missing`. */
export function compareLists(expected, found) {
  const names = [...new Set([...expected.keys(), ...found.keys()])].sort();
  return names.flatMap((name) => {
    if (!expected.has(name)) return [`added    ${name}`];
    if (!found.has(name)) return [`missing  ${name}`];
    return expected.get(name) === found.get(name) ? [] : [`changed  ${name}`];
  });
}

/** The digests of the outputs of these jobs, and the others. */
export function splitByJobs(digests, jobs) {
  const isOf = ([name]) => jobs.some((job) => name.startsWith(`${job}/`));
  const entries = [...digests];
  return {
    of: new Map(entries.filter(isOf)),
    others: new Map(entries.filter((entry) => !isOf(entry))),
  };
}

function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}
