import type { FlowPlaced } from '../flow-mark.ts';
import type { Unit } from '../flow-block.ts';
import { drawBack } from './draw-back.ts';
import { fillPages } from './fill-pages.ts';
import type { PageFrame } from './open-page.ts';
import { placePage } from './place-page.ts';

/** Divides units into pages, and draws the last one back where it would have too few lines. Every unit and every note is placed exactly once, in order. */
export function paginate(units: readonly Unit[], frame: PageFrame): readonly (readonly FlowPlaced[])[] {
  return drawBack(units, fillPages(units, frame), frame).map((page) => placePage(page, frame));
}
