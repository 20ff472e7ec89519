import type { attention } from 'micromark-core-commonmark';
import type { Processor } from 'unified';
import { type Cause, causeOf, spend, type Work } from '../context/work.ts';
import { causeNames } from './cause-names.ts';
import { countRuns } from './count-runs.ts';

type Construct = typeof attention;
type Tokenizer = Construct['tokenize'];
type Context = ThisParameterType<Tokenizer>;
type State = Parameters<Tokenizer>[1];
type Events = Context['events'];
type Constructs = Context['parser']['constructs'];

/** Counts what parsers take whose processor has the plugin. */
export interface ParseCounter {
  /** A remark plugin, after all others that the parser is extended with. */
  readonly plugin: (this: Processor) => void;
  /** What `parse` returns of the source; what it takes is counted. */
  readonly count: <T>(work: Work, source: string, parse: () => T) => T;
}

/** So often every byte counts for the steps that all of them go through: blocks, lines, content and text. */
const stepBytes = 10;

/** So much is counted at a time. */
const together = 512;

/** So many bytes count for an attempt to read a construct, besides those that it reads. */
const attemptBytes = 4;

const documentSigns = '*+-0123456789>';

/** A counter for parses that do not run in each other. */
export function createParseCounter(): ParseCounter {
  let current: Work | undefined;
  // Micromark makes its constructs anew for each parse: where the first is tried, all of them are put in order to be counted.
  const starter: Construct = {
    tokenize(_effects, _ok, nok) {
      const { constructs } = this.parser;
      withoutStarter(constructs, starter);
      // The first sign of a line may have it tried twice.
      if (current) countConstructs(constructs, current);
      current = undefined;
      return nok;
    },
  };
  const document = Object.fromEntries([...documentSigns].map((sign) => [sign.charCodeAt(0), starter]));
  return {
    plugin() {
      const data = this.data();
      const extension = { document: { ...document, null: starter } };
      data.micromarkExtensions = [...(data.micromarkExtensions ?? []), extension];
    },
    count(work, source, parse) {
      const outer = current;
      current = work;
      try {
        spend(causeOf(work, 'its length'), 'bytes', stepBytes * source.length);
        return parse();
      } finally {
        current = outer;
      }
    },
  };
}

/** The lists of constructs, by what they are tried in. */
function listsOf(constructs: Constructs): readonly (readonly [string, Construct[]])[] {
  const { document, contentInitial, flowInitial, flow, string, text, insideSpan } = constructs;
  const records = { document, contentInitial, flowInitial, flow, string, text, insideSpan };
  // Sound: micromark makes a list for each key when it combines extensions.
  return Object.entries(records).flatMap(([place, record]) =>
    Object.values(record).map((list): [string, Construct[]] => [place, list as Construct[]]),
  );
}

function withoutStarter(constructs: Constructs, starter: Construct): void {
  for (const [, list] of listsOf(constructs)) {
    const index = list.indexOf(starter);
    if (index >= 0) list.splice(index, 1);
  }
}

function countConstructs(constructs: Constructs, work: Work): void {
  const counted = new Map<Construct, Construct>();
  const withRuns = new WeakSet<Context>();
  for (const [place, list] of listsOf(constructs)) {
    for (const [index, construct] of list.entries()) {
      const known = counted.get(construct) ?? countConstruct(construct, { work, place, withRuns });
      counted.set(construct, known);
      list[index] = known;
    }
  }
}

interface Counting {
  readonly work: Work;
  readonly place: string;
  /** The texts that have delimiter runs: most have none, and need no search for them. */
  readonly withRuns: WeakSet<Context>;
}

/** The same construct, with its work counted before it is done. */
function countConstruct(construct: Construct, counting: Counting, name = construct.name): Construct {
  const { work, withRuns } = counting;
  const cause = causeOf(work, causeNames.get(name ?? '') ?? 'other signs');
  const { resolve, resolveAll, resolveTo, continuation } = construct;
  const runType = runTypes.get(name ?? '');
  const walk = (count: number): void => spend(cause, 'events', count);
  const counted: Construct = { ...construct };
  if ('tokenize' in construct) counted.tokenize = countTokenizer(construct, counting, cause);
  if (continuation) counted.continuation = countConstruct(continuation, counting, name);
  if (resolve) {
    counted.resolve = (events, context) => {
      walk(events.length);
      return resolve(events, context);
    };
  }
  if (resolveTo) {
    counted.resolveTo = (events, context) => {
      // An underline makes all events anew that stand before it: that takes more than to go over them.
      const steps = name === 'setextUnderline' ? 16 : 10;
      walk(steps * (name === 'labelEnd' ? labelEvents(events) : events.length));
      return resolveTo(events, context);
    };
  } else if (runType !== undefined) {
    counted.resolveTo = (events, context) => {
      withRuns.add(context);
      return events;
    };
  }
  if (resolveAll) {
    counted.resolveAll = (events, context) => {
      walk(10 * events.length);
      if (runType !== undefined && withRuns.has(context)) {
        countRuns(events, context, {
          type: runType,
          add: ({ runs, events: passed }) => {
            spend(cause, 'runs', runs);
            // Each is looked at for its type and its side.
            walk(3 * passed);
          },
        });
      }
      return resolveAll(events, context);
    };
  }
  return counted;
}

const runTypes: ReadonlyMap<string, string> = new Map([
  ['attention', 'attentionSequence'],
  ['strikethrough', 'strikethroughSequenceTemporary'],
]);

/** Constructs of text that read no further than a sign or a word: what they read is among what is counted for every byte. */
const short: ReadonlySet<string> = new Set([
  'attention',
  'characterEscape',
  'characterReference',
  'emailAutolink',
  'hardBreakEscape',
  'labelStartImage',
  'labelStartLink',
  'lineEnding',
  'strikethrough',
]);

function countTokenizer(construct: Construct, { place }: Counting, cause: Cause): Tokenizer {
  const { tokenize, name } = construct;
  const inText = place === 'text';
  let waiting = 0;
  // Where nothing comes of an attempt, the sign is joined with the words around it: all events behind it are moved.
  const move = (text: Context): void => {
    waiting += text.events.length >> 5;
    if (waiting <= together) return;
    const count = waiting;
    waiting = 0;
    spend(cause, 'events', count);
  };
  if (inText && short.has(name ?? '')) {
    return function tokenizeShort(effects, ok, nok) {
      move(this);
      return tokenize.call(this, effects, ok, nok);
    };
  }
  return function tokenizeCounted(effects, ok, nok) {
    if (inText) move(this);
    if (name === 'labelEnd') countLabel(this, cause);
    const { consume } = effects;
    let read = attemptBytes;
    effects.consume = (code) => {
      read += 1;
      consume(code);
      if (read > together) flush();
    };
    const flush = (): void => {
      const count = read;
      read = 0;
      spend(cause, 'bytes', count);
    };
    const end =
      (next: State): State =>
      (code) => {
        effects.consume = consume;
        flush();
        return next(code);
      };
    return tokenize.call(this, effects, end(ok), end(nok));
  };
}

/** At a closing bracket the label is sliced out, made one case, and looked for among all definitions. */
function countLabel(context: Context, cause: Cause): void {
  const start = context._labelStarts?.findLast((token) => !token._balanced);
  if (start === undefined || start._inactive) return;
  spend(cause, 'events', context.parser.defined.length);
  spend(cause, 'bytes', (context.now().offset - start.end.offset) >> 4);
}

/** How many events are gone over from a closing bracket back to its opening one, and further to the last link. */
function labelEvents(events: Events): number {
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
