import { basename, join } from 'node:path';
import { readRegularFile } from '../files/regular-file.ts';
import { readThemeLayers } from '../pdf/theme/read-theme-layers.ts';
import { baseThemeFinder, filedThemeName } from './find-base-theme.ts';
import { findTheme } from './find-theme.ts';
import { loadTheme } from './load-theme.ts';
import { shownPath } from './shown-path.ts';
import { packageRoot } from './package-root.ts';
import { ownTemplatesOfReleases, type DigestsByPath } from './own-templates.ts';
import { findMessageRule } from '../catalogue/message-rules.ts';
import type { Dialect } from '../document/dialect.ts';
import { hasLevel } from '../catalogue/rule-groups.ts';
import type { Config } from './config-schema.ts';
import { defaultLimits, type Settings } from './settings.ts';
import { compareCodePoints } from '../files/compare-code-points.ts';
import { sha256Of } from '../files/digest.ts';
import { fileDigest } from '../files/file-digest.ts';
import { pathInside } from '../files/inside.ts';
import { listFiles } from '../files/list-names.ts';
import { readIfThere } from '../files/read-if-there.ts';
import type { Face } from '../fonts/face.ts';
import { readFonts } from '../fonts/read-fonts.ts';
import { scriptsOf } from '../fonts/scripts-of.ts';

/** A file that says with what publications are made. */
export interface FingerprintFile {
  /** Relative, with `/` between its parts. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** It came with Tagleaf, whose version says what it is: it is filed, and is no part of the content. */
  readonly own?: boolean;
}

/** The settings that bear on bytes, and the keys of the configuration that say them: one list, so that both ways agree. */
export const boundKeys = {
  page: 'page',
  theme: 'theme',
  printedUrls: 'printed_urls',
  lang: 'lang',
  agency: 'agency',
  cover: 'cover',
  dateOrder: 'date_order',
  datesInNames: 'dates_in_names',
  hidden: 'hidden',
  dialect: 'dialect',
  pictures: 'pictures',
  links: 'links',
  limits: 'limits',
  levels: 'lint',
  plugins: 'plugins',
  fonts: 'fonts',
} as const satisfies { readonly [Key in keyof Settings]?: keyof Config };

/** What of a run is known only when its posts are read. */
export interface ReadWith {
  /** The dialect of the posts, where it is one. */
  readonly dialect?: Dialect | undefined;
  /** What posts say: a face that is for some scripts alone is part of what they are made with where they have letters of these. */
  readonly texts?: readonly string[];
  /** What is said of a collection, with its files as they are filed. */
  readonly collection?: Readonly<Record<string, unknown>> | undefined;
}

/** The options that bear on bytes: what a person can set, without paths of this machine, and how the posts were read by it. */
export function boundOptions(
  settings: Settings,
  { dialect = settings.dialect, collection }: ReadWith = {},
): Readonly<Record<string, unknown>> {
  const { cover, hidden } = settings;
  const said = {
    ...settings,
    dialect,
    theme: basename(settings.theme).replace(/\.ya?ml$/iu, ''),
    // What was filed before there was a choice is the same content as with the default.
    cover: cover === 'drawn' ? undefined : cover,
    hidden: hidden === 'leave-out' ? undefined : hidden,
  };
  // The keys of an object literal are its own: `Object.keys` cannot say so.
  const keys = Object.keys(boundKeys) as readonly (keyof typeof boundKeys)[];
  return { ...Object.fromEntries(keys.map((key) => [key, said[key]])), ...(collection && { collection }) };
}

/**
 * The configuration that says the same as `boundOptions`, not yet checked. A limit that is known no more is left out: limits
 * refuse, and what is bound was not refused. So is the level of a rule that no level bears on, which was let in before.
 */
export function configOfBound(options: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const config = Object.entries(boundKeys).map(([key, name]) => [name, options[key]] as const);
  const limits = Object.entries(options['limits'] ?? {}).filter(([key]) => Object.hasOwn(defaultLimits, key));
  const levels = Object.entries(options['levels'] ?? {}).filter(
    ([id]) => !findMessageRule(id) || hasLevel(id),
  );
  const kept = { limits: Object.fromEntries(limits), lint: Object.fromEntries(levels) };
  return { ...Object.fromEntries(config), ...kept };
}

/** Theme, digests of the fonts, options, lock file, and the project's own templates and words of a run, sorted by path. */
export async function fingerprintFiles(
  settings: Settings,
  read: ReadWith = {},
): Promise<readonly FingerprintFile[]> {
  // The same for most records of a run, and some megabytes to read.
  const scripts = scriptsOf([JSON.stringify(boundOptions(settings, read)), ...(read.texts ?? [])].join('\n'));
  const known = digestsOfRun.get(settings) ?? new Map<string, ReturnType<typeof fontDigests>>();
  digestsOfRun.set(settings, known);
  const key = [...scripts].join();
  const fonts = known.get(key) ?? fontDigests(settings, isUsedFor(scripts));
  known.set(key, fonts);
  const files: FingerprintFile[] = [
    { path: 'options.json', bytes: jsonFile(boundOptions(settings, read)) },
    ...(await themeFiles(settings)),
    { path: 'fonts.json', bytes: jsonFile(await fonts) },
    ...(await templateFiles(settings)),
  ];
  const lock = await readIfThere(join(settings.modulesFrom, 'package-lock.json'));
  if (lock) files.push({ path: 'package-lock.json', bytes: lock });
  return files.toSorted((a, b) => compareCodePoints(a.path, b.path));
}

