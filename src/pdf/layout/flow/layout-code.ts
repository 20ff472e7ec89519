import { reportRule } from '../../rules.ts';
import type { CodeBlock } from '../../../document/document.ts';
import type { Text } from '../../../document/inline.ts';
import { breakLines } from '../../../text/break-lines.ts';
import type { Line } from '../../../text/line.ts';
import type { TextStyle } from '../../../text/text-style.ts';
import { baselineOf, type BlockStyle, type LayoutContext } from '../context.ts';
import type { FlowMark } from '../flow-mark.ts';
import { inBox, keepingWithNext, spacer, withGap, type Unit } from '../flow-block.ts';
import { inlineItems } from '../inline/inline-items.ts';
import type { InlineTag, Item } from '../inline/inline-tag.ts';
import { layoutLines, staysTogether } from '../inline/layout-lines.ts';
import { roomsOf, type Room } from '../rooms.ts';

/**
 * Code line by line: leading spaces are glyphs, tabs are spaces that read as a tab, a wrapped row is marked, so that it is
 * not taken for two lines. It goes into the margins where lines wrap less so, and is a little smaller where none wraps then.
 */
export function layoutCode(block: CodeBlock, style: BlockStyle, context: LayoutContext): readonly Unit[] {
  const { theme } = context;
  const { metrics } = theme;
  const { room, lines } = chooseRoom(block, style, context);
  for (const [index, line] of block.lines.entries()) {
    if ((lines[index]?.length ?? 0) < 2) continue;
    const reason = `Line of code of ${line.value.length} characters is wrapped in the PDF`;
    context.messages.push(
      reportRule('code-line-too-long', { reason, file: context.file, place: line.place ?? block.place }),
    );
  }
  const rows = lines.flat();
  const last = rows.length - 1;
  const kept = rows.map((unit, index) => ({
    ...unit,
    keepWithNext: staysTogether({ index, last }, metrics.code),
  }));
  const { padPt } = metrics.code;
  const units = [spacer(padPt), ...keepingWithNext(kept), { ...spacer(padPt), keepWithNext: false }];
  const box = { start: room.start, widthPt: room.end - room.start, ground: theme.colours.code };
  const code = withGap(inBox(units, box), style.size.leadingPt * metrics.code.gapLeadings);
  if (!block.title) return fixed(code, room, style);
  const titleStyle = { ...style, start: room.start, size: theme.type.caption, colour: theme.colours.soft };
  const title = layoutLines(inlineItems(block.title, titleStyle, context), titleStyle, context);
  const [first, ...rest] = code;
  const closer = first ? [{ ...first, gapPt: metrics.code.belowTitlePt }, ...rest] : code;
  const titleUnits = withGap(keepingWithNext(title), style.size.leadingPt * metrics.code.titleGapLeadings);
  return fixed([...titleUnits, ...closer], room, style);
}

/** Code that begins in the margin says so. */
function fixed(units: readonly Unit[], room: Room, style: BlockStyle): readonly Unit[] {
  return room.start < style.start ? units.map((unit) => ({ ...unit, inMargin: true })) : units;
}

/** The lines of code in a room, each in its rows. */
interface SetCode {
  readonly room: Room;
  readonly lines: readonly (readonly Unit[])[];
}

/** The narrowest room in which no line wraps, with smaller type if need be; where there is none, in which they take the fewest rows. */
function chooseRoom(block: CodeBlock, style: BlockStyle, context: LayoutContext): SetCode {
  const { colours, insetsPt, metrics, type } = context.theme;
  const setIn = (room: Room, size = type.code): SetCode => {
    const start = room.start + insetsPt.code;
    const widthPt = room.end - room.start - 2 * insetsPt.code;
    const own = { ...style, size, colour: colours.text, start, widthPt };
    return { room, lines: block.lines.map((line) => codeLine(line, own, context)) };
  };
  const rowsOf = ({ lines }: SetCode): number => lines.reduce((sum, rows) => sum + rows.length, 0);
  const [text, ...wider] = roomsOf(style);
  let best = setIn(text);
  for (const room of wider) {
    if (rowsOf(best) === block.lines.length) break;
    const tried = setIn(room);
    if (rowsOf(tried) < rowsOf(best)) best = tried;
  }
  const leastPt = metrics.inline.codeLeastPt;
  if (rowsOf(best) === block.lines.length || leastPt >= type.code.sizePt) return best;
  const smaller = setIn(wider.at(-1) ?? text, { ...type.code, sizePt: leastPt });
  return rowsOf(smaller) === block.lines.length ? smaller : best;
}

