import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { findTheme } from '../project/find-theme.ts';
import { packageRoot, packageVersion } from '../project/package-root.ts';
import type { Settings } from '../project/settings.ts';
import { compareCodePoints } from '../files/compare-code-points.ts';
import { sha256Of } from '../files/digest.ts';
import { listFiles } from '../files/list-names.ts';
import { readIfThere } from '../files/read-if-there.ts';
import { readFonts } from '../fonts/read-fonts.ts';
import type { SoftwareVersions } from './metadata/premis-input.ts';

/** A file of `data/build/`: with what the renderings were made. */
export interface EvidenceFile {
  /** Below `data/build/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The programs that pack a bag. */
export function softwareVersions(): SoftwareVersions {
  return { tagleaf: packageVersion(), node: process.versions.node, icu: process.versions['icu'] ?? 'none' };
}

/** The options that bear on bytes: what a person can set, without paths of this machine. `collection` names its files as filed. */
export function filedOptions(
  settings: Settings,
  collection?: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { page, lang, agency, dateOrder, datesInNames, links, limits, levels, plugins, fonts } = settings;
  return {
    page,
    theme: basename(settings.theme).replace(/\.ya?ml$/iu, ''),
    lang,
    agency,
    dateOrder,
    datesInNames,
    links,
    limits,
    levels,
    plugins,
    fonts,
    ...(collection && { collection }),
  };
}

/** Theme, templates, words, digests of the fonts, options and lock file of a run, sorted by path. */
export async function buildEvidence(
  settings: Settings,
  collection?: Readonly<Record<string, unknown>>,
): Promise<readonly EvidenceFile[]> {
  const theme = await findTheme(settings);
  // The same for every record of a run, and some megabytes to read.
  const fonts = digestsOfRun.get(settings) ?? fontDigests(settings);
  digestsOfRun.set(settings, fonts);
  const files: EvidenceFile[] = [
    { path: 'options.json', bytes: json(filedOptions(settings, collection)) },
    { path: 'theme.yaml', bytes: await readFile(theme) },
    { path: 'fonts.json', bytes: json(await fonts) },
    ...(await templateFiles(settings)),
  ];
  const lock = await readIfThere(join(settings.modulesFrom, 'package-lock.json'));
  if (lock) files.push({ path: 'package-lock.json', bytes: lock });
  return files.toSorted((a, b) => compareCodePoints(a.path, b.path));
}

const digestsOfRun = new WeakMap<Settings, Promise<Readonly<Record<string, string>>>>();

/** The SHA-256 of everything that decides what the renderings look like: sources by path, then the evidence. */
export function contentDigest(
  sources: readonly { readonly path: string; readonly sha256: string }[],
  evidence: readonly EvidenceFile[],
): string {
  const lines = [
    ...sources.map(({ path, sha256 }) => `${sha256}  source/${path}`),
    ...evidence.map(({ path, bytes }) => `${sha256Of(bytes)}  build/${path}`),
  ];
  return sha256Of(lines.toSorted(compareCodePoints).join('\n'));
}

/** A file of text that people read: two spaces, a line end. */
export function json(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

/** The SHA-256 of every face that a run can use, by its id. */
export async function fontDigests({
  fonts,
  modulesFrom,
}: Pick<Settings, 'fonts' | 'modulesFrom'>): Promise<Readonly<Record<string, string>>> {
  const { faces } = await readFonts(fonts, modulesFrom);
  const digests: Record<string, string> = {};
  for (const { id, path } of faces) digests[id] = sha256Of(await readFile(path));
  return digests;
}

/** The files of `templates/epub` and `templates/strings` as they were used: those of the user stand in for ours. */
async function templateFiles({ templates }: Settings): Promise<readonly EvidenceFile[]> {
  const found = new Map<string, EvidenceFile>();
  for (const root of [join(packageRoot(), 'templates'), ...(templates === undefined ? [] : [templates])]) {
    for (const folder of ['epub', 'strings']) {
      for (const name of (await listFiles(join(root, folder))) ?? []) {
        const path = `templates/${folder}/${filedName(name)}`;
        found.set(path, { path, bytes: await readFile(join(root, folder, name)) });
      }
    }
  }
  return [...found.values()];
}

/** The name of a template in a bag: small letters, and one full stop (NARA Bulletin 2015-04 appendix B). */
export function filedName(name: string): string {
  return name.toLowerCase().replace(/\.(?=[^.]*\.)/gu, '-');
}
