import type { Asset } from '../../document/asset.ts';
import type { LinkTarget } from '../../document/inline.ts';
import type { GlyphRun } from '../../text/shape-text.ts';
import type { Slot, StructElem } from '../structure/struct-elem.ts';
import type { Colour } from '../theme/theme.ts';

/** Text in one colour and size, starting at a baseline point. `slot` is `null` where it is an artifact. */
export interface RunMark {
  readonly type: 'run';
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly runs: readonly GlyphRun[];
  /** Whether its runs follow each other from its right end. */
  readonly rightToLeft?: true;
  readonly sizePt: number;
  readonly colour: Colour;
  readonly slot: Slot | null;
  /** Where the glyphs stand for other characters, for instance spaces for a tab. */
  readonly actualText?: string;
  /** Whether its glyphs are drawn as shapes, so that an artifact is no text to those who search and copy. */
  readonly asShapes?: true;
  /** Position of its first character among the texts of the document (`Text.offset`). */
  readonly offset?: number;
}

/** A filled rectangle: always an artifact. `under` are painted before all content of the page. */
export interface RectMark {
  readonly type: 'rect';
  readonly x: number;
  readonly y: number;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly colour: Colour;
  readonly under: boolean;
}

/** A filled area within a rectangle, by its corners in shares of width and height: always an artifact. */
export interface ShapeMark {
  readonly type: 'shape';
  readonly x: number;
  readonly y: number;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly corners: readonly (readonly number[])[];
  readonly colour: Colour;
}

/** Round dots in a row, of which the centres of the first and the last stand at the ends: always an artifact. */
export interface DotsMark {
  readonly type: 'dots';
  readonly x: number;
  /** Of their centres. */
  readonly y: number;
  readonly widthPt: number;
  readonly dotPt: number;
  /** From one centre to the next. */
  readonly stepPt: number;
  readonly colour: Colour;
}

/** A picture. */
export interface ImageMark {
  readonly type: 'image';
  readonly x: number;
  readonly y: number;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly asset: Asset;
  readonly slot: Slot | null;
  /** Its position among the texts (`Image.offset`). */
  readonly offset?: number;
}

/** The area of a link annotation. */
export interface LinkMark {
  readonly type: 'link';
  readonly x: number;
  readonly y: number;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly elem: StructElem;
  readonly target: LinkTarget;
  /** The accessible name. */
  readonly contents: string;
}

/** A place that links and bookmarks lead to. */
export interface AnchorMark {
  readonly type: 'anchor';
  readonly id: string;
  readonly y: number;
}

/** What a page is drawn with. */
export type Mark = RunMark | RectMark | ShapeMark | DotsMark | ImageMark | LinkMark | AnchorMark;

/** Marks that keep their own coordinates, moved down by `top`; `repeated` ones are artifacts of pagination. */
export interface Placed {
  readonly top: number;
  readonly marks: readonly Mark[];
  readonly repeated?: boolean;
}

/** One page; points, origin at the top left. */
export interface Page {
  readonly label: string;
  /** In reading order. */
  readonly placed: readonly Placed[];
  readonly header: readonly RunMark[];
  readonly footer: readonly RunMark[];
  /** The offset of the first text or picture on it; absent where it has none of its own. */
  readonly offset?: number;
  /** Whether it is on its side: as wide as the others are high. */
  readonly turned?: true;
}

/** A laid-out document. */
export interface DisplayList {
  readonly widthPt: number;
  readonly heightPt: number;
  readonly pages: readonly Page[];
}
