import type { Assets } from '../../../document/asset.ts';
import type { Result } from '../../../diagnostics/message.ts';
import { baseDirection } from '../../../document/direction.ts';
import type { Document, Note } from '../../../document/document.ts';
import type { Text } from '../../../document/inline.ts';
import { colourDocument, type CodeStretch } from '../../../highlight/colour-code.ts';
import type { Strings } from '../../../document/strings.ts';
import { walkDocument } from '../../../document/walk.ts';
import type { Fonts } from '../../../fonts/face.ts';
import { createShaper, type Shaper } from '../../../text/shape-text.ts';
import { watchShaper } from '../../../text/watch-shaper.ts';
import type { Structure } from '../../structure/bindings.ts';
import type { Theme } from '../../theme/theme.ts';
import { checkText } from '../inline/check-text.ts';
import type { BlockStyle, LayoutContext } from '../context.ts';
import type { Page } from '../display-list.ts';
import { withGap, type Unit } from '../flow-block.ts';
import type { FlowPlaced, FlowRun } from '../flow-mark.ts';
import { placeMarks, placeRun, type InlineFrame } from '../place-marks.ts';
import { boundFrame, swapEnds, type LeafSide } from './bound-page.ts';
import type { Header } from './furniture.ts';
import { furnitureStyle } from './furniture-lines.ts';
import { layoutBlocks } from '../flow/layout-blocks.ts';
import { layoutNote } from '../flow/layout-note.ts';

import type { PageFrame } from './open-page.ts';
import { pageStretches } from './page-stretches.ts';
import { paginate } from './paginate.ts';

/** What a document is laid out with. */
export interface LayoutOptions {
  readonly structure: Structure;
  readonly assets: Assets;
  readonly theme: Theme;
  readonly strings: Strings;
  readonly fonts: Fonts;
  readonly widthPt: number;
  readonly heightPt: number;
  /** The edge of the page at which lines start; where the language of the document has it if absent. */
  readonly startsAt?: InlineFrame['startsAt'];
}

/** What stands on the pages of a chapter beside its text, and how they are called. */
export interface ChapterDress {
  readonly header: (body: BlockStyle, context: LayoutContext) => Header;
  readonly footer: (
    at: { readonly index: number; readonly body: BlockStyle; readonly heightPt: number },
    context: LayoutContext,
  ) => readonly FlowRun[];
  /** The label of a page by its place in the chapter, from 0. */
  readonly label: (index: number) => string;
  /** Of a page of a bound book: which side of its leaf it is. */
  readonly side?: (index: number) => LeafSide;
  /** How its blocks are set; the usual way where absent. */
  readonly units?: (document: Document, style: BlockStyle, context: LayoutContext) => readonly Unit[];
}

const shapers = new WeakMap<Fonts, Shaper>();

/** What pages of one kind have in common. */
interface PageKind {
  readonly header: Header;
  readonly body: BlockStyle;
  readonly frame: InlineFrame;
  readonly heightPt: number;
}

/** What stands on a page, and whether it is on its side. */
interface DividedPage {
  readonly placed: readonly FlowPlaced[];
  readonly turned: boolean;
}

/** A document divided into pages whose numbers are not yet known; what they bear changes no line of it. */
export interface DividedChapter {
  readonly document: Document;
  readonly pages: readonly DividedPage[];
  readonly upright: PageKind;
  readonly onItsSide: PageKind;
  readonly context: LayoutContext;
}

/** Lays one document out on pages: blocks → lines → pages. Characters that no face covers are reported. */
export function layoutChapter(
  document: Document,
  options: LayoutOptions,
  dress: ChapterDress,
): Result<readonly Page[]> {
  return dressPages(divideChapter(document, options, dress), dress);
}

/** Divides a document into pages: all but what each of them bears by its number. */
export function divideChapter(
  document: Document,
  options: LayoutOptions,
  dress: Pick<ChapterDress, 'header' | 'units'>,
): DividedChapter {
  const direction = baseDirection(document.metadata.lang);
  const { theme, widthPt, heightPt, startsAt = direction === 'rtl' ? 'right' : 'left' } = options;
  const shaper = watchShaper(shaperOf(options.fonts));
  const { file } = document;
  const notes = notesOf(document);
  const codeStretches = theme.syntax ? colourDocument(document) : new Map<Text, readonly CodeStretch[]>();
  const wholePage = {
    ...options,
    shaper,
    notes,
    codeStretches,
    layoutBlocks,
    pageHeightPt: heightPt,
    file,
    messages: [],
    direction,
  };
  const upright = bodyStyle(document, { theme, widthPt, direction });
  const turned = turnedStyle(upright, { theme, widthPt: heightPt });
  const header = dress.header(upright, wholePage);
  const topPt = Math.max(theme.marginsPt.top, header.bottomPt);
  const textPt = (pagePt: number): number => pagePt - topPt - theme.marginsPt.bottom;
  const context = { ...wholePage, pageHeightPt: textPt(heightPt) };
  const onItsSide = { ...context, pageHeightPt: textPt(widthPt) };
  const { start, end } = turned.reach;
  const room = { start, widthPt: end - start, heightPt: textPt(widthPt) };
  const body = heightPt > widthPt ? { ...upright, turned: room } : upright;
  const units = (dress.units ?? documentUnits)(document, body, context);
  const kept = {
    mostPt: room.heightPt * theme.metrics.page.turnedKeptShare,
    byPt: turned.start - upright.start,
  };
  const pages = pageStretches(units, kept).flatMap(({ turned: isTurned, units: own }) => {
    const frame = isTurned ? pageFrame(turned, topPt, onItsSide) : pageFrame(upright, topPt, context);
    return paginate(own, frame).map((placed) => ({ placed, turned: isTurned }));
  });
  return {
    document,
    pages,
    upright: { header, body: upright, frame: { widthPt, startsAt }, heightPt },
    onItsSide: {
      header: dress.header(turned, wholePage),
      body: turned,
      frame: { widthPt: heightPt, startsAt },
      heightPt: widthPt,
    },
    context,
  };
}

