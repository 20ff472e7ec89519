import type {
  AnchorMark,
  DotsMark,
  ImageMark,
  LinkMark,
  RectMark,
  RunMark,
  ShapeMark,
} from './display-list.ts';

/** What the words of a line take of its room, points; `start` is from the edge of the page at which lines start. */
export interface LineExtent {
  readonly start: number;
  readonly widthPt: number;
}

/**
 * A mark along the line: it begins at `start`, from the edge of the page at which lines start, and goes on from there. What is
 * part of a line of words keeps its place among them wherever lines start: there `start` is what it is where that is the left.
 */
type Along<M extends { readonly x: number }> = Omit<M, 'x'> & {
  readonly start: number;
  readonly line?: LineExtent;
};

/** Text that is laid out, its page not yet placed. */
export type FlowRun = Along<RunMark>;

/** A filled rectangle that is laid out. */
export type FlowRect = Along<RectMark>;

/** A filled area that is laid out. */
export type FlowShape = Along<ShapeMark>;

/** A row of dots that is laid out. */
export type FlowDots = Along<DotsMark>;

/** A picture that is laid out. */
export type FlowImage = Along<ImageMark>;

/** The area of a link that is laid out. */
export type FlowLink = Along<LinkMark>;

/** What layout makes: the marks of the display list before it is known where on the page lines start. */
export type FlowMark = FlowRun | FlowRect | FlowShape | FlowDots | FlowImage | FlowLink | AnchorMark;

/** Marks that keep their own coordinates, moved down by `top`; `repeated` ones are artifacts of pagination. */
export interface FlowPlaced {
  readonly top: number;
  readonly marks: readonly FlowMark[];
  readonly repeated?: boolean;
}
