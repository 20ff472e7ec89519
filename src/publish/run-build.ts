import { join } from 'node:path';
import { sumShares, type WordShares } from '../account/word-shares.ts';
import { once } from '../cache/once.ts';
import { ResourceError } from '../diagnostics/errors.ts';
import type { Message } from '../diagnostics/message.ts';
import type { LinkRecord } from '../links/list-links.ts';
import { writeLinksCsv } from '../links/write-links-csv.ts';
import { buildAll } from './build-all.ts';
import { countByRule, countBySeverity } from './count-messages.ts';
import type { BuiltPost } from './build-one.ts';
import type { BuildFailure, BuildReport, BuiltFile, PostWords } from './build-report.ts';
import { findCollectionPosts } from '../project/find-collection-posts.ts';
import { shownPath } from '../project/shown-path.ts';
import { appendAll } from '../lists/append-all.ts';
import { findPosts } from '../project/find-posts.ts';
import { placeAll, placeCollection, postPlacer } from '../project/place-posts.ts';
import { reportDialects } from './report-dialects.ts';
import { reportDifferences } from './report-differences.ts';
import { reportPassedOver } from './report-passed-over.ts';
import { packageVersion } from '../project/package-root.ts';
import { findForeign } from './find-foreign.ts';
import type { CollectionJob, Job } from './job.ts';
import type { OpenMaker } from './maker.ts';
import { openOutputFolder, type OutputFolder } from './output-folder.ts';
import { planPosts } from './plan-posts.ts';
import { describePostFailure } from './post-failure.ts';
import { reportLinks } from '../links/report-links.ts';
import { withLevels } from '../lint/settle-messages.ts';
import type { Settings } from '../project/settings.ts';
import { formatsMade } from './render-publication.ts';
import { openResultCache } from './result-cache.ts';
import type { Building } from './running.ts';
import type { Stages } from './stages.ts';

/** A run before its stages are loaded. */
export interface RunOptions extends Omit<Building, 'stages' | 'outputs' | 'prepare' | 'cache'> {
  readonly load: () => Promise<Stages>;
  /** Who makes what is to be made; absent where that is done on this machine. */
  readonly openMaker?: OpenMaker | undefined;
}

/**
 * Builds every post of the inputs, or the collections asked for, and tells what became of each. The
 * stages are loaded once the inputs are known to be there: a misspelt name should not have to wait for the fonts.
 *
 * @throws what `signal` was aborted with; no file is left half.
 */
export async function runBuild({ load, ...run }: RunOptions): Promise<BuildReport> {
  const { settings } = run;
  const total = emptyTotal();
  const outputs = await openOutputFolder(settings);
  const start: Start = async (tasks) => {
    run.onProgress?.({ type: 'run-started', total: tasks });
    const stages = await load();
    const cache = await openResultCache(settings, stages);
    const prepare = once(() => stages.prepare(formatsMade(settings)));
    return { ...run, stages, outputs, prepare, cache };
  };
  const posts = await (settings.collections.length > 0 ? runCollections : runPosts)(total, settings, start);
  const inventory = await finish(total, settings, outputs);
  if (settings.checkLinks) appendAll(total.messages, await checkAllLinks(total.links, settings));
  const { files, messages, failures } = total;
  const words = [...total.words].map(([post, shares]): PostWords => ({ post, words: shares }));
  const counts = {
    posts,
    files: files.length,
    pages: files.reduce((sum, { pages = 0 }) => sum + pages, 0),
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    messages: countBySeverity(messages),
    rules: countByRule(messages),
    words: sumShares(words.map((post) => post.words)),
  };
  return { version: packageVersion(), files, ...inventory, posts: words, messages, failures, counts };
}

/** Begins a run of so many posts or collections. */
type Start = (tasks: number) => Promise<Building & Pick<RunOptions, 'openMaker'>>;

/** What all publications of a run came to. */
interface Total {
  readonly files: BuiltFile[];
  readonly messages: Message[];
  readonly failures: BuildFailure[];
  readonly links: LinkRecord[];
  /** By the post: one that is in two collections has the same words. */
  readonly words: Map<string, WordShares>;
}

function emptyTotal(): Total {
  return { files: [], messages: [], failures: [], links: [], words: new Map() };
}

function add(total: Total, { files, messages, failures, links, words }: BuiltPost): void {
  appendAll(total.files, files);
  appendAll(total.messages, messages);
  appendAll(total.failures, failures);
  appendAll(total.links, links);
  for (const { post, words: shares } of words) total.words.set(post, shares);
}

