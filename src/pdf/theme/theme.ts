import type { NamedFonts } from '../../fonts/face.ts';
import type { CodeKind } from '../../highlight/colour-code.ts';
import type { Metrics } from './metrics.ts';

/** A colour of sRGB, each part 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** Size and leading (distance of baselines), both in points. */
export interface TypeSize {
  readonly sizePt: number;
  readonly leadingPt: number;
}

/** How far things stand in from the edge of what holds them, points. */
export interface Insets {
  /** Quotations, definitions and verse. */
  readonly quote: number;
  /** The words of a callout, at either side. */
  readonly callout: number;
  /** The lines of code, at either side. */
  readonly code: number;
  /** The words of a note, behind its label. */
  readonly note: number;
  /** The items of a list at least, and the room between a label and its item. */
  readonly list: number;
  readonly listLabel: number;
  /** The words of a cell, at either side. */
  readonly cell: number;
  /** Entries of the contents from the one that holds them, and further lines of one from its first. */
  readonly contents: number;
}

/** How pages look. All lengths in points. */
export interface Theme {
  readonly name: string;
  readonly marginsPt: {
    readonly top: number;
    readonly bottom: number;
    /** Left and right margins follow from the measure, which is centred on the page. */
    readonly measure: number;
  };
  readonly insetsPt: Insets;
  /** All other measures: of Tagleaf, but for those that a theme can say. */
  readonly metrics: Metrics;
  /** What it names; the bundled fonts stand behind them. */
  readonly fonts: NamedFonts;
  /** Colours of code by what it is; `null` where none of it is told apart. */
  readonly syntax: { readonly [Kind in CodeKind]?: Colour | undefined } | null;
  /** How emphasis is shown: by slanted letters, or by heavy ones. */
  readonly emphasis: 'italic' | 'bold';
  /** Whether the words of paragraphs are hyphenated, in languages of which it is known how. */
  readonly hyphenate: boolean;
  /** Whether the addresses of links are printed behind their words. */
  readonly printedUrls: boolean;
  /** The least contrast of all text with what it is printed on, to one. */
  readonly leastContrast: number;
  readonly type: {
    readonly body: TypeSize;
    readonly title: TypeSize;
    /** Levels 2, 3, 4 and deeper. */
    readonly headings: readonly TypeSize[];
    readonly byline: TypeSize;
    readonly note: TypeSize;
    readonly table: TypeSize;
    readonly tableMinimum: TypeSize;
    readonly caption: TypeSize;
    readonly code: TypeSize;
    readonly furniture: TypeSize;
  };
  readonly colours: {
    readonly text: Colour;
    readonly soft: Colour;
    readonly link: Colour;
    readonly rule: Colour;
    /** Between the rows of a table. */
    readonly rowRule: Colour;
    readonly callout: Colour;
    readonly calloutBar: Colour;
    readonly code: Colour;
    readonly mark: Colour;
  };
}
