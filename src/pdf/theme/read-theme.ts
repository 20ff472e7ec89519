import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { ResourceError, UsageError } from '../../diagnostics/errors.ts';
import { formatYamlProblem, readCheckedYaml } from '../../yaml/read-checked-yaml.ts';
import { standardMetrics } from './metrics.ts';
import type { Colour, Theme } from './theme.ts';

const length = v.pipe(v.number(), v.minValue(0), v.maxValue(2000));
const typeSize = v.strictObject({
  sizePt: v.pipe(v.number(), v.minValue(8), v.maxValue(72)),
  leadingPt: length,
});
const colour = v.pipe(
  v.string(),
  v.regex(/^#[0-9a-fA-F]{6}$/u, 'a colour, written as #rrggbb in quotes'),
  v.transform((text): Colour => {
    const value = Number.parseInt(text.slice(1), 16);
    return [value >> 16, (value >> 8) & 255, value & 255];
  }),
);

/** What a theme that names no inset has: the standard one is filed with records as it is, without them. */
const insets = v.optional(
  v.strictObject({
    quote: v.optional(length, 18),
    callout: v.optional(length, 13),
    code: v.optional(length, 9),
    note: v.optional(length, 15),
    list: v.optional(length, 20),
    listLabel: v.optional(length, 7),
    cell: v.optional(length, 6),
    contents: v.optional(length, 16),
  }),
  {},
);

const themeSchema: v.GenericSchema<unknown, Omit<Theme, 'metrics'>> = v.strictObject({
  name: v.string(),
  marginsPt: v.strictObject({ top: length, bottom: length, measure: length }),
  insetsPt: insets,
  type: v.strictObject({
    body: typeSize,
    title: typeSize,
    headings: v.pipe(v.array(typeSize), v.minLength(1)),
    byline: typeSize,
    note: typeSize,
    table: typeSize,
    tableMinimum: typeSize,
    caption: typeSize,
    code: typeSize,
    furniture: typeSize,
  }),
  colours: v.strictObject({
    text: colour,
    soft: colour,
    link: colour,
    rule: colour,
    // What a theme without it has: that of older records says nothing of it.
    rowRule: v.optional(colour, '#b5b5b5'),
    callout: colour,
    calloutBar: colour,
    code: colour,
    mark: colour,
  }),
});

/**
 * Reads a theme from a YAML file; `name` is what messages call it.
 *
 * @throws ResourceError where it cannot be read; UsageError where it is not a theme or its contrast is below 4.5:1, with the place.
 */
export async function readTheme(path: string, name: string = path): Promise<Theme> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new ResourceError(`The theme ${name} cannot be read.`, { path, cause });
  });
  const read = readCheckedYaml(text, themeSchema, { scalars: 'typed', aliases: 100 });
  if ('problems' in read) throw new UsageError(formatYamlProblem(name, read.problems[0]));
  const theme = { ...read.value, metrics: standardMetrics };
  const pale = findPale(theme);
  if (pale === undefined) return theme;
  const place = read.placeOf(['colours', pale.ink]);
  throw new UsageError(formatYamlProblem(name, { place, reason: pale.reason }));
}

type Ink = keyof Theme['colours'];

/** Each colour of text and what it is printed on. */
const printed: readonly (readonly [ink: Ink, paper: Ink | 'white'])[] = [
  ['text', 'white'],
  ['soft', 'white'],
  ['link', 'white'],
  ['text', 'callout'],
  ['link', 'callout'],
  ['text', 'code'],
  ['text', 'mark'],
];

/** The first colour of text that cannot be read well on what it is printed on (WCAG 2.2 SC 1.4.3). */
function findPale({ colours }: Theme): { readonly ink: Ink; readonly reason: string } | undefined {
  const pale = printed
    .map(([ink, paper]) => {
      const ratio = contrastRatio(colours[ink], paper === 'white' ? [255, 255, 255] : colours[paper]);
      return { ink, paper, ratio };
    })
    .find(({ ratio }) => ratio < 4.5);
  if (pale === undefined) return undefined;
  const { ink, paper, ratio } = pale;
  const on = paper === 'white' ? 'white' : `\`colours.${paper}\``;
  const reason = `the contrast of \`colours.${ink}\` on ${on} is ${ratio.toFixed(2)}:1; text that everybody can read has 4.5:1 or more: make one of them darker or lighter`;
  return { ink, reason };
}

/** The contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
function contrastRatio(first: Colour, second: Colour): number {
  const [light, dark] = [luminance(first), luminance(second)].toSorted((a, b) => b - a) as [number, number]; // two in, two out
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number]; // a colour has three parts
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
