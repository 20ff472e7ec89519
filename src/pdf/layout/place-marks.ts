import { widthOfRuns } from '../../text/width-of-runs.ts';
import type { AnchorMark, Mark, RunMark } from './display-list.ts';
import type { FlowMark, FlowRun } from './flow-mark.ts';

/** The page along the line: its width, and at which of its edges lines start. */
export interface InlineFrame {
  readonly widthPt: number;
  readonly startsAt: 'left' | 'right';
  /** How far all on it stands further along the line than it was laid out, points; not at all where absent. */
  readonly movedPt?: number;
}

/**
 * Marks where they stand on the page: the one place that knows where on it lines start. Where that is the right, all but the
 * words within a line, which keep their order, is the mirror image of what it is where that is the left.
 */
export function placeMarks(marks: readonly FlowMark[], frame: InlineFrame): readonly Mark[] {
  return marks.map((mark) => placeMark(mark, frame));
}

function placeMark(mark: FlowMark, frame: InlineFrame): Mark {
  if (mark.type === 'anchor') return mark;
  if (mark.type === 'run') return placeRun(mark, frame);
  const { start: _start, line: _line, ...rest } = mark;
  return { ...rest, x: xOf(mark, frame) };
}

/** Text where it stands on the page. */
export function placeRun(run: FlowRun, frame: InlineFrame): RunMark {
  // Field by field: a page has many runs, and what a copy leaves out makes it slow.
  const { y, runs, rightToLeft, sizePt, colour, slot, actualText, asShapes, offset } = run;
  const x = xOf(run, frame);
  const placed: RunMark = rightToLeft
    ? { type: 'run', x, y, runs, rightToLeft, sizePt, colour, slot }
    : { type: 'run', x, y, runs, sizePt, colour, slot };
  if (actualText === undefined && !asShapes) return offset === undefined ? placed : { ...placed, offset };
  return {
    ...placed,
    ...(actualText !== undefined && { actualText }),
    ...(asShapes && { asShapes }),
    ...(offset !== undefined && { offset }),
  };
}

function xOf(mark: Exclude<FlowMark, AnchorMark>, frame: InlineFrame): number {
  const { movedPt = 0 } = frame;
  if (frame.startsAt === 'left') return mark.start + movedPt;
  const start = mark.start - movedPt;
  const widthPt = mark.type === 'run' ? widthOfRuns(mark.runs, mark.sizePt) : mark.widthPt;
  // What is part of a line moves as far as the line does.
  const moving = mark.line ?? { start: mark.start, widthPt };
  return start + (frame.widthPt - moving.start - moving.widthPt) - moving.start;
}
