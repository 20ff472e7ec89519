import type { Note } from '../../../document/document.ts';
import { appendAll } from '../../../lists/append-all.ts';
import { breakLines } from '../../../text/break-lines.ts';
import type { Line } from '../../../text/line.ts';
import type { Piece } from '../../../text/inline-item.ts';
import type { GlyphRun } from '../../../text/shape-text.ts';
import { baselineOf, type BlockStyle, type LayoutContext } from '../context.ts';
import type { Metrics } from '../../theme/metrics.ts';
import type { Colour } from '../../theme/theme.ts';
import type { FlowMark, FlowRun, LineExtent } from '../flow-mark.ts';
import type { Unit } from '../flow-block.ts';
import type { InlineTag, Item, LinkRef } from './inline-tag.ts';
import { linkAreas } from './link-areas.ts';

/** Lines of one paragraph as units: no widow, no orphan. */
export function layoutLines(
  items: readonly Item[],
  style: BlockStyle,
  context: LayoutContext,
): readonly Unit[] {
  const { widthPt, firstIndentPt = 0, balanced = false, direction } = style;
  const ties = balanced ? 'all' : 'names';
  const lines = breakLines(items, context.shaper, { widthPt, firstIndentPt, balanced, ties, direction });
  const last = lines.length - 1;
  return lines.map((line, index) => {
    const indentPt = index === 0 ? firstIndentPt : 0;
    const keepWithNext = staysTogether({ index, last }, context.theme.metrics.text) || endsInWord(line);
    return lineUnit(line, { style, indentPt, keepWithNext }, context);
  });
}

/** Whether its last word goes on on the next line: no page ends there, where a search would not find the word. */
function endsInWord(line: Line<InlineTag>): boolean {
  return line.pieces.at(-1)?.glyphs?.runs.at(-1)?.actualText === '\u00AD';
}

/** Whether no page may end after a line, by its place among those of its paragraph, and how many stay together at either end. */
export function staysTogether(
  { index, last }: { readonly index: number; readonly last: number },
  { orphanLines, widowLines }: Pick<Metrics['text'], 'orphanLines' | 'widowLines'>,
): boolean {
  return index < last && (index < orphanLines - 1 || index > last - widowLines);
}

function lineUnit(
  line: Line<InlineTag>,
  at: { readonly style: BlockStyle; readonly indentPt: number; readonly keepWithNext: boolean },
  context: LayoutContext,
): Unit {
  const { style, indentPt, keepWithNext } = at;
  const { sign } = context.theme.metrics;
  const tallest = line.pieces.reduce((height, piece) => Math.max(height, piece.tag.image?.heightPt ?? 0), 0);
  const readingPt = readingsAbove(line, style, context);
  const baselinePt = Math.max(baselineOf(style.size, context), tallest + sign.abovePt, readingPt);
  const heightPt = baselinePt + style.size.leadingPt - baselineOf(style.size, context);
  const spare = Math.max(0, style.widthPt - line.widthPt);
  const start = style.start + (isAtEnd(style, context) ? spare : style.align === 'center' ? spare / 2 : 0);
  const extent = { start: start + indentPt, widthPt: line.widthPt - indentPt };
  const place = { start, line: extent, endPt: line.widthPt, baselinePt, heightPt };
  const notes: Note[] = [];
  const marks: FlowMark[] = [];
  for (const group of groupPieces(line.pieces)) {
    const first = group[0];
    if (!first) continue;
    appendAll(marks, groupMarks(group, place, context));
    // A reference of several groups, as where its signs are parted by direction, is one.
    if (first.tag.note && first.tag.note !== notes.at(-1)) notes.push(first.tag.note);
  }
  for (const { link, from, to } of linkAreas(line.pieces, place.endPt, context.theme.metrics.inline))
    marks.push(linkMark(link, { start: place.start + from, widthPt: to - from }, place));
  const unit = { heightPt, gapPt: 0, keepWithNext, marks, baselinePt, notes, boxes: [] };
  const tightenPt = style.size.leadingPt - style.size.sizePt * context.theme.metrics.text.leastLeadingEms;
  // Lines with readings have no room to give.
  return tightenPt > 0 && readingPt === 0 ? { ...unit, tightenPt } : unit;
}

/** How far below the top of its line the baseline is, points, where readings stand above its words: they reach into the leading of the line before. */
function readingsAbove(line: Line<InlineTag>, { size }: BlockStyle, context: LayoutContext): number {
  const topPt = line.pieces.reduce(
    (top, { above, tag }) => Math.max(top, (above && tag.readingTopPt) || 0),
    0,
  );
  const belowPt = size.leadingPt - baselineOf(size, context);
  const lentPt = belowPt - size.sizePt * context.theme.metrics.inline.rubyBelowEms;
  return topPt === 0 ? 0 : topPt - Math.max(0, lentPt);
}

/** Whether a line stands at the end of its room, seen from where the lines of the page start. */
function isAtEnd({ align, direction }: BlockStyle, context: LayoutContext): boolean {
  return align === (direction === context.direction ? 'end' : 'start');
}

/** Pieces no further apart touch each other: their places are sums that were rounded. */
const touchingPt = 0.01;

/** Where a line stands: its start, what its words take of it, where they end, from its start, its baseline, its height. */
interface LinePlace {
  readonly start: number;
  readonly line: LineExtent;
  readonly endPt: number;
  readonly baselinePt: number;
  readonly heightPt: number;
}

type TextPiece = Piece<InlineTag>;

