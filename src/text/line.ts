import type { Direction } from '../characters/strong-letters.ts';
import type { Piece } from './inline-item.ts';
import type { Ties } from './tied-atoms.ts';

/** A line of a paragraph. */
export interface Line<Tag> {
  /** In logical order, whatever their places. */
  readonly pieces: readonly Piece<Tag>[];
  /** Without the spaces at its end. */
  readonly widthPt: number;
}

/** What a paragraph is broken to. */
export interface Measure {
  readonly widthPt: number;
  readonly firstIndentPt?: number;
  /** Of the paragraph; left to right where absent. */
  readonly direction?: Direction;
  /** Numbers that stay with the word before them; none where absent. */
  readonly ties?: Ties;
  /** Whether the lines, as many as first fit has, are to be as long as each other: of headings. */
  readonly balanced?: boolean;
}
