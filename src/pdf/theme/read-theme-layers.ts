import { readRegularFile } from '../../files/regular-file.ts';
import { ResourceError, UsageError } from '../../diagnostics/errors.ts';
import type { Place } from '../../diagnostics/message.ts';
import { formatYamlProblem, readCheckedYaml } from '../../yaml/read-checked-yaml.ts';
import { readYaml, type ReadYaml } from '../../yaml/read-yaml.ts';
import { themeChangeSchema, themeSchema, type ThemeChange, type ThemeValues } from './theme-schema.ts';

/** A theme file, and what messages call it. */
export interface ThemePlace {
  readonly path: string;
  readonly name: string;
}

/** Finds the file of the theme that the one at `from` extends, or says why there is none, as the end of a sentence. */
export type FindBase = (extended: string, from: string) => Promise<ThemePlace | { readonly problem: string }>;

/** One file of a theme: what it says by itself. */
export interface ThemeLayer extends ThemePlace {
  readonly bytes: Uint8Array;
  readonly says: ThemeValues | ThemeChange;
  readonly placeOf: ReadYaml['placeOf'];
}

/**
 * The files of a theme, each before the one that it extends.
 *
 * @throws ResourceError where one cannot be read; UsageError where one is no theme, or they extend each other, with the place.
 */
export async function readThemeLayers(first: ThemePlace, findBase: FindBase): Promise<readonly ThemeLayer[]> {
  const layers: ThemeLayer[] = [];
  for (let place: ThemePlace | undefined = first; place !== undefined;) {
    const layer: ThemeLayer = await readLayer(place);
    layers.push(layer);
    place = await baseOf(layer, layers, findBase);
  }
  return layers;
}

async function readLayer(place: ThemePlace): Promise<ThemeLayer> {
  const { name, path } = place;
  const bytes = await readRegularFile(path).catch((cause: unknown) => {
    throw new ResourceError(`The theme ${name} cannot be read.`, { path, cause });
  });
  const text = bytes.toString('utf8');
  const options = { scalars: 'typed', aliases: 100 } as const;
  const { value } = readYaml(text, options);
  const isChange = typeof value === 'object' && value !== null && Object.hasOwn(value, 'extends');
  const read = isChange
    ? readCheckedYaml(text, themeChangeSchema, options)
    : readCheckedYaml(text, themeSchema, options);
  if ('problems' in read) throw new UsageError(formatYamlProblem(name, read.problems[0]));
  return { ...place, bytes, says: read.value, placeOf: read.placeOf };
}

async function baseOf(
  layer: ThemeLayer,
  layers: readonly ThemeLayer[],
  findBase: FindBase,
): Promise<ThemePlace | undefined> {
  const { says, placeOf, path } = layer;
  if (!('extends' in says)) return undefined;
  const fail = (reason: string): never => {
    throw themeError(layer, { place: placeOf(['extends']), reason });
  };
  const found = await findBase(says.extends, path);
  if ('problem' in found) return fail(found.problem);
  if (layers.some((known) => known.path === found.path)) {
    const ring = [...layers, found].map(({ name }) => name).join(' → ');
    return fail(`the themes extend each other: ${ring}; take one \`extends\` out`);
  }
  return found;
}

/** What is wrong with a theme, with its place. */
export function themeError(
  { name }: ThemePlace,
  problem: { readonly place: Place; readonly reason: string },
): UsageError {
  return new UsageError(formatYamlProblem(name, problem));
}
