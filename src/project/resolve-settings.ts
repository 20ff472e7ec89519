import { isAbsolute, resolve, dirname } from 'node:path';
import * as v from 'valibot';
import { UsageError } from '../diagnostics/errors.ts';
import type { Format } from '../diagnostics/message.ts';
import { parsePlainDate } from '../document/plain-date.ts';
import { isInstant } from '../files/instant.ts';
import { profileP1 } from '../pdf/profile/profile-p1.ts';
import type { BuildOptions } from './build-options.ts';
import type { Config } from './config-schema.ts';
import { checkOptions } from './check-options.ts';
import { planCollections } from './plan-collections.ts';
import { checkConfig, readConfig } from './read-config.ts';
import { defaultLimits, defaultWorkers, type Input, type Limits, type Settings } from './settings.ts';

/** In the order they are made: what the layout of the PDF finds is known when the EPUB is made. */
const allFormats: readonly Format[] = ['pdf', 'epub'];

/** More threads than any machine has use for would only take its memory. */
const mostWorkers = 256;

/** All options of a run, and what each may be. */
export const optionsSchema = v.strictObject({
  inputs: v.optional(v.array(v.pipe(v.string(), v.minLength(1)))),
  out: v.optional(v.pipe(v.string(), v.minLength(1))),
  formats: v.optional(v.pipe(v.array(v.picklist(['pdf', 'epub'])), v.minLength(1))),
  page: v.optional(v.picklist(['letter', 'a4'])),
  theme: v.optional(v.pipe(v.string(), v.minLength(1))),
  // A configuration given as a value has a schema of its own.
  config: v.optional(v.union([v.pipe(v.string(), v.minLength(1)), v.looseObject({})])),
  sourceDate: v.optional(v.pipe(v.date(), v.check(isInstant, 'a date of the years 0 to 9999'))),
  strict: v.optional(v.boolean()),
  verify: v.optional(v.boolean()),
  write: v.optional(v.boolean()),
  allowPlugins: v.optional(v.boolean()),
  collections: v.optional(v.union([v.literal(true), v.array(v.string())])),
  pageList: v.optional(v.boolean()),
  catalogue: v.optional(v.boolean()),
  checkLinks: v.optional(v.boolean()),
  drafts: v.optional(v.boolean()),
  force: v.optional(v.boolean()),
  cache: v.optional(v.boolean()),
  workers: v.optional(
    v.union(
      [v.literal('auto'), v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostWorkers))],
      `auto, or a number from 0 to ${mostWorkers}`,
    ),
  ),
  asOf: v.optional(
    v.pipe(
      v.string(),
      v.check((text) => parsePlainDate(text) !== undefined, 'a day as YYYY-MM-DD'),
    ),
  ),
  cwd: v.optional(v.pipe(v.string(), v.minLength(1))),
});

/**
 * Reads the configuration, where it is not given as a value, and merges it with the options, which win.
 *
 * @throws UsageError where an option or the configuration is wrong.
 */
export async function resolveSettings(options: BuildOptions): Promise<Settings> {
  const { config, place } = await loadConfig(options);
  return settingsOf(config, options, place);
}

/**
 * The configuration of a project, checked, and where it stands.
 *
 * @throws UsageError where it is wrong, or one that is named is not there; ResourceError where it cannot be read.
 */
export async function loadConfig(
  options: Pick<BuildOptions, 'config' | 'cwd'>,
): Promise<{ readonly config: Config; readonly place: ConfigPlace }> {
  checkOptions(optionsSchema, options);
  const cwd = resolve(options.cwd ?? process.cwd());
  const { config = 'tagleaf.yaml' } = options;
  if (typeof config !== 'string') {
    const name = 'the configuration';
    return { config: checkConfig(config, name), place: { cwd, base: cwd, name } };
  }
  const path = resolve(cwd, config);
  const read = await readConfig(path, { name: config, required: options.config !== undefined });
  return { config: read, place: { cwd, base: dirname(path), name: config } };
}

/** Where a configuration stands. Its own paths are relative to `base`, those of options to `cwd`; both are absolute. */
export interface ConfigPlace {
  readonly cwd: string;
  readonly base: string;
  /** What messages call it. */
  readonly name: string;
}

/**
 * The settings of a configuration and of options, which win. Reads no file.
 *
 * @throws UsageError where an option is wrong or there is no such collection.
 */
