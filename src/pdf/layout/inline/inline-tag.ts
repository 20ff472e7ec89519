import type { Asset } from '../../../document/asset.ts';
import type { Note } from '../../../document/document.ts';
import type { LinkTarget } from '../../../document/inline.ts';
import type { InlineItem } from '../../../text/inline-item.ts';
import type { Slot, StructElem } from '../../structure/struct-elem.ts';
import type { Colour } from '../../theme/theme.ts';

/** A link that pieces of a line belong to. */
export interface LinkRef {
  readonly elem: StructElem;
  readonly target: LinkTarget;
  readonly contents: string;
  readonly underlined: boolean;
}

/** What a piece of a line carries besides its glyphs. */
export interface InlineTag {
  readonly slot: Slot | null;
  readonly colour: Colour;
  /** Above the baseline, points. */
  readonly risePt: number;
  /** The same, and that of its top, where it is a reading that stands above its word. */
  readonly readingRisePt?: number;
  readonly readingTopPt?: number;
  readonly offset?: number;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly ground?: Colour;
  /** A line around the words, as around a picture that is missing. */
  readonly frame?: Colour;
  readonly link?: LinkRef;
  readonly note?: Note;
  readonly anchor?: string;
  readonly actualText?: string;
  readonly image?: { readonly asset: Asset; readonly widthPt: number; readonly heightPt: number };
}

/** What a paragraph is broken into lines from. */
export type Item = InlineItem<InlineTag>;
