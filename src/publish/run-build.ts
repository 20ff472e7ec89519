import { join } from 'node:path';
import type { Message, Severity } from '../diagnostics/message.ts';
import type { LinkRecord } from '../links/list-links.ts';
import { writeLinksCsv } from '../links/write-links-csv.ts';
import { buildCollection } from './build-collection.ts';
import { buildPost, type BuiltPost } from './build-post.ts';
import type { BuildFailure, BuildReport, BuiltFile } from './build-report.ts';
import { findCollectionPosts, type CollectionFiles } from '../project/find-collection-posts.ts';
import { shownPath } from '../project/find-files.ts';
import { findPosts } from '../project/find-posts.ts';
import { packageVersion } from '../project/package-root.ts';
import { planPosts } from './plan-posts.ts';
import { reportLinks } from '../links/report-links.ts';
import type { Settings } from '../project/resolve-settings.ts';
import type { Stages } from './stages.ts';
import { writeAtomically } from '../files/write-atomically.ts';

type Load = (settings: Settings) => Promise<Stages>;

/**
 * Builds every post of the inputs, or the collections asked for, one after the other, and tells what became of each. The
 * stages are loaded once the inputs are known to be there: a misspelt name should not have to wait for the fonts.
 */
export async function runBuild(settings: Settings, load: Load): Promise<BuildReport> {
  const total = emptyTotal();
  const posts =
    settings.collections.length > 0
      ? await runCollections(total, settings, load)
      : await runPosts(total, settings, load);
  const linkInventory = total.files.length > 0 ? writeLinkInventory(total.links, settings) : undefined;
  if (settings.checkLinks) total.messages.push(...(await checkAllLinks(total.links, settings)));
  const { files, messages, failures } = total;
  const counts = { posts, files: files.length, messages: countBySeverity(messages) };
  const version = packageVersion();
  return {
    version,
    files,
    ...(linkInventory !== undefined && { linkInventory }),
    messages,
    failures,
    counts,
  };
}

/** What all publications of a run came to. */
interface Total {
  readonly files: BuiltFile[];
  readonly messages: Message[];
  readonly failures: BuildFailure[];
  readonly links: LinkRecord[];
}

function emptyTotal(): Total {
  return { files: [], messages: [], failures: [], links: [] };
}

function add(total: Total, { files, messages, failures, links }: BuiltPost): void {
  total.files.push(...files);
  // A book can have more messages than a call can have arguments.
  for (const message of messages) total.messages.push(message);
  total.failures.push(...failures);
  for (const link of links) total.links.push(link);
}

/** Builds every post; returns how many there are. */
async function runPosts(total: Total, settings: Settings, load: Load): Promise<number> {
  const posts = await findPosts(settings.inputs, settings.cwd);
  const stages = await load(settings);
  // The plan is emptied as it is worked off, so that the tree of a finished post can be freed.
  const waiting = [...planPosts(posts, stages)].toReversed();
  for (let plan = waiting.pop(); plan !== undefined; plan = waiting.pop()) {
    const number = posts.length - waiting.length;
    settings.onProgress({ post: plan.post.file, number, total: posts.length });
    add(total, await buildPost(plan, { settings, stages }));
  }
  return posts.length;
}

/** Builds the collections asked for; returns how many posts they have. */
async function runCollections(total: Total, settings: Settings, load: Load): Promise<number> {
  const { collections, cwd } = settings;
  const found: CollectionFiles[] = [];
  for (const plan of collections) found.push(await findCollectionPosts(plan, cwd));
  const stages = await load(settings);
  let posts = 0;
  for (const [index, plan] of collections.entries()) {
    const files = found[index];
    if (!files) continue;
    add(total, await buildCollection(plan, files, { settings, stages }));
    posts += files.posts.length;
  }
  return posts;
}

/** Writes the links of a run beside its files; returns the path as the user would name it. */
function writeLinkInventory(links: readonly LinkRecord[], { out, cwd }: Settings): string {
  const path = join(out, 'links.csv');
  writeAtomically(path, Buffer.from(writeLinksCsv(links)));
  return shownPath(path, cwd);
}

async function checkAllLinks(
  links: readonly LinkRecord[],
  { limits }: Settings,
): Promise<readonly Message[]> {
  const { checkLinks } = await import('../links/check-links.ts');
  const urls = links.filter(({ target }) => /^https?:/iu.test(target)).map(({ target }) => target);
  const statuses = await checkLinks([...new Set(urls)], {
    timeoutSeconds: limits.linkSeconds,
    atATime: limits.linksAtATime,
    perHostDelaySeconds: limits.linkDelaySeconds,
  });
  return reportLinks(links, statuses);
}

function countBySeverity(messages: readonly Message[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of messages) counts[severity] += 1;
  return counts;
}
