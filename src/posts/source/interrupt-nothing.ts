import { list } from 'micromark-core-commonmark';
import type { Processor } from 'unified';
import type { Construct, Events } from './micromark-construct.ts';

/**
 * A remark plugin: where a list item or a quotation has just begun on the same line, any list begins, also one from 2 or that is empty:
 * what stood open above is closed by then, so that it interrupts nothing (CommonMark 0.31.2 §5.2). The parser goes by what was open where
 * the line began.
 */
export function interruptNothing(this: Processor): void {
  const data = this.data();
  const document = Object.fromEntries(Array.from('*+-0123456789', (sign) => [sign.charCodeAt(0), inside]));
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { document }];
}

const inside: Construct = {
  ...list,
  tokenize(effects, ok, nok) {
    if (this.interrupt !== true || !beginsContainer(this.events)) return nok;
    this.interrupt = false;
    return list.tokenize.call(this, effects, ok, nok);
  },
};

/** Whether the last events are those of a container that begins, and not of one that goes on. */
function beginsContainer(events: Events): boolean {
  let at = events.length - 1;
  while (events[at]?.[1].type === 'linePrefix') at -= 1;
  const prefix = events[at]?.[1];
  if (prefix?.type === 'listItemPrefix') return true;
  if (prefix?.type !== 'blockQuotePrefix') return false;
  // A quotation that goes on has its signs alone on the line; the events of these are few.
  at = events.findLastIndex(([kind, token]) => kind === 'enter' && token === prefix);
  return events[at - 1]?.[0] === 'enter' && events[at - 1]?.[1].type === 'blockQuote';
}
