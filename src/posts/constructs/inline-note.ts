import { appendAll } from '../../lists/append-all.ts';
import type { Events, ParserContext, State, Syntax, Token } from './syntax.ts';

/** The caret of a note, and the index of the event that begins it. */
interface Begun {
  readonly token: Token;
  readonly index: number;
}

/** Carets, by the offset of the bracket behind them. */
const carets = new WeakMap<ParserContext, Map<number, Begun>>();
/** The note that was read last, until it is put into the events. */
const read = new WeakMap<ParserContext, Begun>();
const ofNotes = new WeakSet<Token>();

const [caret, opening, closing, parenthesis] = [0x5e, 0x5b, 0x5d, 0x28] as const;

/** The caret of `^[a note in the line]` (Pandoc); the bracket is read as any other. `^[^x]` is a caret before a reference. */
export const inlineNoteStart: Syntax = {
  name: 'inlineNoteStart',
  tokenize(effects, ok, nok) {
    const index = this.events.length;
    return (code) => {
      const token = effects.enter('inlineNoteStart');
      effects.consume(code);
      effects.exit('inlineNoteStart');
      const keep: State = (next) => {
        const begun = carets.get(this) ?? new Map<number, Begun>();
        carets.set(this, begun);
        begun.set(this.now().offset, { token, index });
        return ok(next);
      };
      return effects.check(bracket, keep, nok);
    };
  },
  resolveAll: (events) => {
    for (const [, token] of events) {
      if (token.type === 'inlineNoteStart' && !ofNotes.has(token)) token.type = 'data';
    }
    return events;
  },
};

const bracket: Syntax = {
  partial: true,
  tokenize: (effects, ok, nok) => (code) => {
    if (code !== opening) return nok(code);
    effects.enter('data');
    effects.consume(code);
    effects.exit('data');
    return (next) => (next === caret || next === closing ? nok(next) : ok(next));
  },
};

/** The bracket that closes the one behind a caret. Before an address it ends the words of a raised link: `^[1](#fn)^`. */
export const inlineNoteEnd: Syntax = {
  name: 'inlineNoteEnd',
  tokenize(effects, ok, nok) {
    const label = this._labelStarts?.findLast((start) => !start._balanced);
    const begun = label && carets.get(this)?.get(label.start.offset);
    return (code) => {
      if (label === undefined || begun === undefined) return nok(code);
      if (this.events[begun.index + 2]?.[1] !== label) return nok(code);
      effects.enter('inlineNoteEnd');
      effects.consume(code);
      effects.exit('inlineNoteEnd');
      return (next) => {
        if (next === parenthesis) return nok(next);
        label._balanced = true;
        read.set(this, begun);
        return ok(next);
      };
    };
  },
  resolveTo: (events, context) => {
    const begun = read.get(context);
    const end = events.at(-1)?.[1].end;
    if (begun === undefined || end === undefined) return events;
    read.delete(context);
    const { token, index } = begun;
    ofNotes.add(token);
    const note: Token = { type: 'inlineNote', start: { ...token.start }, end: { ...end } };
    // Behind the caret stand the events of its bracket.
    const inside = resolveSpan(events.slice(index + 6, -2), context);
    const resolved: Events = [
      ['enter', note, context],
      ...events.slice(index, index + 2),
      ...inside,
      ...events.slice(-2),
      ['exit', note, context],
    ];
    events.length = index;
    appendAll(events, resolved);
    return events;
  },
};

/** How many events the end of a note goes over. */
export function noteEvents(events: Events, context: ParserContext): number {
  return events.length - (read.get(context)?.index ?? events.length);
}

/** Emphasis and its like within a note pair with nothing outside of it. */
function resolveSpan(events: Events, context: ParserContext): Events {
  const constructs = context.parser.constructs.insideSpan.null ?? [];
  const resolvers = new Set([constructs].flat().flatMap(({ resolveAll }) => resolveAll ?? []));
  let resolved = events;
  for (const resolve of resolvers) resolved = resolve(resolved, context);
  return resolved;
}
