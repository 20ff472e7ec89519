/** a, b, c, d, e, f as SVG and PDF write a transformation: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** A part of an outline, by the points that it leads over: two numbers to move or to draw a line, six for a curve, none to close. */
export type Segment = readonly number[];

/** Where the parts of an outline lead. The first one moves to where it begins; one of no numbers closes. */
export type Outline = readonly (
  | { readonly to: 'move' | 'line' | 'curve'; readonly points: Segment }
  | { readonly to: 'close' }
)[];

/** A colour of sRGB, each part 0 to 1. */
export type DrawingColour = readonly [red: number, green: number, blue: number];

/** Colours that pass into each other; beyond its ends each goes on. */
export interface Gradient {
  /** x and y of both ends, or of each circle with its radius behind them: the inner one first. */
  readonly ends:
    | readonly [number, number, number, number]
    | readonly [number, number, number, number, number, number];
  /** From its own space to that of the outline. */
  readonly matrix: Matrix;
  /** From 0 to 1, each offset no less than the one before it; two at least. */
  readonly stops: readonly { readonly offset: number; readonly colour: DrawingColour }[];
}

/** With what an outline is filled, or its line drawn. */
export interface Paint {
  readonly colour: DrawingColour | Gradient;
  readonly opacity: number;
}

/** The line along an outline. */
export interface Stroke extends Paint {
  readonly width: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
  readonly miterLimit: number;
  readonly dashes: readonly number[];
  readonly dashOffset: number;
}

/** An outline that is filled, drawn or both. */
export interface DrawingPath {
  readonly type: 'path';
  readonly matrix?: Matrix;
  readonly outline: Outline;
  readonly evenOdd: boolean;
  readonly fill?: Paint;
  readonly stroke?: Stroke;
  /** Whether the line lies below what fills it. */
  readonly strokeFirst: boolean;
}

/** Pixels in the place of what has no outlines, row by row from the top left. */
export interface DrawingPixels {
  readonly type: 'pixels';
  /** From a square of one by one, y downwards, to where they lie. */
  readonly matrix: Matrix;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Red, green and blue of each pixel, not dimmed by how opaque it is. */
  readonly colours: Uint8Array;
  /** How opaque each pixel is, 0 to 255. */
  readonly opacities: Uint8Array;
}

/** A part of a picture, or several that belong together. */
export type DrawingNode = DrawingGroup | DrawingPath | DrawingPixels;

/** What is moved, made see-through or cut out together. */
export interface DrawingGroup {
  readonly type: 'group';
  readonly matrix?: Matrix;
  readonly opacity: number;
  /** How its colours mix with those behind it, as CSS calls it. */
  readonly blend?: BlendMode;
  /** Outside of it nothing of the group is seen. */
  readonly clip?: Clip;
  readonly children: readonly DrawingNode[];
}

/** An area, and how far it is cut by another. */
export interface Clip {
  readonly outline: Outline;
  readonly evenOdd: boolean;
  readonly within?: Clip;
}

/** The ways of mixing that CSS and PDF share (Compositing and Blending 1; ISO 32000-1 §11.3.5). */
export const blendModes = {
  multiply: 'Multiply',
  screen: 'Screen',
  overlay: 'Overlay',
  darken: 'Darken',
  lighten: 'Lighten',
  'color-dodge': 'ColorDodge',
  'color-burn': 'ColorBurn',
  'hard-light': 'HardLight',
  'soft-light': 'SoftLight',
  difference: 'Difference',
  exclusion: 'Exclusion',
  hue: 'Hue',
  saturation: 'Saturation',
  color: 'Color',
  luminosity: 'Luminosity',
} as const;

/** One of them. */
export type BlendMode = keyof typeof blendModes;

/** A picture of outlines, and of pixels where there are none, y downwards. */
export interface Drawing {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly root: DrawingGroup;
}

/** One transformation that does what the second and then the first do. */
export function concat(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [a2, b2, c2, d2, e2, f2] = inner;
  return [
    a * a2 + c * b2,
    b * a2 + d * b2,
    a * c2 + c * d2,
    b * c2 + d * d2,
    a * e2 + c * f2 + e,
    b * e2 + d * f2 + f,
  ];
}

/** What undoes a transformation; `undefined` for one that draws everything on a line or a point. */
export function inverse([a, b, c, d, e, f]: Matrix): Matrix | undefined {
  const size = a * d - b * c;
  if (!Number.isFinite(1 / size)) return undefined;
  return [d / size, -b / size, -c / size, a / size, (c * f - d * e) / size, (b * e - a * f) / size];
}
