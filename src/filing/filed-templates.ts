import { join } from 'node:path';
import { sha256OfFile } from '../files/digest.ts';
import { listNames } from '../files/list-names.ts';
import { keptName } from '../project/fingerprint.ts';
import { ownTemplatesFiledBy } from '../project/own-templates.ts';
import { packageRoot } from '../project/package-root.ts';

/** The templates of a bag. Paths are below `folder`, as `epub/style.css`. */
export interface FiledTemplates {
  /** Absent where none were filed. */
  readonly folder: string | undefined;
  /** Those that the release brought that filed them: what it was is said by its version. */
  readonly own: readonly string[];
  /** Programs that are neither: they could do anything. */
  readonly foreign: readonly string[];
}

/** Tells apart what the project brought to a bag and what the release of Tagleaf that filed it did. */
export async function readFiledTemplates(bag: string, release: string): Promise<FiledTemplates> {
  const folder = join(bag, 'data/build/templates');
  const filed = ownTemplatesFiledBy(release);
  const present = await presentPrograms();
  const own: string[] = [];
  const foreign: string[] = [];
  for (const part of ['epub', 'strings']) {
    for (const name of (await listNames(join(folder, part))) ?? []) {
      const path = `${part}/${name}`;
      const digest = await sha256OfFile(join(folder, path));
      if (filed[`templates/${path}`] === digest) own.push(path);
      else if (name.endsWith('.ejs') && present.get(name) !== digest) foreign.push(path);
    }
  }
  return { folder: (await listNames(folder)) && folder, own, foreign };
}

/** The SHA-256 of the programs that Tagleaf brings today, by the names that they are kept under. */
async function presentPrograms(): Promise<ReadonlyMap<string, string>> {
  const folder = join(packageRoot(), 'templates', 'epub');
  const names = ((await listNames(folder)) ?? []).filter((name) => name.endsWith('.ejs'));
  const digests = names.map(
    async (name) => [keptName(name), await sha256OfFile(join(folder, name))] as const,
  );
  return new Map(await Promise.all(digests));
}
