import { basename, join, resolve } from 'node:path';
import * as v from 'valibot';
import { readRegularText } from '../files/regular-file.ts';
import { isUndecided } from '../catalogue/message-rules.ts';
import { loadStages } from '../publish/load-stages.ts';
import { checkConfig } from '../project/read-config.ts';
import { settingsOf } from '../project/resolve-settings.ts';
import type { Settings } from '../project/settings.ts';
import { ResourceError } from '../diagnostics/errors.ts';
import { dialects } from '../document/dialect.ts';
import { listBelow } from '../files/list-below.ts';
import { isMarkdown } from '../document/markdown-names.ts';
import type { Message } from '../diagnostics/message.ts';
import type { SoftwareVersions } from './metadata/premis-input.ts';
import { configOfBound, fontDigests } from '../project/fingerprint.ts';
import { softwareVersions } from '../project/software-versions.ts';
import { readMatter } from '../posts/front-matter/read-matter.ts';
import { compareRenderings, type ComparedFile } from './compare-renderings.ts';
import { readFiledTemplates, type FiledTemplates } from './filed-templates.ts';
import { gatherCollection } from './gather-collection.ts';
import { gatherPost } from './gather-post.ts';
import { digestSources, renderRecord } from './render-record.ts';

/** Whether the filed source, rendered again, gives the filed bytes. */
export interface RebuildReport {
  /**
   * `other-version` where other bytes came of another version of Tagleaf, which shows neither that something was changed nor that
   * nothing was. `not-run` where plugins or programs of the project took part: code is never run from a bag. `undecided` where the
   * clock stopped the reading.
   */
  readonly outcome: 'identical' | 'different' | 'other-version' | 'not-run' | 'undecided';
  readonly files: readonly ComparedFile[];
  /** What made the filed files, and what rendered them now. */
  readonly filedWith: SoftwareVersions;
  readonly rebuiltWith: SoftwareVersions;
  /** What differs besides, or why it was not run: sentences. */
  readonly reasons: readonly string[];
  readonly messages: readonly Message[];
}

const versionsSchema = v.object({
  tagleaf: v.string(),
  node: v.string(),
  icu: v.string(),
  zlib: v.optional(v.string()),
  sourceDateEpoch: v.nullable(v.number()),
});

const filesOf = v.array(v.string());
const partsOf = v.array(v.union([v.string(), v.looseObject({ part: v.string(), posts: filesOf })]));
const collectionSchema = v.looseObject({
  id: v.string(),
  posts: partsOf,
  front: filesOf,
  back: filesOf,
  dialects: v.optional(v.record(v.string(), v.picklist(dialects))),
});
const optionsSchema = v.looseObject({
  page: v.picklist(['letter', 'a4']),
  plugins: v.optional(v.array(v.string()), []),
  fonts: v.optional(v.array(v.string()), []),
  collection: v.optional(collectionSchema),
});

type FiledOptions = v.InferOutput<typeof optionsSchema>;

/**
 * Renders the source of a bag again with the options, theme and templates of the project that were filed with it, and compares
 * bytes. What Tagleaf itself brings is that of today. Code of plugins and templates is never run.
 *
 * @throws ResourceError where the bag lacks what was filed for this.
 */
export async function rebuildCheck(bag: string): Promise<RebuildReport> {
  const versions = await readJson(join(bag, 'data/build/versions.json'), versionsSchema);
  const options = await readJson(join(bag, 'data/build/options.json'), optionsSchema);
  const { sourceDateEpoch, ...filedWith } = versions;
  const rebuiltWith = softwareVersions();
  const report = { files: [], filedWith, rebuiltWith, messages: [] };
  if (options.plugins.length > 0) {
    const names = options.plugins.map((name) => `\`${name}\``).join(', ');
    const reason = `The plugins ${names} took part in the reading; code is never run from a bag.`;
    return { ...report, outcome: 'not-run', reasons: [reason] };
  }
  const templates = await readFiledTemplates(bag, filedWith.tagleaf);
  if (templates.foreign.length > 0) {
    const names = templates.foreign.map((path) => basename(path)).join(', ');
    const reason = `The templates ${names} are not those of Tagleaf ${filedWith.tagleaf}; code is never run from a bag.`;
    const reasons = [reason, ...differingVersions(filedWith, rebuiltWith)];
    return { ...report, outcome: 'not-run', reasons };
  }
  const dated: Settings = {
    ...filedSettings(bag, options, templates),
    sourceDate: sourceDateEpoch === null ? undefined : new Date(sourceDateEpoch * 1000),
  };
  const reasons = [...(await differingFonts(bag, dated)), ...differingVersions(filedWith, rebuiltWith)];
  const different = filedWith.tagleaf === rebuiltWith.tagleaf ? 'different' : 'other-version';
  const running = { settings: dated, stages: await loadStages(dated) };
  const [plan] = dated.collections;
  const gathered = plan
    ? await gatherCollection(plan, running)
    : await gatherPost(await findFiledPost(bag), running);
  if (!gathered.value) {
    const undecided = isUndecided(gathered.messages);
    const reason = undecided
      ? 'Whether the source can be read was not decided in time.'
      : 'The source cannot be read.';
    return {
      ...report,
      outcome: undecided ? 'undecided' : different,
      reasons: [...reasons, reason],
      messages: gathered.messages,
    };
  }
  const messages = [...gathered.messages];
  const digests = await digestSources(gathered.value);
  const rendered = await renderRecord(gathered.value, { running, digests, messages });
  const files = await compareRenderings(bag, gathered.value, rendered.files);
  const identical = files.length > 0 && files.every((file) => file.identical);
  return {
    ...report,
    outcome: identical ? 'identical' : different,
    files,
    reasons: identical
      ? []
      : [...reasons, ...(files.length > 0 ? [] : ['The source gives no files that can be filed.'])],
    messages: [...messages, ...rendered.messages],
  };
}

