import { checkTheme } from './check-theme.ts';
import { standardMetrics, type Metrics } from './metrics.ts';
import { readThemeLayers, themeError, type FindBase, type ThemeLayer } from './read-theme-layers.ts';
import type { Theme } from './theme.ts';
import type { ThemeChange, ThemeValues } from './theme-schema.ts';

/** How a theme is read. */
export interface ReadThemeOptions {
  /** What messages call it: its path where absent. */
  readonly name?: string;
  /** Where absent, it can extend no other. */
  readonly findBase?: FindBase;
  /** It was filed with a record: what was let in then is let in still. */
  readonly asFiled?: boolean;
}

/**
 * Reads a theme from its YAML file, and from those that it extends.
 *
 * @throws ResourceError where one cannot be read; UsageError where it is not a theme, or cannot be read well by everybody, with
 * the place.
 */
export async function readTheme(path: string, options: ReadThemeOptions = {}): Promise<Theme> {
  const { name = path, findBase = findNone, asFiled = false } = options;
  const layers = await readThemeLayers({ path, name }, findBase);
  const values = mergeLayers(layers);
  const [fault] = checkTheme(values, asFiled);
  const [first] = layers;
  if (fault && first) {
    const { key, reason } = fault;
    // What it takes from another is wrong by what it changes, or already there: it stands where the other is named.
    const says = hasKey(first.says, key) || !('extends' in first.says);
    throw themeError(first, { place: first.placeOf(says ? key : ['extends']), reason });
  }
  return { ...values, metrics: metricsOf(values) };
}

const findNone: FindBase = async (extended) => ({ problem: `there is no theme \`${extended}\` to extend` });

/** The values of the last layer, changed by those before it. */
function mergeLayers(layers: readonly ThemeLayer[]): ThemeValues {
  const said: readonly (ThemeValues | ThemeChange)[] = layers.map(({ says }) => says);
  const { extends: _extends, ...values } = { extends: undefined, ...said.reduceRight(mergeMaps) };
  // The last layer extends no other: it says every key, and a change takes none away.
  return values as ThemeValues;
}

/** Maps are merged key by key; any other value, lists among them, takes the place of what was there. */
function mergeMaps<Base extends object>(base: Base, change: object): Base {
  const merged = new Map<string, unknown>(Object.entries(base));
  for (const [key, value] of Object.entries(change)) {
    const under = merged.get(key);
    merged.set(key, isMap(under) && isMap(value) ? mergeMaps(under, value) : value);
  }
  // Both went through schemas in which a key has values of one kind.
  return Object.fromEntries(merged) as Base;
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasKey(value: unknown, [first, ...rest]: readonly (string | number)[]): boolean {
  if (first === undefined) return true;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, first)) return false;
  return hasKey(Reflect.get(value, first), rest);
}

/** The measures of the layout, with those that a theme can say. */
function metricsOf({ paragraphGapLeadings, smallestPt }: ThemeValues): Metrics {
  const { inline, paragraph, text } = standardMetrics;
  return {
    ...standardMetrics,
    text: { ...text, smallestPt },
    inline: {
      ...inline,
      codeLeastPt: Math.max(inline.codeLeastPt, smallestPt),
      rubyLeastPt: smallestPt > text.smallestPt ? smallestPt : inline.rubyLeastPt,
    },
    paragraph: { ...paragraph, gapLeadings: paragraphGapLeadings },
  };
}
