import { percentDecoded } from '../characters/percent-decoded.ts';
import type { Message, Place } from '../diagnostics/message.ts';
import type { Stretch } from './stretches.ts';

/** What a message quotes of what stands at its place: all of it, or, of something long, how it begins and how it ends. */
export interface Quote extends Stretch {
  readonly quote: string;
  /** What the quoted stretch ends with, where its middle is not quoted. */
  readonly last?: string;
  /** Whether the message says that it was left out, so that it is nowhere in the model; a file that is not there may have its name as a title. */
  readonly isLeftOut: boolean;
}

/** What messages say of a source. */
export interface Told {
  /** What they name, and where it stands. */
  readonly quotes: readonly Quote[];
  /** Where something was left out; what it holds for programs, and not for readers, is not quoted. */
  readonly leftOut: readonly Stretch[];
  /** Where an address stands that cannot be used: it may be quoted in another writing than its own. */
  readonly badAddresses: readonly Stretch[];
  /** Addresses that are quoted, wherever they stand, as they are quoted and with the letters that their percent signs stand for. */
  readonly addresses: readonly string[];
}

/** Rules of what was left out with all that it held. */
const leavingOut: ReadonlySet<string> = new Set([
  'hidden-left-out',
  'html-dropped',
  'html-script',
  'html-unclosed',
  'media-no-alternative',
  'raw-left-out',
]);

const ofAddresses: ReadonlySet<string> = new Set([
  ...leavingOut,
  'html-unwrapped',
  'link-target-missing',
  'link-address-unknown',
  'link-scheme-forbidden',
  'link-empty',
  'img-remote',
  'img-outside-root',
  'img-missing',
  'markup-unknown',
  'markup-variable',
]);

/** What messages account for: what they quote, and no more. A place alone accounts for nothing. */
export function toldBy(messages: readonly Message[]): Told {
  const placed = messages.flatMap(({ place, reason, ruleId, also = [] }) =>
    place ? [{ ...offsets(place), reason, ruleId, also: also.map(offsets) }] : [],
  );
  return {
    quotes: placed.flatMap(({ start, end, reason, ruleId }) =>
      quotesOf(reason).map((quote) => ({
        start,
        end,
        isLeftOut:
          (leavingOut.has(ruleId) || ruleId === 'html-attr-dropped') &&
          /\b(?:left out|removed)\b/u.test(reason),
        ...(leavingOut.has(ruleId) ? inParts(quote) : { quote }),
      })),
    ),
    leftOut: placed.filter(({ ruleId }) => leavingOut.has(ruleId)),
    badAddresses: placed.flatMap(({ ruleId, also, ...first }) =>
      ofAddresses.has(ruleId) ? [first, ...also] : [],
    ),
    addresses: messages.flatMap(({ ruleId, reason }) =>
      ofAddresses.has(ruleId) ? quotesOf(reason).flatMap((quote) => [quote, percentDecoded(quote)]) : [],
    ),
  };
}

function offsets({ start, end }: Place): Stretch {
  return { start: start.offset, end: end.offset };
}

function quotesOf(reason: string): readonly string[] {
  return [...reason.matchAll(/“([^“”]*)”/gu)].map(([, quote = '']) => quote);
}

/** The last ellipsis between spaces may be the author's own: nothing then stands between the parts. */
function inParts(quote: string): { readonly quote: string; readonly last?: string } {
  const at = quote.lastIndexOf(' … ');
  return at < 0 ? { quote } : { quote: quote.slice(0, at), last: quote.slice(at + 3) };
}
