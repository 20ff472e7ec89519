import type { OnEvent } from '../publish/build-event.ts';
import { clock } from './answer-records.ts';
import { statusLine, statusSentence } from './status-line.ts';
import type { RunTally } from './tally-run.ts';
import type { Terminal } from './terminal.ts';

/** What shows how far a run is. */
export interface Progress {
  readonly onEvent: OnEvent;
  /** Takes away what is shown for the time of the run alone. */
  readonly end: () => void;
}

/** A line that is drawn over is drawn no more often than it can be read, and at least so often that its seconds go on. */
const [leastMs, mostMs] = [100, 1000];
/** Lines of a log: nothing of a run that is over before the first. */
const [firstLineMs, nextLineMs] = [20_000, 30_000];

/** Shows how far a run is: on a terminal in one line that is drawn over, elsewhere in a line from time to time. */
export function showProgress(tally: RunTally, terminal: Terminal): Progress {
  const opened = clock.now().getTime();
  let due = terminal.live ? opened : opened + firstLineMs;
  const show = (now: number): void => {
    const state = tally.state();
    if (state.began === undefined) return;
    // The last column stays free: some terminals go on to the next line when it is written.
    if (terminal.live) terminal.status(statusLine(state, now, terminal.columns() - 1));
    else terminal.err(statusSentence(state, now));
    due = now + (terminal.live ? leastMs : nextLineMs);
  };
  // Where work is done elsewhere, as by workers, nothing may happen here for long.
  const timer = setInterval(() => {
    const now = clock.now().getTime();
    if (terminal.live || now >= due) show(now);
  }, mostMs);
  timer.unref();
  return {
    onEvent: (event) => {
      const now = clock.now().getTime();
      tally.add(event, now);
      // What is done is told with what is begun next, so that the line has a name.
      if (now >= due && event.type !== 'post-finished') show(now);
    },
    end: () => {
      clearInterval(timer);
      terminal.status('');
    },
  };
}
