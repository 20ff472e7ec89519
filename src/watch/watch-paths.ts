import { basename, dirname } from 'node:path';
import { watch, type FSWatcher } from 'chokidar';
import { ResourceError } from '../diagnostics/errors.ts';
import { pathInside } from '../files/inside.ts';

/** What is watched: absolute paths. */
export interface WatchedPaths {
  /** With all below them. */
  readonly folders: readonly string[];
  /** Files, which need not be there. */
  readonly files: readonly string[];
}

/** What tells of changes on the disk. */
export interface PathWatcher {
  /** Watches these paths and no others. */
  readonly set: (paths: WatchedPaths) => Promise<void>;
  /**
   * The paths that changed since the last call, when nothing has changed for a moment; waits for the first. Empty where `signal` is
   * aborted.
   *
   * @throws ResourceError where the system watches no more.
   */
  readonly next: (signal: AbortSignal) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** So long nothing must have changed before it is told: a file is then written to its end, and all files that are saved at once are. */
const quietMs = 40;

/** Folders that are never looked into: nobody writes posts there, and they hold more than can be watched. */
const passedOver: ReadonlySet<string> = new Set(['node_modules', '.git']);

/** Watches paths; what `isOutput` says of what builds write is not told. */
export function watchPaths(isOutput: (path: string) => boolean): PathWatcher {
  const changes = collectChanges();
  let folders: readonly string[] = [];
  let files: ReadonlySet<string> = new Set();
  const isIgnored = (path: string): boolean => {
    const inside = folders.map((folder) => pathInside(folder, path)).filter((below) => below !== undefined);
    const isPassedOver =
      inside.length > 0 && inside.every((below) => below.split('/').some((part) => passedOver.has(part)));
    return isPassedOver || isOutput(path);
  };
  const deep = open({ ignored: isIgnored, told: changes.add, failed: changes.fail });
  // A file that is not there, or is put in the place of another, is seen by its folder.
  const flat = open({
    depth: 0,
    told: (path) => void (files.has(path) && changes.add(path)),
    failed: changes.fail,
  });
  return {
    set: async (paths) => {
      ({ folders } = paths);
      files = new Set(paths.files);
      await Promise.all([deep.set(paths.folders), flat.set(paths.files.map((file) => dirname(file)))]);
    },
    next: changes.next,
    close: async () => void (await Promise.all([deep.close(), flat.close()])),
  };
}

/** The paths that one watcher of the system's watches. */
interface OpenWatcher {
  readonly set: (paths: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

function open({
  told,
  failed,
  ...options
}: {
  readonly depth?: number;
  readonly ignored?: (path: string) => boolean;
  readonly told: (path: string) => void;
  readonly failed: (error: ResourceError) => void;
}): OpenWatcher {
  const watchers = new Map<string, FSWatcher>();
  const start = async (path: string): Promise<void> => {
    const watcher = watch(path, { ignoreInitial: true, ...options });
    watchers.set(path, watcher);
    watcher.on('all', (_, changed) => told(changed));
    watcher.on('error', (cause) => failed(new ResourceError(cannotWatch(path, cause), { path, cause })));
    await new Promise<void>((resolve) => watcher.once('ready', resolve));
  };
  return {
    set: async (paths) => {
      const wanted = new Set(paths);
      const gone = [...watchers].filter(([path]) => !wanted.has(path));
      for (const [path, watcher] of gone) {
        watchers.delete(path);
        await watcher.close();
      }
      for (const path of wanted) if (!watchers.has(path)) await start(path);
    },
    close: async () => void (await Promise.all(Array.from(watchers.values(), (watcher) => watcher.close()))),
  };
}

function cannotWatch(path: string, cause: unknown): string {
  const why = cause instanceof Error ? cause.message : String(cause);
  const cure = why.includes('ENOSPC')
    ? ': the system watches no more files; raise fs.inotify.max_user_watches'
    : '';
  return `Cannot watch ${basename(path)}: ${why}${cure}`;
}

/** Gathers changes until there are no more for a moment. */
function collectChanges(): Pick<PathWatcher, 'next'> & {
  readonly add: (path: string) => void;
  readonly fail: (error: ResourceError) => void;
} {
  const paths = new Set<string>();
  let error: ResourceError | undefined;
  let wake: () => void = () => undefined;
  let timer: NodeJS.Timeout | undefined;
  let isQuiet = true;
  return {
    add: (path) => {
      paths.add(path);
      isQuiet = false;
      clearTimeout(timer);
      timer = setTimeout(() => {
        isQuiet = true;
        wake();
      }, quietMs);
    },
    fail: (failure) => {
      error = failure;
      wake();
    },
    next: async (signal) => {
      const end = (): void => wake();
      signal.addEventListener('abort', end);
      while (!signal.aborted && error === undefined && (paths.size === 0 || !isQuiet))
        await new Promise<void>((resolve) => (wake = resolve));
      signal.removeEventListener('abort', end);
      if (error) throw error;
      if (signal.aborted) clearTimeout(timer);
      const changed = signal.aborted ? [] : [...paths];
      paths.clear();
      return changed;
    },
  };
}