/** Neighbours of one item that read in one direction become one run. */
function groupPieces(pieces: readonly TextPiece[]): readonly (readonly TextPiece[])[] {
  const groups: TextPiece[][] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (last && last[0]?.tag === piece.tag && piece.glyphs && joinsOnPage(last.at(-1), piece))
      last.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

function joinsOnPage(before: TextPiece | undefined, piece: TextPiece): boolean {
  if (!before || isFromRight(before) !== isFromRight(piece)) return false;
  const [left, right] = isFromRight(piece) ? [piece, before] : [before, piece];
  return Math.abs(left.x + left.widthPt - right.x) < touchingPt;
}

function isFromRight({ level }: TextPiece): boolean {
  return level % 2 === 1;
}

function groupMarks(group: readonly TextPiece[], at: LinePlace, context: LayoutContext): readonly FlowMark[] {
  const first = group[0];
  const last = group.at(-1);
  if (!first || !last) return [];
  const { tag } = first;
  const fromRight = isFromRight(first);
  const [leftmost, rightmost] = fromRight ? [last, first] : [first, last];
  const start = at.start + leftmost.x;
  const endPt = rightmost.x + rightmost.widthPt;
  const widthPt = endPt - leftmost.x;
  // The space at the end of a line hangs over: nothing is drawn under it.
  const shown = fromRight
    ? { from: Math.min(endPt, Math.max(leftmost.x, 0)), to: endPt }
    : { from: leftmost.x, to: Math.min(endPt, Math.max(at.endPt, rightmost.x)) };
  const { line } = at;
  const anchor: FlowMark[] = tag.anchor === undefined ? [] : [{ type: 'anchor', id: tag.anchor, y: 0 }];
  if (tag.image) {
    const { asset, heightPt } = tag.image;
    const y = at.baselinePt - heightPt;
    const offset = tag.offset === undefined ? {} : { offset: tag.offset };
    return [
      ...anchor,
      { type: 'image', start, line, y, widthPt, heightPt, asset, slot: tag.slot, ...offset },
    ];
  }
  if (!first.glyphs) return anchor;
  const runs = runsOf(group);
  const run: FlowRun = {
    type: 'run',
    start,
    line,
    y: at.baselinePt - (first.above ? (tag.readingRisePt ?? tag.risePt) : tag.risePt),
    runs,
    ...(fromRight && runs.length > 1 && { rightToLeft: true }),
    sizePt: first.glyphs.style.sizePt,
    colour: tag.colour,
    slot: tag.slot,
    ...(tag.actualText !== undefined && { actualText: tag.actualText }),
    ...(tag.offset !== undefined && { offset: tag.offset + first.start }),
  };
  const { sizePt, y } = run;
  const words = { start: at.start + shown.from, line, widthPt: shown.to - shown.from, sizePt, y };
  return [...anchor, ...decorations(tag, words, context), run];
}

function runsOf(group: readonly TextPiece[]): readonly GlyphRun[] {
  const runs: GlyphRun[] = [];
  for (const { glyphs } of group) if (glyphs) appendAll(runs, glyphs.runs);
  return runs;
}

/** The words of one piece of a line: their width, their size and their baseline. */
interface WordArea {
  readonly start: number;
  readonly line: LineExtent;
  readonly y: number;
  readonly widthPt: number;
  readonly sizePt: number;
}

function decorations(tag: InlineTag, at: WordArea, { theme }: LayoutContext): readonly FlowMark[] {
  const { start, line, widthPt, sizePt } = at;
  const { ground, stroke } = theme.metrics;
  const thin = Math.max(stroke.thickLeastPt, sizePt * stroke.thickEms);
  const rule = (y: number): FlowMark => ({
    type: 'rect',
    start,
    line,
    y,
    widthPt,
    heightPt: thin,
    colour: tag.colour,
    under: true,
  });
  return [
    ...(tag.ground
      ? [
          {
            type: 'rect' as const,
            start: start - ground.asidePt,
            line,
            y: at.y - sizePt * ground.aboveEms,
            widthPt: widthPt + 2 * ground.asidePt,
            heightPt: sizePt * ground.heightEms,
            colour: tag.ground,
            under: true,
          },
        ]
      : []),
    ...(tag.frame ? frameRects(tag.frame, at, theme.metrics) : []),
    ...(tag.underline ? [rule(at.y + sizePt * stroke.underEms)] : []),
    ...(tag.strike ? [rule(at.y - sizePt * stroke.throughEms)] : []),
  ];
}

function frameRects(colour: Colour, at: WordArea, { frame }: Metrics): readonly FlowMark[] {
  const [start, y] = [at.start - frame.asidePt, at.y - at.sizePt * frame.aboveEms];
  const [widthPt, heightPt] = [at.widthPt + 2 * frame.asidePt, at.sizePt * frame.heightEms];
  const thin = frame.thickPt;
  const rect = (area: { start: number; y: number; widthPt: number; heightPt: number }): FlowMark => ({
    type: 'rect',
    ...area,
    line: at.line,
    colour,
    under: true,
  });
  return [
    rect({ start, y, widthPt, heightPt: thin }),
    rect({ start, y: y + heightPt - thin, widthPt, heightPt: thin }),
    rect({ start, y, widthPt: thin, heightPt }),
    rect({ start: start + widthPt - thin, y, widthPt: thin, heightPt }),
  ];
}

function linkMark(
  { elem, target, contents }: LinkRef,
  area: { readonly start: number; readonly widthPt: number },
  { line, heightPt }: LinePlace,
): FlowMark {
  return { type: 'link', ...area, line, y: 0, heightPt, elem, target, contents };
}
