import { createRequire } from 'node:module';
import { join } from 'node:path';
import { sha256Of } from '../files/digest.ts';
import { listNames } from '../files/list-names.ts';
import { readIfThere } from '../files/read-if-there.ts';
import { boundOptions, fontDigests, themeFiles, type boundKeys } from './fingerprint.ts';
import { packageRoot } from './package-root.ts';
import type { Settings } from './settings.ts';
import { softwareVersions } from './software-versions.ts';

/** Of each setting that is not bound to what is filed: whether what a run makes or says may be another by it. */
const bearing = {
  // What is named relative to it is part of each post's own key.
  cwd: false,
  inputs: false,
  out: false,
  formats: true,
  themeAsFiled: true,
  profile: true,
  strict: true,
  // Whether an entry was verified stands in it.
  verify: false,
  write: false,
  // What is looked for there has digests below.
  modulesFrom: false,
  templates: false,
  filedOwnTemplates: true,
  filedDialects: false,
  allowPlugins: true,
  collections: false,
  // Nothing is filed by a build.
  lookedFor: false,
  pageList: true,
  catalogue: true,
  checkLinks: false,
  drafts: true,
  force: false,
  asOf: true,
  sourceDate: true,
  cache: false,
  workers: false,
} as const satisfies Readonly<Record<Exclude<keyof Settings, keyof typeof boundKeys>, boolean>>;

/** Decoders that a project may install beside Tagleaf. */
const optionalDecoders = ['@jsquash/avif', '@imagemagick/magick-wasm'];

/**
 * All that every publication of a run depends on beside its own posts and what lies around them, as plain data: programs, settings,
 * theme, fonts and templates. `undefined` where programs of others take part, of which nobody knows what they depend on.
 *
 * @throws UsageError and ResourceError where theme, fonts or templates are not what they should be.
 */
export async function runKey(
  settings: Settings,
): Promise<(Look & Readonly<Record<string, unknown>>) | undefined> {
  const look = await lookOf(settings);
  const { templates } = look;
  if (settings.plugins.length > 0 || (settings.allowPlugins && templates.some(([name]) => isProgram(name)))) {
    return undefined;
  }
  // The keys of an object literal are its own: `Object.keys` cannot say so.
  const keys = Object.keys(bearing) as readonly (keyof typeof bearing)[];
  return {
    programs: {
      ...softwareVersions(),
      unicode: process.versions.unicode,
      architecture: process.arch,
      // Of a checkout, whose version stays while its code changes.
      code: await digestIfThere(join(packageRoot(), 'dist', 'build.sha256')),
      decoders: await Promise.all(optionalDecoders.map(installedAs)),
    },
    bound: boundOptions(settings),
    run: Object.fromEntries(keys.filter((key) => bearing[key]).map((key) => [key, settings[key]])),
    fonts: Object.entries(await fontDigests(settings, () => true)),
    ...look,
  };
}

/** What a project itself says of its look: the digests of its theme, with those that it extends, and of its templates. */
export interface Look {
  readonly theme: readonly DigestOf[];
  readonly templates: readonly DigestOf[];
}

type DigestOf = readonly [name: string, sha256: string | undefined];

/**
 * The look of a project as it is now.
 *
 * @throws UsageError and ResourceError where theme or templates are not what they should be.
 */
export async function lookOf(settings: Settings): Promise<Look> {
  const theme = (await themeFiles(settings)).map(({ path, bytes }) => [path, sha256Of(bytes)] as const);
  return { theme, templates: await templateDigests(settings) };
}

function isProgram(name: string): boolean {
  return name.endsWith('.ejs');
}

/** The digests of all that stands in the project's own folders of templates, behind links too. */
async function templateDigests({ templates }: Settings): Promise<readonly DigestOf[]> {
  if (templates === undefined) return [];
  const digests: DigestOf[] = [];
  for (const folder of ['epub', 'strings']) {
    for (const name of (await listNames(join(templates, folder))) ?? [])
      digests.push([`${folder}/${name}`, await digestIfThere(join(templates, folder, name))]);
  }
  return digests;
}

async function digestIfThere(path: string): Promise<string | undefined> {
  const bytes = await readIfThere(path);
  return bytes && sha256Of(bytes);
}

const ownRequire = createRequire(import.meta.url);

/** The digest of what says which version of a package is installed; `undefined` where none is. */
async function installedAs(name: string): Promise<string | undefined> {
  const path = ownRequire.resolve.paths(name)?.map((folder) => join(folder, name, 'package.json')) ?? [];
  for (const manifest of path) {
    const digest = await digestIfThere(manifest);
    if (digest !== undefined) return digest;
  }
  return undefined;
}
