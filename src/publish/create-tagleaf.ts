import { stat } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { UsageError } from '../diagnostics/errors.ts';
import type { Message } from '../diagnostics/message.ts';
import { pathInside } from '../files/inside.ts';
import { findCollectionPosts } from '../project/find-collection-posts.ts';
import type { GivenPlugin } from '../project/load-plugins.ts';
import { dialectByName, placeCollection, postPlacer } from '../project/place-posts.ts';
import { loadConfig, settingsOf, type ConfigPlace } from '../project/resolve-settings.ts';
import type { Config } from '../project/config-schema.ts';
import type { Settings } from '../project/settings.ts';
import {
  checkCollectionId,
  checkEpubOptions,
  checkRequest,
  checkMapping,
  checkOpenOptions,
  checkPublication,
  checkRead,
  checkReadDocument,
  isPublication,
} from './check-call.ts';
import { keepRenderers } from './keep-renderers.ts';
import { loadStages } from './load-stages.ts';
import { reportDialects } from './report-dialects.ts';
import { makeCollection } from './make-collection.ts';
import { runBuild } from './run-build.ts';
import type { OpenMaker } from './maker.ts';
import type { Building } from './running.ts';
import type { PictureSource, PostPlace, Stages } from './stages.ts';
import type { BuildRequest, OpenOptions, ProjectConfig, ReadOptions, Tagleaf } from './tagleaf.ts';
import { UnreadableError } from './unreadable-error.ts';

/** What the program has of an opened project beside what everyone has. */
export interface TagleafHooks extends Pick<Building, 'onAsked' | 'measure'> {
  /** Whether it is kept for builds of files that change meanwhile: each sees what is there then. */
  readonly isKept?: boolean;
  /** Who makes publications in place of this process, as `tagleaf build --queue` has it. */
  readonly openMaker?: OpenMaker | undefined;
}

/** An opened project (`openTagleaf`). */
export async function createTagleaf(
  given: ProjectConfig | string | undefined,
  options: OpenOptions,
  { onAsked, measure, isKept = false, openMaker }: TagleafHooks = {},
): Promise<Tagleaf> {
  checkOpenOptions(options);
  const { config, place, plugins } = await readProject(given, options);
  await checkFolder(place.cwd);
  const settings = settingsOf(config, options, place);
  let opened: Stages | undefined = await loadStages(settings, plugins, { ...(measure && { measure }) });
  let isUsed = false;
  const stages = (): Stages => {
    if (!opened) throw new UsageError('this project was closed');
    isUsed = true;
    return opened;
  };
  const renderers = keepRenderers();
  // What was loaded for a step before may be older than what a cache would say that it is made with.
  const newest = async (): Promise<Stages> =>
    isUsed ? loadStages(settings, plugins, { renderers: await renderers(settings) }) : stages();
  return {
    ...stepsOf(stages, settings),
    collection: async (id) => {
      const opened = stages();
      checkCollectionId(id);
      return publishCollection(settingsOf(config, { ...options, collections: [id] }, place), opened);
    },
    build: async (asked: BuildRequest = {}) => {
      if (!opened) stages();
      checkRequest(asked);
      const { onProgress, signal, ...request } = asked;
      const load = request.cache === true || isKept ? newest : async (): Promise<Stages> => stages();
      signal?.throwIfAborted();
      return runBuild({
        settings: settingsOf(config, { ...options, ...request }, place),
        load,
        onProgress,
        onAsked,
        measure,
        signal,
        openMaker,
      });
    },
    close: async () => {
      opened = undefined;
    },
  };
}

/** The steps on one post, each of which asks first whether the project is open. */
function stepsOf(
  stages: () => Stages,
  settings: Settings,
): Pick<Tagleaf, 'read' | 'check' | 'publication' | 'pdf' | 'epub'> {
  return {
    read: async (source, at = {}) => {
      const { parse, addPictures } = stages();
      checkRead(source, at);
      if (at.root !== undefined && at.pictures !== undefined) throw new UsageError(twoSources);
      const bytes = typeof source === 'string' ? Buffer.from(source) : source;
      const { post, from, messages } = await placeOf(at, settings);
      const read = await addPictures(parse(bytes, post), { ...post, from });
      return { ...read, messages: [...messages, ...read.messages] };
    },
    check: (value) => {
      const { check } = stages();
      if (isPublication(value)) return value.messages;
      checkReadDocument(value);
      return check(value);
    },
    publication: (document) => {
      const { publication } = stages();
      checkReadDocument(document);
      return publication(document);
    },
    pdf: async (publication) => {
      const { pdf } = stages();
      checkPublication(publication);
      return pdf(publication);
    },
    epub: async (publication, at = {}) => {
      const { epub } = stages();
      checkPublication(publication);
      checkEpubOptions(at);
      return epub(publication, { pageStarts: at.pageStarts });
    },
  };
}

/** Without it, posts and folders would be missing one by one, far from the mistake. */
async function checkFolder(cwd: string): Promise<void> {
  const status = await stat(cwd).catch(() => undefined);
  if (status?.isDirectory() !== true) throw new UsageError(`option \`cwd\`: there is no folder ${cwd}`);
}

interface Project {
  readonly config: Config;
  readonly place: ConfigPlace;
  readonly plugins: readonly GivenPlugin[];
}

/** Functions among the plug-ins stay out of the settings, which are plain data. */
async function readProject(
  given: ProjectConfig | string | undefined,
  options: OpenOptions,
): Promise<Project> {
  if (given === undefined || typeof given === 'string') {
    const { config, place } = await loadConfig({ ...options, ...(given !== undefined && { config: given }) });
    return { config, place, plugins: config.plugins ?? [] };
  }
  checkMapping(given);
  const { plugins = [], ...rest } = given;
  const names = plugins.filter((plugin) => typeof plugin === 'string');
  const { config, place } = await loadConfig({ ...options, config: { ...rest, plugins: names } });
  return { config, place, plugins };
}

const twoSources = 'the pictures of a post are in a folder (`root`) or given (`pictures`), not both';

/** A post outside of its root, or without one, is seen as if it lay in it by its name alone. */
async function placeOf(
  { file = 'post.md', root, pictures = {} }: ReadOptions,
  settings: Settings,
): Promise<PlacedPost> {
  const { cwd, dialect } = settings;
  if (root === undefined) {
    const path = file.split(sep).join('/');
    return { post: { file, path, dialect: dialectByName(path, dialect) }, from: pictures, messages: [] };
  }
  const from = resolve(cwd, root);
  const inside = pathInside(from, resolve(cwd, file));
  const path = inside === undefined || inside === '' ? basename(file) : inside;
  const placer = postPlacer(settings);
  const place = await placer.placeOf({ absolutePath: join(from, path), path, root: from });
  return { post: { file, path, root: from, ...place }, from, messages: reportDialects(placer) };
}

/** A post that was given, as if it had been found. */
interface PlacedPost {
  readonly post: PostPlace;
  readonly from: PictureSource;
  readonly messages: readonly Message[];
}

async function publishCollection(settings: Settings, stages: Stages): ReturnType<Tagleaf['collection']> {
  const [plan] = settings.collections;
  if (!plan) throw new UsageError('the configuration has no such collection');
  const found = await findCollectionPosts(plan, settings);
  const placer = postPlacer(settings);
  const { value, messages } = await makeCollection(plan, await placeCollection(found, placer), {
    settings,
    stages,
    onStage: () => undefined,
  });
  if (!value) throw new UnreadableError(plan.name, messages);
  return { ...value, messages: [...reportDialects(placer), ...value.messages] };
}
