import type { GlyphRun } from './shape-text.ts';
import type { TextStyle } from './text-style.ts';

/** Text of one style within a paragraph, or an object that takes part in the line; `tag` comes back with its pieces. */
export type InlineItem<Tag> =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly style: TextStyle;
      /** Whether its words are hyphenated where their language is known. */
      readonly hyphenates?: boolean;
      /** Where no line ends: within it, as within a word that has a reading, or before it too, as before that reading. */
      readonly unbroken?: 'within' | 'before';
      /**
       * Of a reading that stands above its word: how many items before it are that word and parts of the reading before this
       * one. A word is unbroken, and all of it text; no line breaks by the signs of its reading.
       */
      readonly above?: number;
      readonly tag: Tag;
    }
  | {
      readonly kind: 'object';
      readonly widthPt: number;
      /** What it can be scaled down to where its column is narrow. */
      readonly leastPt?: number;
      readonly tag: Tag;
    }
  | { readonly kind: 'break'; readonly tag: Tag }
  /** Where words begin that have a direction of their own, or end: `LRI`, `RLI` or `PDI` of UAX 9, of which nothing is shown. */
  | { readonly kind: 'isolate'; readonly control: '\u2066' | '\u2067' | '\u2069'; readonly tag: Tag };

/** A part of one item on one line. */
export interface Piece<Tag> {
  readonly tag: Tag;
  /** Offset of its first UTF-16 unit in the text of its item. */
  readonly start: number;
  /** From the left end of the line, points. */
  readonly x: number;
  readonly widthPt: number;
  /** Embedding level (UAX 9): odd where it reads from the right. */
  readonly level: number;
  /** Whether it stands above its word, and takes no room of the line. */
  readonly above?: true;
  /** Absent for objects. */
  readonly glyphs?: { readonly runs: readonly GlyphRun[]; readonly style: TextStyle };
}
