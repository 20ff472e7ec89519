import { join, resolve } from 'node:path';
import { stat } from 'node:fs/promises';
import { pathInside } from '../files/inside.ts';
import { appendAll } from '../lists/append-all.ts';
import type { CollectionPlan } from '../project/plan-collections.ts';
import type { Settings } from '../project/settings.ts';
import { themePaths } from '../project/theme-paths.ts';
import type { Question } from '../publish/question.ts';
import type { WatchedPaths } from './watch-paths.ts';

/** What a build reads, by its settings and by what it asked of the files around its posts. */
export async function whatToWatch(settings: Settings, asked: readonly Question[]): Promise<WatchedPaths> {
  const { collections, inputs, templates, fonts } = settings;
  const named = [
    ...(collections.length > 0 ? collections.flatMap(namedBy) : inputs.map(({ path }) => path)),
    ...(templates === undefined ? [] : [templates]),
    ...ownOf(fonts, settings),
    ...ownPlugins(settings),
    ...(await themePaths(settings)),
  ];
  const folders: string[] = [];
  const files: string[] = [];
  for (const path of named) ((await isFolder(path)) ? folders : files).push(path);
  appendAll(files, askedFiles(asked, settings.cwd));
  const above = folders.filter(
    (folder) => !folders.some((other) => other !== folder && isBelow(other, folder)),
  );
  return {
    folders: [...new Set(above)],
    files: [...new Set(files)].filter((file) => !above.some((folder) => isBelow(folder, file))),
  };
}

/** The plug-ins that are files of the project, absolute. */
export function ownPlugins(settings: Settings): readonly string[] {
  return ownOf(settings.plugins, settings);
}

function ownOf(names: readonly string[], { modulesFrom }: Settings): readonly string[] {
  return names.filter((name) => /^[./]/u.test(name)).map((name) => resolve(modulesFrom, name));
}

function isBelow(folder: string, path: string): boolean {
  return pathInside(folder, path) !== undefined;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (status) => status.isDirectory(),
    () => false,
  );
}

/** The folders that the patterns of a collection begin with, its files, and the picture of its cover. */
function namedBy({ base, posts, front, back, cover }: CollectionPlan): readonly string[] {
  const patterns = [...posts.map(({ pattern }) => pattern), ...front, ...back];
  const plain = patterns.map((pattern) =>
    /[*?[\]{}()!]/u.test(pattern) ? withoutPattern(pattern) : pattern,
  );
  return [...plain, ...(cover ? [cover.image] : [])].map((name) => resolve(base, name));
}

/** The folders before the first part of a path that stands for several. */
function withoutPattern(pattern: string): string {
  const parts = pattern.split('/');
  return (
    parts
      .slice(
        0,
        parts.findIndex((part) => /[*?[\]{}()!]/u.test(part)),
      )
      .join('/') || '.'
  );
}

/** Whether a file is there, and what it holds: what else is asked, a folder that is watched answers. */
const ofFiles: ReadonlySet<Question['ask']> = new Set(['has', 'read', 'picture']);

function askedFiles(asked: readonly Question[], cwd: string): readonly string[] {
  return asked
    .filter(({ ask }) => ofFiles.has(ask))
    .flatMap(({ name, root, siteRoot }) =>
      [root, ...(siteRoot === undefined ? [] : [siteRoot])].map((folder) => join(resolve(cwd, folder), name)),
    );
}
