import type { attention } from 'micromark-core-commonmark';

type Resolver = NonNullable<(typeof attention)['resolveAll']>;
type Events = Parameters<Resolver>[0];
type Context = Parameters<Resolver>[1];
type Token = Events[number][1];

interface Opener {
  readonly token: Token;
  readonly index: number;
  readonly sign: string;
  left: number;
}

/** By so many events a pair makes those longer that later runs are held against. */
const eventsOfPair = 6;

interface RunCounts {
  readonly runs: number;
  readonly events: number;
}

/**
 * Counts what pairing the delimiter runs of emphasis and strikethrough takes: for each run that can close, the runs that it is
 * compared with and the events on the way back to the one that it closes, or to the first. Pairs as micromark does, but with
 * a stack, so that what it counts, not the counting, grows with the square of hostile input.
 */
export function countRuns(
  events: Events,
  context: Context,
  { type, add }: { readonly type: string; readonly add: (counts: RunCounts) => void },
): void {
  const isEmphasis = type === 'attentionSequence';
  const openers: Opener[] = [];
  let made = 0;
  for (let index = 0; index < events.length; index += 1) {
    const event = events[index];
    const token = event?.[1];
    if (token?.type !== type || event?.[0] !== 'enter') continue;
    const sign = context.sliceSerialize(token).slice(0, 1);
    let left = sizeOf(token);
    while (token._close && left > 0) {
      const at = isEmphasis
        ? openers.findLastIndex((opener) => opener.sign === sign && mayPair(opener, { token, left }))
        : openers.findLastIndex((opener) => opener.sign === sign && opener.left === left);
      const opener = openers[at];
      add({ runs: openers.length - Math.max(at, 0), events: index + made - (opener?.index ?? 0) });
      if (opener === undefined) break;
      made += eventsOfPair;
      const used = isEmphasis ? (Math.min(opener.left, left) > 1 ? 2 : 1) : left;
      left -= used;
      opener.left -= used;
      openers.length = opener.left > 0 ? at + 1 : at;
    }
    if (token._open && left > 0) openers.push({ token, index: index + made, sign, left });
  }
}

/** CommonMark §6.2, rules 9 and 10: the sum of three. */
function mayPair(opener: Opener, closer: { readonly token: Token; readonly left: number }): boolean {
  if (!opener.token._close && !closer.token._open) return true;
  return closer.left % 3 === 0 || (opener.left + closer.left) % 3 !== 0;
}

function sizeOf(token: Token): number {
  return token.end.offset - token.start.offset;
}
