import { type Cause, spend } from '../context/work.ts';
import type { Context } from './micromark-construct.ts';

/** Counts what it takes that directives stand in each other. */
export interface DirectiveCounter {
  /** Before one is read; gives back what to call where it is one, behind it. */
  readonly before: (context: Context, cause: Cause) => (context: Context) => void;
}

/** A directive in so many others takes so often the square of their number. */
const nestingSteps = 20;

/**
 * A counter for one parse. What stands in a directive is parsed when it has ended, and put among the events of all around it,
 * so that the work grows with the cube of the depth.
 */
export function createDirectiveCounter(): DirectiveCounter {
  /** How many directives each line stands in, as far as they are read: those around a directive are read before it. */
  const depths = new Map<number, number>();
  return {
    before({ now }, cause) {
      const first = now().line;
      const depth = (depths.get(first) ?? 0) + 1;
      spend(cause, 'events', nestingSteps * depth ** 2);
      return (context) => {
        const last = context.now().line;
        for (let line = first + 1; line <= last; line += 1) depths.set(line, depth);
      };
    },
  };
}
