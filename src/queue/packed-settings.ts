import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { UsageError } from '../diagnostics/errors.ts';
import { sha256Of } from '../files/digest.ts';
import { listNames } from '../files/list-names.ts';
import { readIfThere } from '../files/read-if-there.ts';
import { writeWhole } from '../files/write-whole.ts';
import { themeFiles } from '../project/fingerprint.ts';
import { isThemePath } from '../project/find-theme.ts';
import { runKey } from '../project/run-key.ts';
import type { Settings } from '../project/settings.ts';
import { getWhole, type ContentStore } from './content-store.ts';

/** The settings of a run without what is of its machine: plain data. */
interface PackedSettings {
  readonly fit: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Theme and templates of the project by paths in a folder, where it has its own. */
  readonly files: readonly (readonly [path: string, sha256: string])[];
}

/**
 * What two machines have to have in common to make the same bytes: programs, fonts, decoders.
 *
 * @throws as `runKey`; UsageError where programs of a project take part.
 */
export async function fitOf(settings: Settings): Promise<string> {
  const key = await runKey(settings);
  if (key === undefined) throw new UsageError(noPrograms);
  return sha256Of(JSON.stringify([process.platform, key['programs'], key['fonts']]));
}

const noPrograms =
  'a queue takes no plug-ins and no templates that are programs: no code goes to its workers';

/**
 * Puts the settings of a run into the store, with theme and templates; gives their digest.
 *
 * @throws as `fitOf`
 */
export async function packSettings(settings: Settings, store: ContentStore): Promise<string> {
  if (settings.plugins.length > 0) throw new UsageError(noPrograms);
  const fit = await fitOf(settings);
  const files: (readonly [string, string])[] = [];
  const layers = await themeFiles(settings);
  const isOwn = layers.every((layer) => layer.own === true);
  if (!isOwn) for (const { path, bytes } of layers) files.push([path, await store.put(bytes)]);
  for (const [path, bytes] of await templatesOf(settings)) files.push([path, await store.put(bytes)]);
  const packed: PackedSettings = {
    fit,
    settings: { ...settings, cache: undefined, inputs: [], collections: [], modulesFrom: '', out: '' },
    files,
  };
  return store.put(Buffer.from(JSON.stringify(packed)));
}

async function templatesOf({ templates }: Settings): Promise<readonly (readonly [string, Uint8Array])[]> {
  if (templates === undefined) return [];
  const found: (readonly [string, Uint8Array])[] = [];
  for (const folder of ['epub', 'strings']) {
    for (const name of (await listNames(join(templates, folder))) ?? []) {
      const bytes = await readIfThere(join(templates, folder, name));
      if (bytes) found.push([`templates/${folder}/${name}`, bytes]);
    }
  }
  return found;
}

const safePath = /^(?:theme(?:-\d{1,4})?\.yaml|templates\/(?:epub|strings)\/(?!\.)[^/\\\0]{1,200})$/u;

const packedSchema = v.object({
  fit: v.string(),
  settings: v.looseObject({
    cwd: v.string(),
    theme: v.string(),
    plugins: v.pipe(v.array(v.string()), v.maxLength(0, noPrograms)),
    sourceDate: v.optional(v.string()),
    templates: v.optional(v.string()),
    themeAsFiled: v.boolean(),
  }),
  files: v.array(v.tuple([v.pipe(v.string(), v.regex(safePath)), v.string()])),
});

/** The settings of a run on this machine, and what a machine has to have to make the same bytes with them. */
export interface UnpackedSettings {
  readonly settings: Settings;
  readonly fit: string;
}

/**
 * Settings from the store, with theme and templates laid out in a folder of this process. Fonts are looked for beside this worker;
 * whatever the settings say of folders to read or to write is left aside, and no program of theirs runs.
 *
 * @throws ResourceError where something is not in the store; ValiError where they are no settings.
 */
export async function unpackSettings(
  sha256: string,
  store: ContentStore,
  { folder, modulesFrom }: { readonly folder: string; readonly modulesFrom: string },
): Promise<UnpackedSettings> {
  const bytes = await getWhole(store, sha256);
  const { fit, settings, files } = v.parse(packedSchema, JSON.parse(Buffer.from(bytes).toString('utf8')));
  for (const [path, digest] of files) {
    const content = await getWhole(store, digest);
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeWhole(join(folder, path), content, { flushed: false });
  }
  const hasTheme = files.some(([path]) => path === 'theme.yaml');
  if (!hasTheme && isThemePath(settings.theme)) throw new UsageError('settings without their theme');
  const hasTemplates = settings.templates !== undefined;
  const templates = join(folder, 'templates');
  if (hasTemplates) await mkdir(templates, { recursive: true });
  const { sourceDate } = settings;
  const own = {
    ...settings,
    ...(hasTheme && { theme: join(folder, 'theme.yaml'), themeAsFiled: true }),
    templates: hasTemplates ? templates : undefined,
    sourceDate: sourceDate === undefined ? undefined : new Date(sourceDate),
    modulesFrom,
    out: folder,
    inputs: [],
    collections: [],
    plugins: [],
    allowPlugins: false,
    write: false,
    checkLinks: false,
    cache: undefined,
  };
  // Sound as far as it is looked at above; a worker of the same version, which is compared, has the same settings.
  return { settings: own as unknown as Settings, fit };
}
