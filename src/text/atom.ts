import type { Piece } from './inline-item.ts';

/** What may not be broken: the pieces between two break opportunities of UAX 14. */
export interface Atom<Tag> {
  readonly pieces: Piece<Tag>[];
  readonly widthPt: number;
  /**
   * Width of the white space at its end, that within a sign among it, which may hang over the measure; less than nothing where a
   * reading reaches beyond its word.
   */
  readonly hangPt: number;
  /** How far the reading of its first word reaches over what is before it: no further than to the start of a line. */
  readonly overPt?: number;
  readonly mustBreak: boolean;
  readonly text: string;
  /** Of what ends with a soft hyphen: how wide the hyphen is that a line shows which ends there. */
  readonly hyphenPt: number | undefined;
  /** Of a word that may be hyphenated: its parts, each but the last as if it ended with a soft hyphen. */
  readonly parts?: () => readonly Atom<Tag>[];
}

/** What is wider than a line by no more than this fits it: widths are sums that were rounded. */
export const tolerancePt = 0.001;

/** The width of atoms beside each other, points. */
export function widthOfAtoms<Tag>(atoms: readonly Atom<Tag>[]): number {
  return atoms.reduce((sum, { widthPt }) => sum + widthPt, 0);
}