/** The pages of a divided document, with header, footer and label. */
export function dressPages(
  { document, pages, upright, onItsSide, context }: DividedChapter,
  dress: Pick<ChapterDress, 'footer' | 'label' | 'side'>,
): Result<readonly Page[]> {
  const value = pages.map(({ placed, turned }, index): Page => {
    const { header, body, frame, heightPt } = turned ? onItsSide : upright;
    const offset = firstOffset(placed);
    // Leaves are bound at the top or the foot of a page on its side: no margin of its lines is another.
    const side = turned ? undefined : dress.side?.(index);
    const own = side ? boundFrame(frame, side, context.theme.metrics) : frame;
    const placeRuns = (runs: readonly FlowRun[]): Page['header'] =>
      (side === 'verso' ? swapEnds(runs, furnitureStyle(body, context)) : runs).map((run) =>
        placeRun(run, own),
      );
    return {
      label: dress.label(index),
      placed: placed.map((part) => ({ ...part, marks: placeMarks(part.marks, own) })),
      header: placeRuns(header.marks),
      footer: placeRuns(dress.footer({ index, body, heightPt }, context)),
      ...(offset !== undefined && { offset }),
      ...(turned && { turned }),
    };
  });
  return { value, messages: [...context.messages, ...checkText(document, context.shaper)] };
}

/** The title block, then the body. */
export function documentUnits(
  document: Document,
  style: BlockStyle,
  context: LayoutContext,
): readonly Unit[] {
  const title = layoutBlocks(document.titleBlock, style, context);
  const body = layoutBlocks(document.body, style, context);
  return [
    ...title,
    ...withGap(body, context.theme.type.body.leadingPt * context.theme.metrics.heading.bodyGapLeadings),
  ];
}

/** One shaper for each set of fonts: what it shaped is used again by the next chapter and the next publication. */
function shaperOf(fonts: Fonts): Shaper {
  const known = shapers.get(fonts);
  if (known) return known;
  const shaper = createShaper(fonts);
  shapers.set(fonts, shaper);
  return shaper;
}

function notesOf(document: Document): ReadonlyMap<string, Note> {
  const notes = new Map<string, Note>();
  for (const node of walkDocument(document)) if (node.type === 'note') notes.set(node.id, node);
  return notes;
}

/** The theme, and how wide the page is. */
interface PageWidth {
  readonly theme: Theme;
  readonly widthPt: number;
}

function bodyStyle(
  document: Document,
  { theme, widthPt: pagePt, direction }: PageWidth & Pick<BlockStyle, 'direction'>,
): BlockStyle {
  const widthPt = Math.min(theme.marginsPt.measure, pagePt - theme.metrics.page.sideMarginsPt);
  const start = (pagePt - widthPt) / 2;
  const marginPt = Math.min(start, theme.metrics.page.areaMarginPt);
  return {
    start,
    widthPt,
    reach: { start: marginPt, end: pagePt - marginPt },
    size: theme.type.body,
    bold: false,
    italic: false,
    colour: theme.colours.text,
    lang: document.metadata.lang ?? 'und',
    direction,
    align: 'start',
    hyphenates: theme.hyphenate,
  };
}

/** The same words on a page on its side: there they begin where its table does. */
function turnedStyle(
  body: BlockStyle,
  { theme, widthPt }: PageWidth,
): BlockStyle & Required<Pick<BlockStyle, 'reach'>> {
  const start = theme.metrics.page.areaMarginPt;
  return { ...body, start, reach: { start, end: widthPt - start } };
}

function pageFrame(style: BlockStyle, topPt: number, context: LayoutContext): PageFrame {
  const laid = new Map<Note, readonly Unit[]>();
  const { metrics, colours } = context.theme;
  const { ruleTopPt: y, ruleWidthPt: widthPt, rulePt: heightPt, ruleRoomPt } = metrics.note;
  return {
    topPt,
    heightPt: context.pageHeightPt,
    leadingPt: style.size.leadingPt,
    metrics,
    layoutNote: (note) => {
      let units = laid.get(note);
      if (!units) laid.set(note, (units = layoutNote(note, style, context)));
      return units;
    },
    noteRule: {
      heightPt: ruleRoomPt,
      mark: { type: 'rect', start: style.start, y, widthPt, heightPt, colour: colours.rule, under: true },
    },
  };
}

/** Where the first text or picture of a page stands among all; the text above the notes at its foot decides. */
function firstOffset(placed: readonly FlowPlaced[]): number | undefined {
  for (const { marks, repeated } of placed) {
    if (repeated) continue;
    for (const mark of marks) {
      if ((mark.type === 'run' || mark.type === 'image') && mark.offset !== undefined) return mark.offset;
    }
  }
  return undefined;
}
