import type { Message, Severity } from '../diagnostics/message.ts';
import { buildCollection } from './build-collection.ts';
import { buildPost, type BuiltPost } from './build-post.ts';
import type { BuildFailure, BuildReport, BuiltFile } from './build-report.ts';
import { findPosts } from './find-posts.ts';
import { packageVersion } from './package-root.ts';
import { planPosts } from './plan-posts.ts';
import type { Settings } from './resolve-settings.ts';
import type { Stages } from './stages.ts';

/**
 * Builds every post of the inputs, one after the other, and tells what became of each. The stages are loaded once the
 * inputs are known to be there: a misspelt name should not have to wait for the fonts.
 */
export async function runBuild(
  settings: Settings,
  load: (settings: Settings) => Promise<Stages>,
): Promise<BuildReport> {
  if (settings.collections.length > 0) return runCollections(settings, load);
  const posts = await findPosts(settings.inputs, settings.cwd);
  const stages = await load(settings);
  // The plan is emptied as it is worked off, so that the tree of a finished post can be freed.
  const waiting = [...planPosts(posts, stages)].toReversed();
  const files: BuiltFile[] = [];
  const messages: Message[] = [];
  const failures: BuildFailure[] = [];
  for (let plan = waiting.pop(); plan !== undefined; plan = waiting.pop()) {
    settings.onProgress({
      post: plan.post.file,
      number: posts.length - waiting.length,
      total: posts.length,
    });
    const built = await buildPost(plan, { settings, stages });
    files.push(...built.files);
    messages.push(...built.messages);
    failures.push(...built.failures);
  }
  return reportOf({ files, messages, failures }, posts.length);
}

/** Builds the collections asked for, one after the other. */
async function runCollections(
  settings: Settings,
  load: (settings: Settings) => Promise<Stages>,
): Promise<BuildReport> {
  const stages = await load(settings);
  const done: BuiltPost = { files: [], messages: [], failures: [] };
  let posts = 0;
  let all = done;
  for (const plan of settings.collections) {
    const built = await buildCollection(plan, { settings, stages });
    posts += built.posts;
    all = {
      files: [...all.files, ...built.files],
      messages: [...all.messages, ...built.messages],
      failures: [...all.failures, ...built.failures],
    };
  }
  return reportOf(all, posts);
}

function reportOf({ files, messages, failures }: BuiltPost, posts: number): BuildReport {
  const counts = { posts, files: files.length, messages: countBySeverity(messages) };
  return { version: packageVersion(), files, messages, failures, counts };
}

function countBySeverity(messages: readonly Message[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of messages) counts[severity] += 1;
  return counts;
}