function codeLine(line: Text, style: BlockStyle, context: LayoutContext): readonly Unit[] {
  const textStyle: TextStyle = {
    role: 'code',
    bold: false,
    italic: false,
    sizePt: style.size.sizePt,
    lang: style.lang,
  };
  const items = codeItems(line, { textStyle, style }, context);
  const lines = breakLines(items, context.shaper, { widthPt: style.widthPt });
  return lines.map((row, index) => codeRow(row, { style, textStyle, wrapped: index > 0 }, context));
}

function codeItems(
  line: Text,
  at: { readonly textStyle: TextStyle; readonly style: BlockStyle },
  context: LayoutContext,
): readonly Item[] {
  const slot = context.structure.slots.get(line) ?? null;
  const tag = { slot, colour: at.style.colour, risePt: 0, underline: false, strike: false };
  const { tabColumns } = context.theme.metrics.code;
  const items: Item[] = [];
  let column = 0;
  let offset = line.offset;
  for (const { text: stretch, kind } of context.codeStretches.get(line) ?? [{ text: line.value }]) {
    const colour = (kind && context.theme.syntax?.[kind]) ?? tag.colour;
    for (const part of stretch.split(/(\t)/u)) {
      if (part === '') continue;
      const isTab = part === '\t';
      const text = isTab ? ' '.repeat(tabColumns - (column % tabColumns)) : part;
      const own: InlineTag = { ...tag, colour, offset, ...(isTab && { actualText: '\t' }) };
      items.push({ kind: 'text', text, style: at.textStyle, tag: own });
      column += text.length;
      offset += part.length;
    }
  }
  return items;
}

function codeRow(
  row: Line<InlineTag>,
  at: { readonly style: BlockStyle; readonly textStyle: TextStyle; readonly wrapped: boolean },
  context: LayoutContext,
): Unit {
  const { style, textStyle } = at;
  const baselinePt = baselineOf(style.size, context);
  // Code begins at the left of its room wherever the lines of words start: its indents are part of what it says.
  const room = { start: style.start, widthPt: style.widthPt };
  const marks: FlowMark[] = row.pieces.map((piece) => ({
    type: 'run',
    start: style.start + piece.x,
    line: room,
    y: baselinePt,
    runs: piece.glyphs?.runs ?? [],
    sizePt: style.size.sizePt,
    colour: piece.tag.colour,
    slot: piece.tag.slot,
    ...(piece.tag.actualText !== undefined && { actualText: piece.tag.actualText }),
    ...(piece.tag.offset !== undefined && { offset: piece.tag.offset + piece.start }),
  }));
  if (at.wrapped) {
    const runs = context.shaper.shape('↪', textStyle);
    const { insetsPt, metrics } = context.theme;
    const start = style.start - insetsPt.code + metrics.code.wrapMarkPt;
    marks.push({
      type: 'run',
      start,
      line: room,
      y: baselinePt,
      runs,
      sizePt: Math.min(metrics.text.smallestPt, insetsPt.code * metrics.code.wrapMarkShare),
      colour: context.theme.colours.soft,
      slot: null,
      asShapes: true,
    });
  }
  return {
    heightPt: style.size.leadingPt,
    gapPt: 0,
    keepWithNext: false,
    marks,
    baselinePt,
    notes: [],
    boxes: [],
  };
}
