import type { ExitCode } from '../diagnostics/exit-codes.ts';
import type { Message } from '../diagnostics/message.ts';
import { packageVersion } from '../project/package-root.ts';
import type { BuildEvent, TaskFinished } from '../publish/build-event.ts';
import type { BuildFailure, BuildReport } from '../publish/build-report.ts';
import { countBySeverity } from '../publish/count-messages.ts';
import { clock } from './answer-records.ts';
import { printJsonLine } from './print-json.ts';
import type { StageCost } from './profile-stages.ts';
import type { ProgressLine } from './progress-schema.ts';
import type { Progress } from './show-progress.ts';
import type { RunTally } from './tally-run.ts';
import type { Terminal } from './terminal.ts';

/** What prints how far a run is for machines. */
export interface PrintedProgress extends Progress {
  /** Tells what the stages of the run took. */
  readonly stages: (costs: readonly StageCost[]) => void;
  /** Ends the lines with what the run came to. */
  readonly finish: (report: BuildReport, exitCode: ExitCode) => void;
  /** Ends them with why it came to nothing. */
  readonly fail: (reason: string, exitCode: ExitCode) => void;
}

/** Prints each event on standard error as a JSON object on a line of its own; of messages and failures each once. */
export function printProgress(tally: RunTally, terminal: Terminal): PrintedProgress {
  const opened = clock.now().getTime();
  const told = new Set<Message | BuildFailure>();
  const print = (line: ProgressLine): void => terminal.err(printJsonLine(line));
  const since = (start: number): number => (clock.now().getTime() - start) / 1000;
  const tellAll = (messages: readonly Message[], failures: readonly BuildFailure[]): void => {
    for (const message of messages) if (!told.has(message)) print(messageLine(message));
    for (const failure of failures) if (!told.has(failure)) print({ type: 'failure', ...failure });
    for (const one of [...messages, ...failures]) told.add(one);
  };
  return {
    onEvent: (event) => {
      const seconds = tally.add(event, clock.now().getTime());
      if (event.type !== 'post-finished') return print(plainLine(event));
      print(finishedLine(event, seconds));
      tellAll(event.messages, event.failures);
    },
    end: () => undefined,
    stages: (costs) => print({ type: 'stages', stages: [...costs] }),
    finish: ({ messages, failures, counts }, exitCode) => {
      tellAll(messages, failures);
      const { posts, files } = counts;
      const { cached } = tally.state();
      const sums = { posts, files, messages: { ...counts.messages }, failures: failures.length };
      print({ type: 'run-finished', seconds: since(opened), cached, ...sums, exitCode });
    },
    fail: (reason, exitCode) => print({ type: 'run-failed', seconds: since(opened), reason, exitCode }),
  };
}

function plainLine(event: Exclude<BuildEvent, TaskFinished>): ProgressLine {
  return event.type === 'run-started' ? { ...event, version: packageVersion() } : { ...event };
}

function finishedLine(event: TaskFinished, seconds: number): ProgressLine {
  const { type, post, number, cached, failures } = event;
  const files = event.files.map(({ path, format, bytes, pages }) => ({
    path,
    format,
    bytes,
    ...(pages !== undefined && { pages }),
  }));
  const messages = countBySeverity(event.messages);
  return { type, post, number, seconds, cached, files, messages, failures: failures.length };
}

/** Messages are plain data; what JSON has no word for, an absent reason of the author, is left out of it. */
function messageLine({ withholds, place, also, ...said }: Message): ProgressLine {
  return {
    type: 'message',
    ...said,
    ...(place && { place }),
    ...(also && { also: [...also] }),
    withholds: [...withholds],
  };
}
