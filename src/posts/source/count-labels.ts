import { type Cause, spend } from '../context/work.ts';
import type { Construct, Context, Events, Tokenizer } from './micromark-construct.ts';

/** Where the search ends that goes back from a closing bracket for the label of a note, as a number of events. */
const lastLabels = new WeakMap<Context, number>();

const labelConstructs: ReadonlySet<string> = new Set([
  'gfmFootnoteCall',
  'gfmPotentialFootnoteCall',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
]);

const literalAddresses: ReadonlySet<string> = new Set(['emailAutolink', 'protocolAutolink', 'wwwAutolink']);

/** So much weighs an event of the search for the label of a note: each is held against five types. */
const noteSteps = 4;

/**
 * The tokenizer of a construct of text, with what it does for the brackets around it counted before it is done. Where the end
 * of such a search is known beforehand it is left out: bare addresses are none in an open label, and without a picture's
 * bracket there is no note behind one.
 */
export function countLabels({ tokenize, name = '' }: Construct, cause: Cause): Tokenizer {
  if (literalAddresses.has(name)) {
    return function tokenizeAddress(effects, ok, nok) {
      return openLabel(this) === undefined ? tokenize.call(this, effects, ok, nok) : nok;
    };
  }
  if (!labelConstructs.has(name)) return tokenize;
  return function tokenizeLabel(effects, ok, nok) {
    if (name === 'labelEnd') countLabel(this, cause);
    if (name === 'gfmPotentialFootnoteCall') {
      const from = lastLabels.get(this);
      if (from === undefined) return nok;
      spend(cause, 'events', noteSteps * Math.max(0, this.events.length - from));
    }
    return tokenize.call(
      this,
      effects,
      (code) => {
        lastLabels.set(this, this.events.length);
        return ok(code);
      },
      nok,
    );
  };
}

/** At a closing bracket the label is sliced out, made one case, and looked for among all definitions. */
function countLabel(context: Context, cause: Cause): void {
  const start = openLabel(context);
  if (start === undefined || start._inactive) return;
  spend(cause, 'events', context.parser.defined.length);
  spend(cause, 'bytes', (context.now().offset - start.end.offset) >> 4);
}

/** The last opening bracket that waits for its closing one; the parser keeps few behind it that do not. */
function openLabel(context: Context): Events[number][1] | undefined {
  return context._labelStarts?.findLast((token) => !token._balanced);
}

/** How many events are gone over from a closing bracket back to its opening one, and further to the last link. */
export function labelEvents(events: Events): number {
  let isOpen = false;
  let index = events.length;
  while (index > 0) {
    index -= 1;
    const event = events[index];
    if (event === undefined) break;
    const token = event[1];
    const { type } = token;
    if (isOpen) {
      if (type === 'link' || (type === 'labelLink' && token._inactive)) break;
    } else if ((type === 'labelImage' || type === 'labelLink') && event[0] === 'enter' && !token._balanced) {
      if (type === 'labelImage') break;
      isOpen = true;
    }
  }
  return events.length - index;
}
