import type { List } from '../../../document/document.ts';
import { listLabel } from '../../../document/list-label.ts';
import { largest } from '../../../lists/extremes.ts';
import type { GlyphRun } from '../../../text/shape-text.ts';
import { widthOfRuns } from '../../../text/width-of-runs.ts';
import { textStyle, type BlockStyle, type LayoutContext } from '../context.ts';

/** The labels of the items of a list, shaped. */
export interface ListLabels {
  readonly labels: readonly { readonly runs: readonly GlyphRun[]; readonly widthPt: number }[];
  /** How far the items stand in from the start of the list. */
  readonly hangPt: number;
}

/** The labels of a list as they are drawn, and the room that they need. */
export function listLabels(list: List, style: BlockStyle, context: LayoutContext): ListLabels {
  const { list: leastPt, listLabel: gapPt } = context.theme.insetsPt;
  const labels = list.items.map((item) => {
    const runs = context.shaper.shape(listLabel(list, item), textStyle(style));
    return { runs, widthPt: widthOfRuns(runs, style.size.sizePt) };
  });
  const widest = Math.max(0, largest(labels.map((label) => label.widthPt)));
  return { labels, hangPt: Math.max(leastPt, widest + gapPt) };
}
