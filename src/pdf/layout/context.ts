import type { Unit } from './flow-block.ts';
import type { Assets } from '../../document/asset.ts';
import type { Message } from '../../diagnostics/message.ts';
import type { Block, Note } from '../../document/document.ts';
import type { Direction } from '../../characters/strong-letters.ts';
import type { Text } from '../../document/inline.ts';
import type { CodeStretch } from '../../highlight/colour-code.ts';
import type { Strings } from '../../document/strings.ts';
import type { WatchedShaper } from '../../text/watch-shaper.ts';
import type { TextStyle } from '../../text/text-style.ts';
import type { Structure } from '../structure/bindings.ts';
import type { Colour, Theme, TypeSize } from '../theme/theme.ts';

/** What all of layout needs to know of the run. */
export interface LayoutContext {
  /** Of this document alone. */
  readonly shaper: WatchedShaper;
  readonly theme: Theme;
  readonly structure: Structure;
  readonly assets: Assets;
  readonly strings: Strings;
  readonly notes: ReadonlyMap<string, Note>;
  /** Lines of code of which parts are told apart; none where the theme does not ask for it. */
  readonly codeStretches: ReadonlyMap<Text, readonly CodeStretch[]>;
  /** The post, for messages. */
  readonly file: string;
  /** What layout has to say: filled while blocks are laid out. */
  readonly messages: Message[];
  /** Lays out the blocks inside a cell; here so that the tables and the blocks that hold them need not import each other. */
  readonly layoutBlocks: (
    blocks: readonly Block[],
    style: BlockStyle,
    context: LayoutContext,
  ) => readonly Unit[];
  /** Height of the text area of a page, points. */
  readonly pageHeightPt: number;
  /** The direction of the document, whose lines start at that edge of the page. */
  readonly direction: Direction;
}

/** How a block is set: where it stands and in which type. */
export interface BlockStyle {
  /** From the edge of the page at which lines start, points. */
  readonly start: number;
  readonly widthPt: number;
  readonly size: TypeSize;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Whether its letters are those of headings. */
  readonly headed?: boolean;
  readonly colour: Colour;
  readonly lang: string;
  /** The direction of its words: where it is not that of the page, its lines start at the other end. */
  readonly direction: Direction;
  readonly align: 'start' | 'center' | 'end';
  /** Whether its lines are to be about as long as each other: of headings and titles. */
  readonly balanced?: boolean;
  /** Whether its words are hyphenated where the line would else be much too short. */
  readonly hyphenates?: boolean;
  /** From where and up to where a wide block may go into the margins; absent inside of what encloses it. */
  readonly reach?: { readonly start: number; readonly end: number };
  /** How far the first line stands in: behind a label that has no room of its own. */
  readonly firstIndentPt?: number;
  /** The page on its side, on which a table may stand that is too wide for this one; absent inside of other blocks. */
  readonly turned?: TurnedPage;
}

/** The room of a page that is wider than it is high. */
export interface TurnedPage {
  /** From the edge of the page at which lines start, points. */
  readonly start: number;
  readonly widthPt: number;
  /** Height of its text area, points. */
  readonly heightPt: number;
}

/** A pixel of HTML and CSS, points (CSS Values 4 §5.2). */
export const pixelPt = 0.75;

/** The style of blocks inside another, moved in from the start edge. */
export function indented(style: BlockStyle, byPt: number, { theme }: LayoutContext): BlockStyle {
  const { narrowestPt } = theme.metrics.text;
  const by = Math.max(0, Math.min(byPt, style.widthPt - narrowestPt));
  const { turned: _, ...inside } = style;
  const start = style.start + by;
  const reach = style.reach && { start, end: style.reach.end };
  return { ...inside, start, widthPt: style.widthPt - by, ...(reach && { reach }) };
}

/** The style of blocks that have to stay within their room: something is drawn around them, or stands beside them. */
export function enclosed(style: BlockStyle): BlockStyle {
  const { reach, turned: _, ...inside } = style;
  return reach ? inside : style;
}

/** The glyph style of running text of a block. */
export function textStyle(style: BlockStyle): TextStyle {
  return {
    role: style.headed ? 'heading' : 'text',
    bold: style.bold,
    italic: style.italic,
    sizePt: style.size.sizePt,
    lang: style.lang,
  };
}

/** Where the baseline lies below the top of a line: text is centred in its leading. */
export function baselineOf(size: TypeSize, { theme }: LayoutContext): number {
  return size.leadingPt / 2 + size.sizePt * theme.metrics.text.baselineEms;
}
