import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { parse } from 'yaml';
import { findUnfit } from '../../characters/unfit.ts';
import { ResourceError, UsageError } from '../../diagnostics/errors.ts';
import { standardMetrics } from './metrics.ts';
import type { Colour, Theme } from './theme.ts';

const length = v.pipe(v.number(), v.minValue(0), v.maxValue(2000));
const typeSize = v.strictObject({
  sizePt: v.pipe(v.number(), v.minValue(8), v.maxValue(72)),
  leadingPt: length,
});
const colour = v.pipe(
  v.string(),
  v.regex(/^#[0-9a-fA-F]{6}$/u, 'a colour is written #rrggbb'),
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
    callout: colour,
    calloutBar: colour,
    code: colour,
    mark: colour,
  }),
});

/**
 * Reads a theme from a YAML file.
 * @throws ResourceError where it cannot be read; UsageError where it is not a theme or its contrast is below 4.5:1.
 */
export async function readTheme(path: string): Promise<Theme> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new ResourceError(`The theme ${path} cannot be read.`, { path, cause });
  }
  const parsed = v.safeParse(themeSchema, parse(text));
  if (!parsed.success) {
    const issue = parsed.issues[0];
    throw new UsageError(`${path}: ${v.getDotPath(issue) ?? 'theme'}: ${issue.message}`);
  }
  const unfit = findUnfit(parsed.output);
  if (unfit !== undefined) {
    throw new UsageError(
      `${path}: ${unfit.keys.join('.')} holds a character that no file can show: ${unfit.holds}`,
    );
  }
  const theme = { ...parsed.output, metrics: standardMetrics };
  checkContrast(theme, path);
  return theme;
}

/** WCAG 2.2 SC 1.4.3: each colour of text against each background it is printed on. */
function checkContrast(theme: Theme, name: string): void {
  const { text, soft, link, callout, code, mark } = theme.colours;
  const white: Colour = [255, 255, 255];
  for (const [ink, paper] of [
    [text, white],
    [soft, white],
    [link, white],
    [text, callout],
    [link, callout],
    [text, code],
    [text, mark],
  ] as const) {
    const ratio = contrastRatio(ink, paper);
    if (ratio < 4.5) {
      throw new UsageError(
        `${name}: contrast of ${ink.join()} on ${paper.join()} is ${ratio.toFixed(2)}:1, below 4.5:1`,
      );
    }
  }
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
