import { attention } from 'micromark-core-commonmark';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import type { Processor } from 'unified';
import type { Dialect } from '../../document/dialect.ts';
import { hasConstruct } from '../dialects/dialect.ts';

type Construct = typeof attention;
type Resolver = NonNullable<Construct['resolveAll']>;
type Events = Parameters<Resolver>[0];
type Context = Parameters<Resolver>[1];
type Sequence = Events[number][1];

/** Deeper than any limit of the document; the time that the parser takes grows with the cube of the depth. */
const deepest = 200;

const sequenceTypes: ReadonlySet<string> = new Set(['attentionSequence', 'strikethroughSequenceTemporary']);

/**
 * A remark plugin, after `remark-gfm`: emphasis and strikethrough as the parser knows them, but for signs that would open an element more than 200 deep:
 * those stay signs. Without this, 40 kB of asterisks exhaust the time, and then the stack, of the parser.
 */
export function limitEmphasis(this: Processor, dialect: Dialect): void {
  const emphasis = limited(attention);
  const strikethrough = gfmStrikethrough({ singleTilde: hasConstruct(dialect, 'singleTildes') }).text?.[0x7e];
  if (strikethrough === undefined || Array.isArray(strikethrough))
    throw new Error('no strikethrough construct');
  const text = { 0x2a: emphasis, 0x5f: emphasis, 0x7e: limited(strikethrough) };
  const data = this.data();
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    { text, insideSpan: { null: [emphasis] } },
  ];
}

function limited(construct: Construct): Construct {
  const resolveAll: Resolver = (events, context) => {
    keepBeyondAsSigns(events, context);
    return construct.resolveAll?.(events, context) ?? events;
  };
  return { ...construct, resolveAll };
}

/** Pairs the signs as the parser will, each kind for itself, and takes from those too deep that they open anything. */
function keepBeyondAsSigns(events: Events, context: Context): void {
  const sequences = events
    .filter(([step, token]) => step === 'enter' && sequenceTypes.has(token.type))
    .map(([, token]) => token);
  if (sequences.length <= deepest && sequences.every((token) => sizeOf(token) <= deepest)) return;
  const elements = countElements(sequences, context);
  let depth = 0;
  for (const token of sequences) {
    const { opens = 0, closes = 0 } = elements.get(token) ?? {};
    depth += opens - closes;
    if (opens > 0 && depth > deepest) token._open = false;
  }
}

/** How many elements each sequence opens and closes. */
function countElements(
  sequences: readonly Sequence[],
  context: Context,
): ReadonlyMap<Sequence, { readonly opens: number; readonly closes: number }> {
  const counts = new Map<Sequence, { opens: number; closes: number }>();
  const waiting = new Map<string, { token: Sequence; left: number }[]>();
  for (const token of sequences) {
    const sign = context.sliceSerialize(token).slice(0, 1);
    const openers = waiting.get(sign) ?? [];
    waiting.set(sign, openers);
    const count = { opens: 0, closes: 0 };
    counts.set(token, count);
    let left = sizeOf(token);
    while (token._close && left > 0) {
      const opener = openers.at(-1);
      if (opener === undefined) break;
      const used = Math.min(left, opener.left);
      const opened = counts.get(opener.token);
      if (opened) opened.opens += Math.ceil(used / 2);
      count.closes += Math.ceil(used / 2);
      left -= used;
      opener.left -= used;
      if (opener.left === 0) openers.pop();
    }
    if (token._open && left > 0) openers.push({ token, left });
  }
  return counts;
}

function sizeOf(token: Sequence): number {
  return token.end.offset - token.start.offset;
}
