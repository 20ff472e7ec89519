import { causeOf, spend, type Work } from '../context/work.ts';
import type { Context } from './micromark-construct.ts';

/** Counts what lines take that end quotations, lists and their items. */
export interface LineCounter {
  /** Before a construct that holds others is tried at the start of a line. */
  readonly before: (context: Context) => void;
  /** Behind it. */
  readonly behind: (context: Context) => void;
}

/** Behind a line without the marks of what is open, all events are gone over twice: for what the line belongs to, and to move its ends. */
const lazySteps = 15;

/** Where such a line ends what was open, as an empty one does, all events are put together anew besides. */
const endingSteps = 20;

/** At the next item of a list all events are put together anew, with the end of the last in its place. */
const itemSteps = 5;

/** A counter for one parse: the parser goes over all events of the document at such lines, how many there are. */
export function createLineCounter(work: Work): LineCounter {
  const lazy = causeOf(work, 'lines behind quotations and lists');
  const items = causeOf(work, 'lists');
  let counted = 0;
  let closed = 0;
  return {
    before({ events, parser, now }) {
      const { line } = now();
      for (; counted < line; counted += 1) {
        if (!parser.lazy[counted]) continue;
        const steps = endsContainer(events) ? lazySteps + endingSteps : lazySteps;
        spend(lazy, 'events', steps * events.length);
      }
    },
    behind({ containerState, events, now }) {
      const { line } = now();
      if (!containerState?._closeFlow || closed === line) return;
      closed = line;
      spend(items, 'events', itemSteps * events.length);
    },
  };
}

/** Whether the end of a container was put before the last line, the two events of which stand last. */
function endsContainer(events: Context['events']): boolean {
  const [kind, token] = events.at(-3) ?? [];
  return kind === 'exit' && token?.type !== 'chunkFlow';
}