const digestsOfRun = new WeakMap<Settings, Map<string, ReturnType<typeof fontDigests>>>();

/** A source by its path and SHA-256. */
export interface DigestedSource {
  readonly path: string;
  readonly sha256: string;
}

/**
 * The SHA-256 of all that a person decides of what publications look like: sources by path, then what they are made with. What
 * Tagleaf brings has no part in it, for another version of it makes no other record; its fonts have, for it is not its version
 * that says which of them are installed.
 */
export function contentDigest(
  sources: readonly DigestedSource[],
  files: readonly FingerprintFile[],
  own: DigestsByPath = {},
): string {
  const made = Object.entries({
    ...own,
    ...Object.fromEntries(
      files.filter((file) => file.own !== true).map(({ path, bytes }) => [path, sha256Of(bytes)]),
    ),
  });
  const lines = [
    ...sources.map(({ path, sha256 }) => `${sha256}  source/${path}`),
    ...made.map(([path, sha256]) => `${sha256}  build/${path}`),
  ];
  return sha256Of(lines.toSorted(compareCodePoints).join('\n'));
}

/** Whether what was filed under a digest is the same content, by whichever release it was counted. */
export function isFiledContent(
  filed: string,
  sources: readonly DigestedSource[],
  files: readonly FingerprintFile[],
): boolean {
  return [{}, ...ownTemplatesOfReleases()].some((own) => contentDigest(sources, files, own) === filed);
}

/**
 * The same files with the options that were filed before, where those differ in how long the reading may be alone: that refuses,
 * and what was filed was not refused. So what is filed stays the same content, also from before that was counted in work.
 */
export function withFiledOptions(
  files: readonly FingerprintFile[],
  filed: Uint8Array | undefined,
): readonly FingerprintFile[] {
  if (filed === undefined) return files;
  return files.map((file) =>
    file.path === 'options.json' && bearing(file.bytes) === bearing(filed) ? { ...file, bytes: filed } : file,
  );
}

/**
 * Options as JSON, without the bounds of the reading, and with the dialect that was the only one before there was a choice;
 * `undefined` where they are no JSON, as in a bag that was changed.
 */
function bearing(options: Uint8Array): string | undefined {
  const isBound = (key: string): boolean => /^read(?:Seconds|Work|WorkPerByte)$/u.test(key);
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(options).toString('utf8'), (key, value: unknown) =>
      isBound(key) ? undefined : value,
    );
  } catch {
    return undefined;
  }
  return JSON.stringify({ dialect: 'auto', ...(typeof read === 'object' && read) });
}

/** A file of text that people read: two spaces, a line end. */
export function jsonFile(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

/** The SHA-256 of the faces that a run can use, by their ids: of those that are asked for. */
export async function fontDigests(
  settings: Pick<Settings, 'fonts' | 'modulesFrom' | 'theme' | 'themeAsFiled' | 'templates' | 'cwd'>,
  isAsked: (face: Face) => boolean,
): Promise<Readonly<Record<string, string>>> {
  const { fonts, modulesFrom } = settings;
  const { faces } = await readFonts(fonts, modulesFrom, (await loadTheme(settings)).fonts);
  const digests: Record<string, string> = {};
  for (const face of faces.filter(isAsked)) digests[face.id] = await fileDigest(face.path);
  return digests;
}

/** Whether a post with letters of these scripts may be set in a face. */
function isUsedFor(scripts: ReadonlySet<string>): (face: Face) => boolean {
  return ({ scripts: own }) => own === undefined || own.some((script) => scripts.has(script));
}

/** The theme, and behind it those that it extends, each as it is. */
export async function themeFiles(settings: Settings): Promise<readonly FingerprintFile[]> {
  const path = await findTheme(settings);
  const place = { path, name: shownPath(path, settings.cwd) };
  const layers = await readThemeLayers(place, baseThemeFinder(settings));
  return layers.map((layer, index) => ({
    path: filedThemeName(index + 1),
    bytes: layer.bytes,
    own: isOwnTheme(layer.path),
  }));
}

function isOwnTheme(theme: string): boolean {
  return pathInside(join(packageRoot(), 'templates'), theme) !== undefined;
}

/** The files of `epub` and `strings` in the project's own folder of templates; what Tagleaf brings is said by its version. */
async function templateFiles({ templates }: Settings): Promise<readonly FingerprintFile[]> {
  if (templates === undefined) return [];
  const found = new Map<string, FingerprintFile>();
  for (const folder of ['epub', 'strings']) {
    for (const name of (await listFiles(join(templates, folder))) ?? []) {
      const path = `templates/${folder}/${keptName(name)}`;
      found.set(path, { path, bytes: await readRegularFile(join(templates, folder, name)) });
    }
  }
  return [...found.values()];
}

/** The name of a template as it is kept: small letters, and one full stop (NARA Bulletin 2015-04 appendix B). */
export function keptName(name: string): string {
  return name.toLowerCase().replace(/\.(?=[^.]*\.)/gu, '-');
}