export function settingsOf(config: Config, options: BuildOptions, at: ConfigPlace): Settings {
  checkOptions(optionsSchema, options);
  const { cwd, base, name } = at;
  const under = (path: string): string => resolve(base, path);
  // What a publication may take of a machine bears on no byte of it, unlike the other limits, which are filed with records.
  const { makeSeconds, makeMegabytes, ...readLimits } = config.limits ?? {};
  return {
    cwd,
    inputs: resolveInputs(options.inputs ?? [], { config, cwd, base }),
    out: options.out === undefined ? under(config.out ?? 'dist/publications') : resolve(cwd, options.out),
    formats: allFormats.filter((format) =>
      (options.formats ?? config.formats ?? allFormats).includes(format),
    ),
    page: options.page ?? config.page ?? 'letter',
    theme: options.theme ?? themeOf(config, base),
    themeAsFiled: false,
    printedUrls: config.printed_urls,
    cover: config.cover ?? 'drawn',
    profile: profileP1,
    strict: options.strict ?? config.strict ?? false,
    verify: options.verify ?? false,
    write: options.write ?? true,
    lang: config.lang,
    agency: config.agency,
    dateOrder: config.date_order,
    datesInNames: config.dates_in_names ?? false,
    hidden: config.hidden ?? 'leave-out',
    pictures: config.pictures,
    lookedFor: config.scan?.patterns ?? [],
    dialect: config.dialect ?? 'auto',
    filedDialects: undefined,
    links: linksOf(config),
    plugins: config.plugins ?? [],
    allowPlugins: options.allowPlugins ?? false,
    fonts: config.fonts ?? [],
    modulesFrom: base,
    templates: config.templates === undefined ? undefined : under(config.templates),
    filedOwnTemplates: [],
    levels: config.lint ?? {},
    collections: planCollections(options, { config, configName: name, base }),
    pageList: options.pageList ?? true,
    catalogue: options.catalogue ?? false,
    checkLinks: options.checkLinks ?? false,
    drafts: options.drafts ?? false,
    force: options.force ?? false,
    cache: options.cache === true && config.cache !== false ? cachePlace(config, base) : undefined,
    asOf: options.asOf === undefined ? undefined : parsePlainDate(options.asOf),
    limits: { ...defaultLimits, ...withoutUndefined(readLimits) },
    workers: {
      count: options.workers ?? defaultWorkers.count,
      seconds: makeSeconds ?? defaultWorkers.seconds,
      megabytes: makeMegabytes ?? defaultWorkers.megabytes,
    },
    sourceDate: options.sourceDate ?? readSourceDate(process.env['SOURCE_DATE_EPOCH']),
  };
}

function resolveInputs(
  named: readonly string[],
  { config, cwd, base }: { readonly config: Config; readonly cwd: string; readonly base: string },
): readonly Input[] {
  if (named.length > 0) return named.map((name) => ({ name, path: resolve(cwd, name) }));
  const { posts } = config;
  if (posts === undefined) return [{ name: 'posts', path: resolve(base, 'posts'), isAssumed: true }];
  return (typeof posts === 'string' ? [posts] : posts).map((name) => ({ name, path: resolve(base, name) }));
}

/** A path in the configuration is relative to it, not to the working folder; a bare name is a theme of ours. */
function themeOf(config: Config, base: string): string {
  const theme = config.theme ?? 'standard';
  return /[/\\.]/u.test(theme) && !isAbsolute(theme) ? resolve(base, theme) : theme;
}

const bytesOfMegabyte = 1_000_000;

/** Where the results of builds are kept: beside the configuration, whose paths are relative to `base`. */
export function cachePlace({ cache }: Config, base: string): NonNullable<Settings['cache']> {
  const { megabytes = 1000 } = cache === false ? {} : (cache ?? {});
  return { folder: resolve(base, '.tagleaf', 'cache'), mostBytes: megabytes * bytesOfMegabyte };
}

function linksOf({ links }: Config): Settings['links'] {
  if (links === undefined) return undefined;
  const { base, permalink } = links;
  return { base: base.replace(/(?<!\/)\/+$/u, ''), ...(permalink !== undefined && { permalink }) };
}

function withoutUndefined(limits: { readonly [Key in keyof Limits]?: number | undefined }): Partial<Limits> {
  return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
}

/** Seconds since 1970 in UTC (reproducible-builds.org, SOURCE_DATE_EPOCH 1.0). */
function readSourceDate(value: string | undefined): Date | undefined {
  if (value === undefined || value === '') return undefined;
  const date = /^\d+$/u.test(value) ? new Date(Number(value) * 1000) : undefined;
  if (date === undefined || Number.isNaN(date.getTime())) {
    throw new UsageError(`SOURCE_DATE_EPOCH must be seconds since 1970, not \`${value}\``);
  }
  if (!isInstant(date)) throw new UsageError(`SOURCE_DATE_EPOCH is after the year 9999: \`${value}\``);
  return date;
}
