import type { Message } from '../diagnostics/message.ts';
import type { Stretch } from './stretches.ts';

/** What messages say of a source. */
export interface Told {
  /** What they name, and where it stands. */
  readonly quotes: readonly (Stretch & { readonly quote: string })[];
  /** What was left out whole, with all it holds. */
  readonly leftOut: readonly Stretch[];
  /** Where an address stands that cannot be used: it may be quoted in another writing than its own. */
  readonly badAddresses: readonly Stretch[];
  /** Addresses that are quoted, wherever they stand. */
  readonly addresses: readonly string[];
}

/** Rules whose place is what was left out, no more. */
const leavingOut: ReadonlySet<string> = new Set([
  'hidden-left-out',
  'html-dropped',
  'html-script',
  'html-unclosed',
  'media-no-alternative',
]);

const ofAddresses: ReadonlySet<string> = new Set([
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

/** What messages account for: what they quote, and what a rule says that it left out. A place alone accounts for nothing. */
export function toldBy(messages: readonly Message[]): Told {
  const placed = messages.flatMap(({ place, reason, ruleId }) =>
    place ? [{ start: place.start.offset, end: place.end.offset, reason, ruleId }] : [],
  );
  return {
    quotes: placed.flatMap(({ start, end, reason }) =>
      quotesOf(reason).map((quote) => ({ start, end, quote })),
    ),
    leftOut: placed.filter(({ ruleId }) => leavingOut.has(ruleId)),
    badAddresses: placed.filter(({ ruleId }) => ofAddresses.has(ruleId)),
    addresses: messages.flatMap(({ ruleId, reason }) => (ofAddresses.has(ruleId) ? quotesOf(reason) : [])),
  };
}

function quotesOf(reason: string): readonly string[] {
  return [...reason.matchAll(/“([^“”]*)”/gu)].map(([, quote = '']) => quote);
}