/** Builds every post; returns how many there are. */
async function runPosts(total: Total, settings: Settings, start: Start): Promise<number> {
  const { files: posts, passedOver, unreadable } = await findPosts(settings.inputs, settings);
  appendAll(total.messages, reportPassedOver(passedOver));
  const unread = unreadable.map(({ file, error }) =>
    describePostFailure(error, { post: file, stage: 'project' }),
  );
  appendAll(total.failures, unread);
  const running = await start(posts.length);
  const placer = postPlacer(settings);
  const placed = await placeAll(posts, placer);
  appendAll(total.messages, reportDialects(placer));
  const jobs = planPosts(placed, running).map((plan): Job => ({ type: 'post', plan }));
  for (const built of await buildAll(jobs, running, running.openMaker)) add(total, built);
  running.cache?.finish();
  return posts.length;
}

/** Builds the collections asked for; returns how many posts they have. */
async function runCollections(total: Total, settings: Settings, start: Start): Promise<number> {
  const { collections } = settings;
  const placer = postPlacer(settings);
  const jobs: CollectionJob[] = [];
  for (const plan of collections) {
    const found = await placeCollection(await findCollectionPosts(plan, settings), placer);
    jobs.push({ type: 'collection', plan, found });
  }
  appendAll(total.messages, reportDialects(placer));
  appendAll(total.messages, reportPassedOver(jobs.flatMap(({ found }) => found.passedOver)));
  const differences = jobs.flatMap(({ found }) => found.differences);
  appendAll(total.messages, withLevels(reportDifferences(differences, settings.cwd), settings.levels));
  const running = await start(jobs.length);
  for (const built of await buildAll(jobs, running, running.openMaker)) add(total, built);
  running.cache?.finish();
  if (collections.length > 1) sayOnce(total.messages);
  return new Set(jobs.flatMap(({ found }) => found.posts.map(({ file }) => file))).size;
}

/**
 * A post or a list of contents that is in two collections is read for each, since its ids and its links are those of its book, and the
 * same would be said of it again.
 */
function sayOnce(messages: Message[]): void {
  const said = new Map(messages.map((message) => [JSON.stringify(message), message]));
  messages.splice(0, messages.length);
  appendAll(messages, [...said.values()]);
}

/** Ends the writing of a run: the posts are there, so what fails here takes nothing from the report. */
async function finish(
  total: Total,
  settings: Settings,
  outputs: OutputFolder,
): Promise<Pick<BuildReport, 'linkInventory' | 'linkInventoryContent'>> {
  if (total.files.length === 0) return {};
  try {
    const inventory = await writeLinkInventory(total.links, settings, outputs);
    await outputs.finish();
    return inventory;
  } catch (error) {
    total.failures.push(describePostFailure(error, { post: linksName, stage: 'write' }));
    return {};
  }
}

/** The list of all links that is written beside the files of a run. */
export const linksName = 'links.csv';

/** Writes the links of a run beside its files, and tells where; keeps them in memory where nothing is to be written. */
async function writeLinkInventory(
  links: readonly LinkRecord[],
  settings: Settings,
  outputs: OutputFolder,
): Promise<Pick<BuildReport, 'linkInventory' | 'linkInventoryContent'>> {
  const { out, cwd, write } = settings;
  const foreign = await findForeign([linksName], { outputs, settings });
  if (foreign) throw new ResourceError(`${foreign.reason}; see --force`, { path: foreign.path });
  const bytes = Buffer.from(writeLinksCsv(links, { forPeople: true }));
  await outputs.write(linksName, bytes);
  return {
    linkInventory: shownPath(join(out, linksName), cwd),
    ...(!write && { linkInventoryContent: bytes }),
  };
}

async function checkAllLinks(
  links: readonly LinkRecord[],
  { limits, levels }: Settings,
): Promise<readonly Message[]> {
  const { checkLinks } = await import('../links/check-links.ts');
  const urls = links.filter(({ target }) => /^https?:/iu.test(target)).map(({ target }) => target);
  const statuses = await checkLinks([...new Set(urls)], {
    timeoutSeconds: limits.linkSeconds,
    atATime: limits.linksAtATime,
    perHostDelaySeconds: limits.linkDelaySeconds,
  });
  return withLevels(reportLinks(links, statuses), levels);
}
