import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Something done to the bag in a folder. */
export type Change = (folder: string) => void;

/** Replaces words of a file, which must have them. */
export function edit(path: string, from: string | RegExp, to: string | ((found: string) => string)): Change {
  return (folder) => {
    const file = join(folder, path);
    const text = readFileSync(file, 'utf8');
    const edited = typeof to === 'string' ? text.replace(from, to) : text.replace(from, to);
    if (edited === text) throw new Error(`nothing to edit in ${path}`);
    writeFileSync(file, edited);
  };
}

/** Does something and makes the tag manifests agree with it, as who knows the format would. */
export function sealed(change: Change): Change {
  return (folder) => {
    change(folder);
    for (const algorithm of ['sha256', 'sha512']) {
      const path = join(folder, `tagmanifest-${algorithm}.txt`);
      const names = readdirSync(folder).filter((name) => name.endsWith('.txt') || name === 'README.html');
      const tagFiles = names.filter((name) => !name.startsWith('tagmanifest-')).toSorted();
      const lines = tagFiles.map((name) => `${digest(algorithm, join(folder, name))}  ${name}\n`);
      writeFileSync(path, lines.join(''));
    }
  };
}

/** The digest of a file, in hexadecimal. */
export function digest(algorithm: string, path: string): string {
  return createHash(algorithm).update(readFileSync(path)).digest('hex');
}

/** Writes a file anew. */
export function write(path: string, text: string): Change {
  return (folder) => writeFileSync(join(folder, path), text);
}

/** Puts words behind those of a file. */
export function append(path: string, text: string): Change {
  return (folder) => appendFileSync(join(folder, path), text);
}

/** Takes a file or folder away. */
export function remove(path: string): Change {
  return (folder) => rmSync(join(folder, path), { recursive: true });
}

/** Does one thing after the other. */
export function all(...changes: readonly Change[]): Change {
  return (folder) => {
    for (const change of changes) change(folder);
  };
}
