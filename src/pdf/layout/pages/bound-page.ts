import { widthOfRuns } from '../../../text/width-of-runs.ts';
import type { Metrics } from '../../theme/metrics.ts';
import type { FlowRun } from '../flow-mark.ts';
import type { InlineFrame } from '../place-marks.ts';

/** The side of its leaf that a page of a bound book is: recto pages have odd numbers. */
export type LeafSide = 'recto' | 'verso';

/** The page along the line, moved away from where the book is bound: that is where the lines of recto pages start. */
export function boundFrame(frame: InlineFrame, side: LeafSide, { book }: Metrics): InlineFrame {
  return { ...frame, movedPt: side === 'recto' ? book.bindingPt : -book.bindingPt };
}

/** Lines of furniture with what stands at one end of them at the other, as on the page that lies across. */
export function swapEnds(
  runs: readonly FlowRun[],
  area: { readonly start: number; readonly widthPt: number },
): readonly FlowRun[] {
  return runs.map((run) => {
    const words = run.line ?? { start: run.start, widthPt: widthOfRuns(run.runs, run.sizePt) };
    const byPt = 2 * area.start + area.widthPt - words.widthPt - 2 * words.start;
    const line = { ...words, start: words.start + byPt };
    return { ...run, start: run.start + byPt, line };
  });
}
