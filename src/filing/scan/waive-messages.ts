import type { Message } from '../../diagnostics/message.ts';
import { findMessageRule } from '../../catalogue/message-rules.ts';
import type { Waiver } from '../../ledger/facts/record-facts.ts';
import type { Document } from '../../document/document.ts';
import { waived, waiverFinder } from './apply-waivers.ts';
import { matchDigest } from './scan-finding.ts';

/** Messages with those that a person waived, and the waivers that they needed. */
export interface WaivedMessages {
  readonly messages: readonly Message[];
  readonly used: ReadonlySet<Waiver>;
}

/**
 * What reading the posts of a record said of what may be waived. A waived message is at info level, says why and withholds nothing;
 * any other tells the digest by which it can be waived: that of its words in the source.
 */
export function waiveMessages(
  messages: readonly Message[],
  { waivers, documents }: { readonly waivers: readonly Waiver[]; readonly documents: readonly Document[] },
): WaivedMessages {
  const sources = new Map(documents.map(({ file, source }) => [file, source]));
  const used = new Set<Waiver>();
  const findWaivers = waiverFinder(waivers);
  const settled = messages.map((message): Message => {
    const { ruleId, place, file, reason, suppressed } = message;
    const source = sources.get(file);
    const isOpen = findMessageRule(ruleId)?.waivable === true && suppressed === undefined;
    if (!isOpen || place === undefined || source === undefined) return message;
    const matchSha256 = matchDigest(source.slice(place.start.offset, place.end.offset));
    const found = findWaivers({ rule: ruleId, key: matchSha256 });
    const [first] = found;
    if (first && !used.has(first)) for (const waiver of found) used.add(waiver);
    return first ? waived(message, first) : { ...message, reason: `${reason} (match_sha256 ${matchSha256})` };
  });
  return { messages: settled, used };
}
