import * as v from 'valibot';
import type { Colour } from './theme.ts';

/** No letter of any theme is smaller, whatever it is for. */
const smallestOfAllPt = 8;

const length = v.pipe(v.number(), v.minValue(0), v.maxValue(2000));
const size = v.pipe(v.number(), v.minValue(smallestOfAllPt), v.maxValue(72));
const typeSize = v.strictObject({ sizePt: size, leadingPt: length });
const typeChange = v.partial(typeSize);
const colour = v.pipe(
  v.string(),
  v.regex(/^#[0-9a-fA-F]{6}$/, 'a colour, written as #rrggbb in quotes'),
  v.transform((text): Colour => {
    const value = Number.parseInt(text.slice(1), 16);
    return [value >> 16, (value >> 8) & 255, value & 255];
  }),
);

const margins = { top: length, bottom: length, measure: length };

const insets = {
  quote: 18,
  callout: 13,
  code: 9,
  note: 15,
  list: 20,
  listLabel: 7,
  cell: 6,
  contents: 16,
} as const;

const insetNames = Object.keys(insets) as readonly (keyof typeof insets)[]; // the keys of an object literal are its own

const headings = v.pipe(
  v.array(typeSize),
  v.minLength(1),
  v.description('Of levels 2, 3, 4 and deeper; as many as are told apart.'),
);

const typeNames = [
  'body',
  'title',
  'byline',
  'note',
  'table',
  'tableMinimum',
  'caption',
  'code',
  'furniture',
] as const;

/** The value for each name, as a map with these names for keys. */
function mapOf<Name extends string, Value>(
  names: readonly Name[],
  valueOf: (name: Name) => Value,
): Record<Name, Value> {
  // Each name is a key of it, and nothing else is.
  return Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<Name, Value>;
}

const colours = {
  text: colour,
  soft: colour,
  link: colour,
  rule: colour,
  callout: colour,
  calloutBar: colour,
  code: colour,
  mark: colour,
};

const codeKinds = ['comment', 'keyword', 'string', 'number', 'name'] as const;

const name = v.pipe(v.string(), v.description('What the theme is called.'));
const extended = v.pipe(
  v.string(),
  v.minLength(1),
  v.description('The theme that this one changes: a name, or a path relative to this file.'),
);

const fontName = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** Keys that a theme need not have, and what it has where it does not say: themes that were filed with records do not. */
const options = {
  smallestPt: v.pipe(
    size,
    v.description(
      'No letter is smaller, whatever it is for; where this is 8, those of readings above words (ruby) may be 6.',
    ),
  ),
  leastContrast: v.pipe(
    v.number(),
    v.minValue(4.5),
    v.maxValue(21),
    v.description('The least contrast of all text with what it is printed on.'),
  ),
  paragraphGapLeadings: v.pipe(
    v.number(),
    v.minValue(0),
    v.maxValue(3),
    v.description('The space between paragraphs, as a share of the distance of their lines.'),
  ),
  fonts: v.pipe(
    v.strictObject({
      text: v.optional(v.pipe(fontName, v.description('Of all text that has no other.'))),
      headings: v.optional(v.pipe(fontName, v.description('Of titles and headings.'))),
      mono: v.optional(v.pipe(fontName, v.description('Of code.'))),
    }),
    v.description(
      'Fonts, each an npm package or a folder of the project; what they lack the bundled ones have.',
    ),
  ),
  hyphenate: v.pipe(
    v.boolean(),
    v.description('Whether the words of paragraphs are hyphenated, in English, German, French and Spanish.'),
  ),
  printedUrls: v.pipe(
    v.boolean(),
    v.description('Whether the addresses of links to pages of the web are printed behind their words.'),
  ),
  syntax: v.pipe(
    v.nullable(v.strictObject(mapOf(codeKinds, () => v.optional(colour)))),
    v.description('Colours of code by what it is; where it is absent or empty, code has the colour of text.'),
  ),
  emphasis: v.pipe(
    v.picklist(['italic', 'bold']),
    v.description('How emphasis is shown: by slanted letters, or by heavy ones.'),
  ),
};

/** A theme that extends no other. */
export const themeSchema = v.strictObject({
  name,
  marginsPt: v.strictObject(margins),
  insetsPt: v.optional(v.strictObject(mapOf(insetNames, (key) => v.optional(length, insets[key]))), {}),
  type: v.strictObject({ ...mapOf(typeNames, () => typeSize), headings }),
  // The colour between the rows of tables is younger than the others.
  colours: v.strictObject({ ...colours, rowRule: v.optional(colour, '#b5b5b5') }),
  smallestPt: v.optional(options.smallestPt, smallestOfAllPt),
  leastContrast: v.optional(options.leastContrast, 4.5),
  paragraphGapLeadings: v.optional(options.paragraphGapLeadings, 0.5),
  fonts: v.optional(options.fonts, {}),
  hyphenate: v.optional(options.hyphenate, false),
  printedUrls: v.optional(options.printedUrls, false),
  syntax: v.optional(options.syntax, null),
  emphasis: v.optional(options.emphasis, 'italic'),
});

/** A theme that extends another: it says only what it changes. */
export const themeChangeSchema = v.strictObject({
  name,
  extends: extended,
  ...v.partial(
    v.strictObject({
      marginsPt: v.partial(v.strictObject(margins)),
      insetsPt: v.partial(v.strictObject(mapOf(insetNames, () => length))),
      type: v.partial(v.strictObject({ ...mapOf(typeNames, () => typeChange), headings })),
      colours: v.partial(v.strictObject({ ...colours, rowRule: colour })),
      ...options,
    }),
  ).entries,
});

/** What may stand in a theme file; `templates/theme.schema.json` is made from it. */
export const themeFileSchema = v.union([themeSchema, themeChangeSchema]);

/** What a theme says, with every default filled in. */
export type ThemeValues = v.InferOutput<typeof themeSchema>;

/** What a theme changes of another. */
export type ThemeChange = v.InferOutput<typeof themeChangeSchema>;
