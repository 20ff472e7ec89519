import { causeOf, spend, type Work } from '../context/work.ts';
import type { Context, Events } from './micromark-construct.ts';

/** Counts what lines take that lack the marks of what is open: of quotations, lists and their items. */
export interface LineCounter {
  /** Before a construct that holds others is tried at the start of a line. */
  readonly atStart: (context: Context) => void;
}

/** Behind such a line the parser goes over the events of what is open, for what the line belongs to; each is compared four times. */
const lazySteps = 10;

/** A counter for one parse. */
export function createLineCounter(work: Work): LineCounter {
  const lazy = causeOf(work, 'lines behind quotations and lists');
  let counted = 0;
  let open = 0;
  return {
    atStart({ events, parser, now }) {
      const { line } = now();
      // Such a line may have ended what was open before it.
      const opened = openEvents(events);
      for (; counted < line; counted += 1) {
        if (parser.lazy[counted]) spend(lazy, 'events', lazySteps * Math.max(open, opened));
      }
      open = opened;
    },
  };
}

/** How many events the innermost of what is open has: what stands in it is read by a tokenizer of its own. */
function openEvents(events: Events): number {
  const [, token] = events.findLast(([, { type }]) => type === 'chunkFlow') ?? [];
  return token?._tokenizer?.events.length ?? 0;
}
