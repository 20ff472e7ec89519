import { resolve } from 'node:path';
import { loadConfig, settingsOf } from '../project/resolve-settings.ts';
import type { Settings } from '../project/settings.ts';
import type { BuildReport } from '../publish/build-report.ts';
import { createTagleaf } from '../publish/create-tagleaf.ts';
import type { Question } from '../publish/question.ts';
import type { BuildRequest, OpenOptions, Tagleaf } from '../publish/tagleaf.ts';
import { isOutputOf } from './is-output.ts';
import { watchPaths, type WatchedPaths } from './watch-paths.ts';
import { ownPlugins, whatToWatch } from './what-to-watch.ts';

/** What is built, and built again. */
export interface WatchedBuild {
  /** As for `openTagleaf`. */
  readonly config: string | undefined;
  readonly options: OpenOptions & { readonly cwd: string };
  readonly request: Omit<BuildRequest, 'signal'>;
}

/** Who hears of builds. */
export interface WatchTold {
  /** Before each build; `changed` are the paths that made it necessary, none for the first. */
  readonly onBuild: (changed: readonly string[]) => void;
  readonly onReport: (report: BuildReport) => void;
  /** What ended a build: what is wrong with the project can be mended, and is then built. */
  readonly onError: (error: unknown) => void;
  /** After each build, when changes are watched for. */
  readonly onWaiting: (watched: WatchedPaths) => void;
}

/**
 * Builds a project, and again whenever something changes that the build read: what is not changed by that is taken from the cache.
 * Ends when `signal` is aborted; no file is left half.
 *
 * @throws ResourceError where the system watches no more.
 */
export async function watchProject(build: WatchedBuild, told: WatchTold, signal: AbortSignal): Promise<void> {
  const asked = new Map<string, Question>();
  const open = keepOpen(build, (questions) => {
    for (const question of questions) asked.set(JSON.stringify(question), question);
  });
  let settings: Settings | undefined;
  const watcher = watchPaths((path) => settings !== undefined && isOutputOf(settings, path));
  try {
    for (let changed: readonly string[] = []; !signal.aborted; changed = await watcher.next(signal)) {
      told.onBuild(changed);
      try {
        const opened = await open(changed);
        ({ settings } = opened);
        // Watched before it is built: what changes meanwhile is built after it.
        await watcher.set(await pathsOf(build, settings, asked));
        asked.clear();
        told.onReport(await opened.tagleaf.build({ ...build.request, signal }));
      } catch (error) {
        if (signal.aborted) break;
        told.onError(error);
      }
      const paths = await pathsOf(build, settings, asked);
      await watcher.set(paths);
      told.onWaiting(paths);
    }
  } finally {
    await watcher.close();
  }
}

/** What a project is opened as, and with which settings it is built. */
interface Opened {
  readonly tagleaf: Tagleaf;
  readonly settings: Settings;
}

/** Opens a project, once until its configuration or a plug-in of its own is among what changed. */
function keepOpen(
  build: WatchedBuild,
  onAsked: (questions: readonly Question[]) => void,
): (changed: readonly string[]) => Promise<Opened> {
  const { config, options, request } = build;
  let kept: Opened | undefined;
  return async (changed) => {
    const own = [configPath(build), ...(kept ? ownPlugins(kept.settings) : [])];
    if (kept && !changed.some((path) => own.includes(path))) return kept;
    kept = undefined;
    const read = await loadConfig({ cwd: options.cwd, ...(config !== undefined && { config }) });
    const { onProgress: _, ...asked } = request;
    const settings = settingsOf(read.config, { ...options, ...asked }, read.place);
    kept = { settings, tagleaf: await createTagleaf(config, options, { onAsked, isKept: true }) };
    return kept;
  };
}

/** All that is watched; the configuration also where it is not there, or cannot be read. */
async function pathsOf(
  build: WatchedBuild,
  settings: Settings | undefined,
  asked: ReadonlyMap<string, Question>,
): Promise<WatchedPaths> {
  const config = configPath(build);
  if (!settings) return { folders: [], files: [config] };
  const { folders, files } = await whatToWatch(settings, [...asked.values()]);
  return { folders, files: [...new Set([config, ...files])] };
}

function configPath({ config = 'tagleaf.yaml', options }: WatchedBuild): string {
  return resolve(options.cwd, config);
}
