import type { NearbyFiles } from './post-context.ts';

/** What Hugo serves from the root of the site lies in these folders. */
const served = ['', 'static/', 'assets/'];

/** Where the file lies that a site serves at a path from its root; `undefined` where there is none. */
export function servedFile(path: string, nearby: NearbyFiles): string | undefined {
  return served.map((folder) => folder + path).find(nearby.has);
}
