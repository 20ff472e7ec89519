import type { Processor } from 'unified';
import { type Cause, causeOf, spend, type Work } from '../context/work.ts';
import { causeNames } from './cause-names.ts';
import { countLabels, labelEvents } from './count-labels.ts';
import { createLineCounter, type LineCounter } from './count-lines.ts';
import { countRuns } from './count-runs.ts';
import { noteEvents } from '../constructs/inline-note.ts';
import type { Code, Construct, Context, Events, State, Tokenizer } from './micromark-construct.ts';

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
    tokenize(effects, ok, nok) {
      const { constructs } = this.parser;
      withoutStarter(constructs, starter);
      // The first sign of a line may have it tried twice.
      if (current) countConstructs(constructs, current);
      current = undefined;
      // The list in which this stands still has the others as they were: what they begin here would never be counted.
      return (code) => effects.attempt(constructsFor(constructs.document, code), ok, nok)(code);
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

interface ConstructList {
  /** What they are tried in. */
  readonly place: string;
  /** The code of the character that they begin with. */
  readonly sign: string;
  readonly list: Construct[];
}

/** All lists of constructs. */
function listsOf(constructs: Constructs): readonly ConstructList[] {
  const { document, contentInitial, flowInitial, flow, string, text, insideSpan } = constructs;
  const records = { document, contentInitial, flowInitial, flow, string, text, insideSpan };
  // Sound: micromark makes a list for each key when it combines extensions.
  return Object.entries(records).flatMap(([place, record]) =>
    Object.entries(record).map(([sign, list]) => ({ place, sign, list: list as Construct[] })),
  );
}

/** What may begin with a sign, in the order in which the parser tries it. */
function constructsFor(record: Constructs['document'], code: Code): Construct[] {
  return code === null ? [] : [record[code] ?? [], record['null'] ?? []].flat();
}

function withoutStarter(constructs: Constructs, starter: Construct): void {
  for (const { list } of listsOf(constructs)) {
    const index = list.indexOf(starter);
    if (index >= 0) list.splice(index, 1);
  }
}

function countConstructs(constructs: Constructs, work: Work): void {
  const counted = new Map<Construct, Construct>();
  const withRuns = new WeakSet<Context>();
  const lines = createLineCounter(work);
  for (const { place, sign, list } of listsOf(constructs)) {
    for (const [index, construct] of list.entries()) {
      const counting = { work, place, withRuns, lines };
      const known =
        counted.get(construct) ?? countConstruct(construct, counting, nameOf(construct, { place, sign }));
      counted.set(construct, known);
      list[index] = known;
    }
  }
}

/** The name of a construct; directives have none (micromark-extension-directive 4). */
function nameOf(
  construct: Construct,
  { place, sign }: Pick<ConstructList, 'place' | 'sign'>,
): string | undefined {
  if (construct.name !== undefined || sign !== colon) return construct.name;
  return place === 'text' ? 'directiveText' : construct.concrete ? 'directiveContainer' : 'directiveLeaf';
}

const colon = String(0x3a);

interface Counting {
  readonly work: Work;
  readonly place: string;
  /** The texts that have delimiter runs: most have none, and need no search for them. */
  readonly withRuns: WeakSet<Context>;
  readonly lines: LineCounter;
}

/** The same construct, with its work counted before it is done. */
function countConstruct(construct: Construct, counting: Counting, name: string | undefined): Construct {
  const { work, withRuns } = counting;
  const cause = causeOf(work, causeNames.get(name ?? '') ?? 'other signs');
  const { resolve, resolveAll, resolveTo, continuation } = construct;
  const runType = runTypes.get(name ?? '');
  const walk = (count: number): void => spend(cause, 'events', count);
  const counted: Construct = { ...construct };
  if ('tokenize' in construct) {
    const named = name === undefined ? construct : { ...construct, name };
    counted.tokenize = countTokenizer(named, counting, cause);
  }
  if (continuation) counted.continuation = countConstruct(continuation, counting, name);
  if (resolve) {
    counted.resolve = (events, context) => {
      walk(events.length);
      return resolve(events, context);
    };
  }
  if (resolveTo) {
    counted.resolveTo = (events, context) => {
      walk(10 * passedEvents(name, events, context));
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
            // Each is looked at for its type and its side; a pair moves all that stand behind it.
            walk(6 * passed);
          },
        });
      }
      return resolveAll(events, context);
    };
  }
  return counted;
}

/** How many events a construct goes over to put those before it right. */
function passedEvents(name: string | undefined, events: Events, context: Context): number {
  if (name === 'setextUnderline') return openEvents(events);
  if (name === 'labelEnd') return labelEvents(events);
  return name === 'inlineNoteEnd' ? noteEvents(events, context) : events.length;
}

/** How many events stand behind where the last paragraph begins, with its begin. */
function openEvents(events: Events): number {
  const from = events.findLastIndex(([step, { type }]) => step === 'enter' && type === 'content');
  return events.length - Math.max(from, 0);
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
  'inlineNoteEnd',
  'inlineNoteStart',
  'labelStartImage',
  'labelStartLink',
  'lineEnding',
  'strikethrough',
]);

/** What a byte weighs that is no plain step of the parser, as so many bytes. */
const dear: ReadonlyMap<string, number> = new Map([
  // Each line of an item is held against all lists around it.
  ['list', 2],
]);

function countTokenizer(construct: Construct, counting: Counting, cause: Cause): Tokenizer {
  const { place, lines } = counting;
  const { name } = construct;
  const tokenize = place === 'text' ? countLabels(construct, cause) : construct.tokenize;
  const bytes = dear.get(name ?? '') ?? 1;
  const inText = place === 'text';
  let waiting = 0;
  // Where nothing comes of an attempt, the sign is joined with the words around it: all events behind it are moved.
  const move = (text: Context): void => {
    waiting += text.events.length >> 3;
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
    if (place === 'document') lines.atStart(this);
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
      spend(cause, 'bytes', bytes * count);
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
