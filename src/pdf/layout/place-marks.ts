import { widthOfRuns } from '../../text/width-of-runs.ts';
import type { Mark, RunMark } from './display-list.ts';
import type { FlowMark, FlowRun, LineExtent } from './flow-mark.ts';

/** The page along the line: its width, and at which of its edges lines start. */
export interface InlineFrame {
  readonly widthPt: number;
  readonly startsAt: 'left' | 'right';
}

/**
 * Marks where they stand on the page: the one place that knows where on it lines start. Where that is the right, all but the
 * words within a line, which keep their order, is the mirror image of what it is where that is the left.
 */
export function placeMarks(marks: readonly FlowMark[], frame: InlineFrame): readonly Mark[] {
  return marks.map((mark): Mark => {
    switch (mark.type) {
      case 'anchor':
        return mark;
      case 'run':
        return placeRun(mark, frame);
      default: {
        const { start, line, ...rest } = mark;
        return { ...rest, x: xOf({ start, line, widthPt: mark.widthPt }, frame) };
      }
    }
  });
}

/** Text where it stands on the page. */
export function placeRun(run: FlowRun, frame: InlineFrame): RunMark {
  const { start, line, ...rest } = run;
  return { ...rest, x: xOf({ start, line, widthPt: widthOfRuns(run.runs, run.sizePt) }, frame) };
}

function xOf(mark: LineExtent & { readonly line: LineExtent | undefined }, frame: InlineFrame): number {
  const { start, line } = mark;
  return line ? start + (leftOf(line, frame) - line.start) : leftOf(mark, frame);
}

function leftOf({ start, widthPt }: LineExtent, frame: InlineFrame): number {
  return frame.startsAt === 'left' ? start : frame.widthPt - start - widthPt;
}
