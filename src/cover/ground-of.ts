import type { CoverGround } from '../document/publication.ts';
import { startsRightToLeft } from '../text/directions.ts';
import { drawnGround } from './cover-colours.ts';

/** What the cover of a title goes on in: its leaf is cut off at the edge towards which the title is read. */
export function groundOf(title: string): CoverGround {
  return { colour: drawnGround, cutAt: startsRightToLeft(title) ? 'left' : 'right' };
}
