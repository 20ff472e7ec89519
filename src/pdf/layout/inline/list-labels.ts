import type { List } from '../../../document/document.ts';
import { listLabel } from '../../../document/list-label.ts';
import { largest } from '../../../lists/extremes.ts';
import { widthOfRuns } from '../../../text/width-of-runs.ts';
import type { BlockStyle, LayoutContext } from '../context.ts';
import type { FlowRun } from '../flow-mark.ts';
import { artifactLines } from './artifact-lines.ts';

/** The label of an item: what is drawn of it, each part from its left end, in the order in which it is read. */
export interface ListLabel {
  readonly runs: readonly FlowRun[];
  readonly widthPt: number;
}

/** The labels of the items of a list. */
export interface ListLabels {
  readonly labels: readonly ListLabel[];
  /** How far the items stand in from the start of the list. */
  readonly hangPt: number;
}

/** The labels of a list as they are drawn, and the room that they need. */
export function listLabels(list: List, style: BlockStyle, context: LayoutContext): ListLabels {
  const { list: leastPt, listLabel: gapPt } = context.theme.insetsPt;
  const { direction } = context;
  const own = { ...style, start: 0, widthPt: Infinity, firstIndentPt: 0, direction, align: 'start' } as const;
  const known = new Map<string, ListLabel>();
  const labels = list.items.map((item) => {
    const words = listLabel(list, item);
    const label = known.get(words) ?? drawLabel(words, own, context);
    known.set(words, label);
    return label;
  });
  const widest = Math.max(0, largest(labels.map((label) => label.widthPt)));
  return { labels, hangPt: Math.max(leastPt, widest + gapPt) };
}

function drawLabel(words: string, style: BlockStyle, context: LayoutContext): ListLabel {
  const [line] = artifactLines(words, style, context);
  const runs = line?.marks.filter((mark) => mark.type === 'run') ?? [];
  return { runs, widthPt: runs.reduce((sum, run) => sum + widthOfRuns(run.runs, run.sizePt), 0) };
}
