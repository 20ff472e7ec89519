import { isAbsolute, resolve, dirname } from 'node:path';
import * as v from 'valibot';
import { UsageError } from '../diagnostics/errors.ts';
import type { Format } from '../diagnostics/message.ts';
import type { PageSize } from '../pdf/render-input.ts';
import type { BuildOptions, BuildProgress } from './build-options.ts';
import type { Config } from './config-schema.ts';
import type { RuleLevels } from '../lint/settle-messages.ts';
import { planCollections, type CollectionPlan } from './plan-collections.ts';
import { readConfig } from './read-config.ts';

/** Options and configuration in one, with every default filled in. Paths are absolute. */
export interface Settings {
  readonly cwd: string;
  readonly inputs: readonly Input[];
  readonly out: string;
  readonly formats: readonly Format[];
  readonly page: PageSize;
  readonly theme: string;
  readonly strict: boolean;
  readonly verify: boolean;
  readonly lang: string | undefined;
  readonly agency: string | undefined;
  readonly dateOrder: 'mdy' | 'dmy' | 'ymd' | undefined;
  readonly links: { readonly base: string; readonly permalink?: string } | undefined;
  readonly fonts: readonly string[];
  /** Where font packages and folders are looked for. */
  readonly modulesFrom: string;
  readonly templates: string | undefined;
  readonly datesInNames: boolean;
  readonly levels: RuleLevels;
  /** Modules that take part in the reading of posts. */
  readonly plugins: readonly string[];
  readonly allowPlugins: boolean;
  readonly limits: Limits;
  /** The collections to build instead of posts. */
  readonly collections: readonly CollectionPlan[];
  readonly pageList: boolean;
  readonly checkLinks: boolean;
  /** `SOURCE_DATE_EPOCH`, which wins over the dates of posts. */
  readonly sourceDate: Date | undefined;
  readonly onProgress: (progress: BuildProgress) => void;
}

/** A file or folder to build, as it was named and where it is. */
export interface Input {
  readonly name: string;
  readonly path: string;
}

export interface Limits {
  readonly postBytes: number;
  readonly readSeconds: number;
  readonly depth: number;
  readonly imagePixels: number;
  readonly imageBytes: number;
  /** Of the check of links: how long a request may take, how many run at a time, and how long a host is left alone. */
  readonly linkSeconds: number;
  readonly linksAtATime: number;
  readonly linkDelaySeconds: number;
}

/** What is refused where neither configuration nor caller says otherwise. */
export const defaultLimits: Limits = {
  postBytes: 10_000_000,
  readSeconds: 120,
  depth: 64,
  imagePixels: 50_000_000,
  imageBytes: 20_000_000,
  linkSeconds: 20,
  linksAtATime: 8,
  linkDelaySeconds: 1,
};

/** In the order they are made: what the layout of the PDF finds is known when the EPUB is made. */
const allFormats: readonly Format[] = ['pdf', 'epub'];

const optionsSchema = v.strictObject({
  inputs: v.optional(v.array(v.pipe(v.string(), v.minLength(1)))),
  out: v.optional(v.pipe(v.string(), v.minLength(1))),
  formats: v.optional(v.pipe(v.array(v.picklist(['pdf', 'epub'])), v.minLength(1))),
  page: v.optional(v.picklist(['letter', 'a4'])),
  theme: v.optional(v.pipe(v.string(), v.minLength(1))),
  config: v.optional(v.pipe(v.string(), v.minLength(1))),
  strict: v.optional(v.boolean()),
  verify: v.optional(v.boolean()),
  allowPlugins: v.optional(v.boolean()),
  collections: v.optional(v.union([v.literal(true), v.array(v.string())])),
  pageList: v.optional(v.boolean()),
  checkLinks: v.optional(v.boolean()),
  cwd: v.optional(v.pipe(v.string(), v.minLength(1))),
  onProgress: v.optional(v.function()),
});

