import type { Callout } from '../../../document/document.ts';
import type { Metrics } from '../../theme/metrics.ts';
import type { Colour } from '../../theme/theme.ts';
import { baselineOf, enclosed, indented, type BlockStyle, type LayoutContext } from '../context.ts';
import {
  inBox,
  keepingWithNext,
  spacer,
  withGap,
  withGapOf,
  withMarks,
  type Box,
  type Unit,
} from '../flow-block.ts';
import { inlineItems } from '../inline/inline-items.ts';
import { layoutLines } from '../inline/layout-lines.ts';
import { signMarks } from './callout-sign.ts';

/** A callout in the form of its kind, by which it is told apart where colours are not seen (WCAG 2.2 SC 1.4.1). */
export function layoutCallout(callout: Callout, style: BlockStyle, context: LayoutContext): readonly Unit[] {
  const { theme } = context;
  const { colours, metrics } = theme;
  const { abovePt, belowPt, gapLeadings, labelGapPt } = metrics.callout;
  const inside = { ...enclosed(indented(style, theme.insetsPt.callout, context)), colour: colours.text };
  const inner = { ...inside, widthPt: inside.widthPt - theme.insetsPt.callout };
  const body = withGapOf(context.layoutBlocks(callout.children, inner, context), labelGapPt);
  const units = [
    spacer(abovePt),
    ...keepingWithNext(withGapOf(layoutLabel(callout, inner, context), 0)),
    ...keepingWithNext(body),
    { ...spacer(belowPt), keepWithNext: false },
  ];
  const { start, widthPt } = style;
  const lines = boxLines(callout.kind, colours.calloutBar, metrics.callout);
  const box: Box = { start, widthPt, ground: colours.callout, ...lines };
  return withGap(inBox(units, box), style.size.leadingPt * gapLeadings);
}

/** The lines at the edges of the box. */
function boxLines(
  kind: Callout['kind'],
  colour: Colour,
  { barPt, framePt, rulePt }: Metrics['callout'],
): Pick<Box, 'bar' | 'above' | 'below' | 'frame'> {
  const rule = { colour, widthPt: rulePt };
  switch (kind) {
    case 'note':
    case 'tip':
      return { bar: { colour, widthPt: barPt } };
    case 'important':
      return { bar: { colour, widthPt: barPt }, above: rule };
    case 'archived':
      return { above: rule, below: rule };
    case 'warning':
    case 'caution':
    case 'danger':
      return { frame: { colour, widthPt: framePt } };
  }
}

/** The label, behind the sign of its kind where that has one and nesting leaves room for it. */
function layoutLabel(callout: Callout, inner: BlockStyle, context: LayoutContext): readonly Unit[] {
  const { metrics } = context.theme;
  const { signDropEms, signEms, signGapEms } = metrics.callout;
  const { sizePt } = inner.size;
  const sidePt = sizePt * signEms;
  const moved = indented(inner, sidePt + sizePt * signGapEms, context);
  const area = {
    start: inner.start,
    y: baselineOf(inner.size, context) + sizePt * signDropEms - sidePt,
    sidePt,
  };
  const sign = moved.start - inner.start < sidePt ? [] : signMarks(callout.kind, area, context);
  const style = { ...(sign.length === 0 ? inner : moved), bold: true, balanced: true };
  return withMarks(layoutLines(inlineItems(callout.label.children, style, context), style, context), sign);
}
