import type { Colour } from './theme.ts';
import type { ThemeValues } from './theme-schema.ts';

/** What of a theme not everybody could read, and the key that says it. */
export interface ThemeFault {
  readonly key: readonly (string | number)[];
  readonly reason: string;
}

/** All of a theme that not everybody could read. What was filed is held to its text alone, as it was before. */
export function checkTheme(theme: ThemeValues, asFiled: boolean): readonly ThemeFault[] {
  const text = [...paleText(theme), ...paleCode(theme)];
  return asFiled ? text : [...text, ...paleForms(theme), ...smallType(theme), ...closeLines(theme)];
}

type Ink = keyof ThemeValues['colours'];
type Printed = readonly (readonly [ink: Ink, paper: Ink | 'white'])[];

/** Each colour of text and what it is printed on. */
const text: Printed = [
  ['text', 'white'],
  ['soft', 'white'],
  ['link', 'white'],
  ['text', 'callout'],
  ['link', 'callout'],
  ['text', 'code'],
  ['text', 'mark'],
];

/** Each colour of a form that tells something, and what it is drawn on. */
const forms: Printed = [
  ['calloutBar', 'white'],
  ['calloutBar', 'callout'],
  ['rule', 'white'],
];

/** WCAG 2.2 SC 1.4.11. */
const leastOfForms = 3;

/** WCAG 2.2 SC 1.4.3, or more where the theme asks for it. */
function paleText(theme: ThemeValues): readonly ThemeFault[] {
  const { leastContrast } = theme;
  const why =
    leastContrast === 4.5
      ? `text that everybody can read has ${leastContrast}:1 or more`
      : `\`leastContrast\` asks for ${leastContrast}:1`;
  return pale(text, theme, { least: leastContrast, why });
}

/** Code whose colours cannot be read on its ground. */
function paleCode({ colours, leastContrast, syntax }: ThemeValues): readonly ThemeFault[] {
  return Object.entries(syntax ?? {}).flatMap(([kind, colour]) => {
    const ratio = colour ? contrastRatio(colour, colours.code) : leastContrast;
    if (ratio >= leastContrast) return [];
    const found = `the contrast of \`syntax.${kind}\` on \`colours.code\` is ${ratio.toFixed(2)}:1`;
    const reason = `${found}; it has to be ${leastContrast}:1 or more: make one of them darker or lighter`;
    return [{ key: ['syntax', kind], reason }];
  });
}

function paleForms(theme: ThemeValues): readonly ThemeFault[] {
  const why = `forms that tell something have ${leastOfForms}:1 or more`;
  return pale(forms, theme, { least: leastOfForms, why });
}

function pale(
  printed: Printed,
  { colours }: ThemeValues,
  { least, why }: { readonly least: number; readonly why: string },
): readonly ThemeFault[] {
  return printed.flatMap(([ink, paper]) => {
    const ratio = contrastRatio(colours[ink], paper === 'white' ? [255, 255, 255] : colours[paper]);
    if (ratio >= least) return [];
    const on = paper === 'white' ? 'white' : `\`colours.${paper}\``;
    const found = `the contrast of \`colours.${ink}\` on ${on} is ${ratio.toFixed(2)}:1`;
    return [{ key: ['colours', ink], reason: `${found}; ${why}: make one of them darker or lighter` }];
  });
}

type Size = ThemeValues['type']['body'];

/** Each size with its key. */
function sizesOf({
  type,
}: ThemeValues): readonly { readonly key: readonly (string | number)[]; size: Size }[] {
  const { headings, ...others } = type;
  return [
    ...Object.entries(others).map(([name, size]) => ({ key: ['type', name], size })),
    ...headings.map((size, index) => ({ key: ['type', 'headings', index], size })),
  ];
}

function smallType(theme: ThemeValues): readonly ThemeFault[] {
  const { smallestPt } = theme;
  return sizesOf(theme).flatMap(({ key, size }) =>
    size.sizePt >= smallestPt
      ? []
      : [
          {
            key: [...key, 'sizePt'],
            reason: `\`${key.join('.')}.sizePt\` is ${size.sizePt}, less than \`smallestPt\`, which is ${smallestPt}: make it larger`,
          },
        ],
  );
}

function closeLines(theme: ThemeValues): readonly ThemeFault[] {
  return sizesOf(theme).flatMap(({ key, size }) =>
    size.leadingPt >= size.sizePt
      ? []
      : [
          {
            key: [...key, 'leadingPt'],
            reason: `\`${key.join('.')}.leadingPt\` is ${size.leadingPt}, less than its \`sizePt\`, which is ${size.sizePt}, so that lines touch: make it larger`,
          },
        ],
  );
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
