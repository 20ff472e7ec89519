import type { Note } from '../../../document/document.ts';
import { fillString } from '../../../document/strings.ts';
import type { GlyphRun } from '../../../text/shape-text.ts';
import { widthOfRuns } from '../../../text/width-of-runs.ts';
import {
  baselineOf,
  enclosed,
  indented,
  textStyle,
  type BlockStyle,
  type LayoutContext,
} from '../context.ts';
import type { FlowMark, FlowRun } from '../flow-mark.ts';
import { withMarks, type Unit } from '../flow-block.ts';
import { inlineItems } from '../inline/inline-items.ts';
import type { InlineTag, Item } from '../inline/inline-tag.ts';
import { layoutBlocks } from './layout-blocks.ts';
import { layoutLines } from '../inline/layout-lines.ts';

/**
 * A note at the foot of the page: its label, its blocks, and after its last words a way back to each reference. Its units
 * name the notes that it refers to first.
 */
export function layoutNote(note: Note, style: BlockStyle, context: LayoutContext): readonly Unit[] {
  const { insetsPt, metrics, type } = context.theme;
  const own = {
    ...enclosed(style),
    size: type.note,
    ...(note.lang !== undefined && { lang: note.lang }),
    ...(note.dir !== undefined && { direction: note.dir }),
  };
  const label = context.shaper.shape(note.label, textStyle(own));
  const labelPt = widthOfRuns(label, own.size.sizePt) + insetsPt.listLabel;
  const inner = indented(own, Math.max(insetsPt.note, labelPt), context);
  const last = note.children.at(-1);
  const backLinks = backLinkItems(note, inner, context);
  const body =
    last?.type === 'paragraph'
      ? [
          ...layoutBlocks(note.children.slice(0, -1), inner, context),
          ...layoutLines([...inlineItems(last.children, inner, context), ...backLinks], inner, context),
        ]
      : [...layoutBlocks(note.children, inner, context), ...layoutLines(backLinks, inner, context)];
  // Gaps become part of the lines: notes are placed line by line.
  const lines = body.map((unit, index) => {
    const gap = index === 0 ? 0 : unit.gapPt * metrics.note.gapShare;
    const marks = gap === 0 ? unit.marks : unit.marks.map((mark) => ({ ...mark, y: mark.y + gap }));
    return { ...unit, heightPt: unit.heightPt + gap, gapPt: 0, marks };
  });
  const baseline = lines[0]?.baselinePt ?? baselineOf(own.size, context);
  const marked = withMarks(lines, [
    { type: 'anchor', id: note.id, y: 0 },
    labelMark(label, { own, baseline, slot: context.structure.labels.get(note) ?? null }),
  ]);
  const end = marked.at(-1);
  return end ? [...marked.slice(0, -1), { ...end, heightPt: end.heightPt + metrics.note.belowPt }] : [];
}

/** The number of a note, in its type and on its first line. */
function labelMark(
  runs: readonly GlyphRun[],
  {
    own,
    baseline,
    slot,
  }: { readonly own: BlockStyle; readonly baseline: number; readonly slot: FlowRun['slot'] },
): FlowMark {
  const { size, start, colour } = own;
  return { type: 'run', start, y: baseline, runs, sizePt: size.sizePt, colour, slot };
}

function backLinkItems(note: Note, style: BlockStyle, context: LayoutContext): readonly Item[] {
  const backLinks = context.structure.backLinks.get(note) ?? [];
  return backLinks.map(({ elem, slot, target }, index): Item => {
    const values = { label: note.label, number: String(index + 1) };
    const contents = fillString(
      context.strings,
      backLinks.length > 1 ? 'backToReferenceOf' : 'backToReference',
      values,
    );
    const tag: InlineTag = {
      slot,
      colour: context.theme.colours.link,
      risePt: 0,
      underline: false,
      strike: false,
      link: { elem, target: { kind: 'internal', id: target }, contents, underlined: false },
    };
    const number = backLinks.length > 1 ? String(index + 1) : '';
    return { kind: 'text', text: `\u00A0↩${number}`, style: textStyle(style), tag };
  });
}
