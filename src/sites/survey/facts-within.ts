import { posix, win32 } from 'node:path';
import type { ChapterSource, SiteFacts } from './site-facts.ts';

/** Facts without what lies outside, and what that was. */
export interface FactsWithin {
  readonly facts: SiteFacts;
  readonly outside: readonly string[];
}

/**
 * The facts of a site that lies at `path` in the folder that was looked at, with paths from that folder. A place that is not in the
 * folder is no fact of it: who asks about a folder did not ask about what lies beside it.
 */
export function factsWithin(facts: SiteFacts, path: string): FactsWithin {
  const outside: string[] = [];
  const within = (name: string): readonly string[] => {
    const below = posix.join(path, name);
    const leaves = below === '..' || below.startsWith('../') || isAbsolute(name);
    if (leaves) outside.push(isAbsolute(name) ? name : below);
    return leaves ? [] : [below];
  };
  const chapter = (source: ChapterSource): readonly ChapterSource[] => {
    if (typeof source === 'string') return within(source);
    const posts = source.posts.flatMap(within);
    return posts.length === 0 ? [] : [{ ...source, posts }];
  };
  const posts = facts.posts?.flatMap(within);
  const read = {
    ...facts,
    ...(posts && { posts: posts.length === 0 ? [posix.join(path, '.')] : posts }),
    ...(facts.chapters && { chapters: facts.chapters.flatMap(chapter) }),
  };
  return { facts: read, outside: [...new Set(outside)] };
}

/** Absolute on any system: a configuration is not always read where it was written. */
function isAbsolute(name: string): boolean {
  return posix.isAbsolute(name) || win32.isAbsolute(name);
}