/**
 * Reads the configuration and merges it with the options, which win.
 *
 * @throws UsageError where an option or the configuration is wrong.
 */
export async function resolveSettings(options: BuildOptions): Promise<Settings> {
  checkOptions(options);
  const cwd = resolve(options.cwd ?? process.cwd());
  const configName = options.config ?? 'tagleaf.yaml';
  const configPath = resolve(cwd, configName);
  const config = await readConfig(configPath, { name: configName, required: options.config !== undefined });
  const base = dirname(configPath);
  const under = (path: string): string => resolve(base, path);
  return {
    cwd,
    inputs: resolveInputs(options.inputs ?? [], { config, cwd, base }),
    out: options.out === undefined ? under(config.out ?? 'dist/publications') : resolve(cwd, options.out),
    formats: allFormats.filter((format) =>
      (options.formats ?? config.formats ?? allFormats).includes(format),
    ),
    page: options.page ?? config.page ?? 'letter',
    theme: options.theme ?? themeOf(config, base),
    strict: options.strict ?? config.strict ?? false,
    verify: options.verify ?? false,
    lang: config.lang,
    agency: config.agency,
    dateOrder: config.date_order,
    datesInNames: config.dates_in_names ?? false,
    links: linksOf(config),
    plugins: config.plugins ?? [],
    allowPlugins: options.allowPlugins ?? false,
    fonts: config.fonts ?? [],
    modulesFrom: base,
    templates: config.templates === undefined ? undefined : under(config.templates),
    levels: config.lint ?? {},
    collections: planCollections(options, { config, configName, base }),
    pageList: options.pageList ?? true,
    checkLinks: options.checkLinks ?? false,
    limits: { ...defaultLimits, ...withoutUndefined(config.limits ?? {}) },
    sourceDate: readSourceDate(process.env['SOURCE_DATE_EPOCH']),
    onProgress: options.onProgress ?? (() => undefined),
  };
}

function checkOptions(options: BuildOptions): void {
  const result = v.safeParse(optionsSchema, options);
  if (result.success) return;
  const [issue] = result.issues;
  const key = (issue.path ?? []).map((item) => String(item.key)).join('.');
  throw new UsageError(
    `option \`${key}\` must be ${issue.expected ?? 'something else'}, not ${issue.received}`,
  );
}

function resolveInputs(
  named: readonly string[],
  { config, cwd, base }: { readonly config: Config; readonly cwd: string; readonly base: string },
): readonly Input[] {
  if (named.length > 0) return named.map((name) => ({ name, path: resolve(cwd, name) }));
  const posts = config.posts ?? 'posts';
  return (typeof posts === 'string' ? [posts] : posts).map((name) => ({ name, path: resolve(base, name) }));
}

/** A path in the configuration is relative to it, not to the working folder; a bare name is a theme of ours. */
function themeOf(config: Config, base: string): string {
  const theme = config.theme ?? 'standard';
  return /[/\\.]/u.test(theme) && !isAbsolute(theme) ? resolve(base, theme) : theme;
}

function linksOf({ links }: Config): Settings['links'] {
  if (links === undefined) return undefined;
  const { base, permalink } = links;
  return { base: base.replace(/\/+$/u, ''), ...(permalink !== undefined && { permalink }) };
}

function withoutUndefined(limits: NonNullable<Config['limits']>): Partial<Limits> {
  return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
}

/** Seconds since 1970 in UTC (reproducible-builds.org, SOURCE_DATE_EPOCH 1.0). */
function readSourceDate(value: string | undefined): Date | undefined {
  if (value === undefined || value === '') return undefined;
  const date = /^\d+$/u.test(value) ? new Date(Number(value) * 1000) : undefined;
  if (date === undefined || Number.isNaN(date.getTime())) {
    throw new UsageError(`SOURCE_DATE_EPOCH must be seconds since 1970, not \`${value}\``);
  }
  return date;
}
