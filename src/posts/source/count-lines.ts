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
        if (parser.lazy[counted]) spend(lazy, 'events', lazySteps * events.length);
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
