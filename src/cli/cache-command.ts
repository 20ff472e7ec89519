import { clearCache, countCache } from '../cache/trim-cache.ts';
import { exitCodes, type ExitCode } from '../diagnostics/exit-codes.ts';
import { ResourceError } from '../diagnostics/errors.ts';
import { cachePlace, loadConfig } from '../project/resolve-settings.ts';
import { shownPath } from '../project/shown-path.ts';
import { counted } from './counted.ts';
import type { Terminal } from './terminal.ts';

/** The flags of `tagleaf cache` as they were typed. */
export interface CacheFlags {
  readonly config?: string;
}

/** Runs `tagleaf cache stats`: what is kept for later builds, on standard output. */
export async function cacheStatsCommand(flags: CacheFlags, terminal: Terminal): Promise<ExitCode> {
  const { place, shown } = await findCache(flags);
  const { entries, bytes, mostBytes } = countCache(place);
  const kept = entries === 1 ? '1 entry' : `${entries} entries`;
  terminal.out(`${shown}: ${kept}, ${counted(bytes, 'byte')} of at most ${mostBytes}\n`);
  return exitCodes.good.code;
}

/** Runs `tagleaf cache clear`: removes it. */
export async function cacheClearCommand(flags: CacheFlags, terminal: Terminal): Promise<ExitCode> {
  const { place, shown } = await findCache(flags);
  const removed = clear(place.folder);
  terminal.out(`${shown}: ${removed === 1 ? '1 entry was' : `${removed} entries were`} removed\n`);
  return exitCodes.good.code;
}

function clear(folder: string): number {
  try {
    return clearCache(folder);
  } catch (cause) {
    throw new ResourceError(`Cannot remove what is in ${folder}`, { path: folder, cause });
  }
}

async function findCache({
  config,
}: CacheFlags): Promise<{ readonly place: ReturnType<typeof cachePlace>; readonly shown: string }> {
  const found = await loadConfig(config === undefined ? {} : { config });
  const place = cachePlace(found.config, found.place.base);
  return { place, shown: shownPath(place.folder, found.place.cwd) };
}