/** The settings of the filed options, with the filed theme and templates, and the source tree as the folder of the posts. */
function filedSettings(bag: string, options: FiledOptions, { folder, own }: FiledTemplates): Settings {
  const { collection } = options;
  const source = resolve(bag, 'data/source');
  const config = {
    ...configOfBound(options),
    // Code is never run from a bag.
    plugins: [],
    posts: source,
    theme: resolve(bag, 'data/build/theme.yaml'),
    ...(folder !== undefined && { templates: resolve(folder) }),
    ...(collection && { collections: { [collection.id]: collectionConfig(collection, source) } }),
  };
  const name = join(bag, 'data/build/options.json');
  // A draft was filed on purpose.
  const asFiled = { drafts: true, ...(collection && { collections: [collection.id] }) };
  const settings = settingsOf(checkConfig(config, name), asFiled, {
    // Messages name the files of the source by where they stand in the store.
    cwd: resolve(bag, 'data/build'),
    base: source,
    name,
  });
  // A site that the store happens to lie in has no say.
  const filedDialects = collection?.dialects ?? {};
  return { ...settings, themeAsFiled: true, filedOwnTemplates: own, filedDialects };
}

function collectionConfig(
  collection: NonNullable<FiledOptions['collection']>,
  source: string,
): Readonly<Record<string, unknown>> {
  const { id: _id, posts, front, back, facts, cover, dialects: _dialects, ...rest } = collection;
  const inSource = (paths: readonly string[]): readonly string[] => paths.map((path) => join(source, path));
  return {
    ...rest,
    ...(typeof facts === 'object' ? facts : {}),
    posts: posts.map((post) =>
      typeof post === 'string' ? join(source, post) : { part: post.part, posts: inSource(post.posts) },
    ),
    ...(front.length > 0 && { front: inSource(front) }),
    ...(back.length > 0 && { back: inSource(back) }),
    ...(typeof cover === 'object' && cover !== null && { cover }),
  };
}

/** The only post of a bag: the Markdown file that carries the id of the record. */
async function findFiledPost(bag: string): Promise<string> {
  const folder = join(bag, 'data/source');
  const names = await listBelow(folder, isMarkdown);
  if (names === undefined) throw new ResourceError(`Cannot read ${folder}`, { path: folder });
  // Files that a post includes may be Markdown too; none of them says which record it is.
  const posts: string[] = [];
  for (const name of names) {
    if (names.length === 1 || (await namesRecord(join(folder, name)))) posts.push(name);
  }
  const [name] = posts;
  if (name === undefined || posts.length > 1) {
    throw new ResourceError(`${folder} does not hold one post`, { path: folder });
  }
  return join(folder, name);
}

async function namesRecord(path: string): Promise<boolean> {
  const record = readMatter(await readRegularText(path))?.values['record'];
  return typeof record === 'object' && record !== null && 'id' in record;
}

async function differingFonts(bag: string, settings: Settings): Promise<readonly string[]> {
  const filed = await readJson(join(bag, 'data/build/fonts.json'), v.record(v.string(), v.string()));
  const present = await fontDigests(settings, ({ id }) => Object.hasOwn(filed, id));
  const changed = Object.entries(filed).filter(([id, digest]) => present[id] !== digest);
  return changed.map(([id]) => `The font ${id} is not the one that was used.`);
}

function differingVersions(filed: SoftwareVersions, present: SoftwareVersions): readonly string[] {
  const names = { tagleaf: 'Tagleaf', node: 'Node', icu: 'ICU', zlib: 'zlib' } as const;
  const keys = ['tagleaf', 'node', 'icu', 'zlib'] as const;
  return keys
    .filter((key) => filed[key] !== undefined && filed[key] !== present[key])
    .map((key) => `It was made with ${names[key]} ${filed[key]}; this is ${present[key]}.`);
}

async function readJson<T>(path: string, schema: v.GenericSchema<unknown, T>): Promise<T> {
  try {
    return v.parse(schema, JSON.parse(await readRegularText(path)));
  } catch (cause) {
    throw new ResourceError(`Cannot read ${path}: it is not what a bag of ours holds`, { path, cause });
  }
}
