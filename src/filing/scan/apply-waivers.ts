import type { Message } from '../../diagnostics/message.ts';
import type { MessageRule } from '../../diagnostics/rule.ts';
import { filingRules, reportRule } from '../rules.ts';
import type { Waiver } from '../../ledger/facts/record-facts.ts';
import type { ScanFinding } from './scan-finding.ts';
import { toldKey, type WaiverKeys } from './waiver-keys.ts';

/** What findings are held against. */
export interface WaiverOptions {
  readonly waivers: readonly Waiver[];
  readonly file: string;
  readonly keys: WaiverKeys;
  /** Those that messages of posts needed. */
  readonly usedBefore?: ReadonlySet<Waiver>;
}

/**
 * The findings as messages, each with the key by which it can be waived. One that a person waived is at info level and says why; a
 * waiver that meets no finding is reported (`waiver-unused`), and so is one whose key could be undone by trying (`waiver-guessable`).
 * A waiver without a reason, a name or a date overrules nothing.
 */
export function applyWaivers(
  findings: readonly ScanFinding[],
  { waivers, file, keys, usedBefore = new Set() }: WaiverOptions,
): readonly Message[] {
  const used = new Set<Waiver>(usedBefore);
  const guessable = new Map<Waiver, Message>();
  const findWaivers = waiverFinder(waivers);
  const messages = findings.map((finding): Message => {
    const { rule, matchSha256, hidden, reason, place } = finding;
    const { waivable }: MessageRule = filingRules[rule];
    if (!waivable) return reportRule(rule, finding);
    const key = keys.keyOf(finding);
    const message = reportRule(rule, { reason: `${reason} ${toldKey(key)}`, file: finding.file, place });
    const met = [key.value, matchSha256].flatMap((value) =>
      value === undefined ? [] : findWaivers({ rule, key: value }),
    );
    const [first] = met;
    if (!first) return message;
    // Those that say the same are used once the first is.
    if (!used.has(first)) for (const waiver of met) used.add(waiver);
    if (hidden !== undefined)
      for (const waiver of met.filter(({ matchHmac }) => matchHmac === undefined))
        guessable.set(waiver, renewal(waiver, { file, told: toldKey(key) }));
    return waived(message, first);
  });
  const unused = waivers.filter((waiver) => !used.has(waiver));
  return [
    ...messages,
    ...guessable.values(),
    ...unused.map((waiver) => reportRule('waiver-unused', { reason: whyUnused(waiver, keys), file })),
  ];
}

function renewal(
  { rule }: Waiver,
  { file, told }: { readonly file: string; readonly told: string },
): Message {
  return reportRule('waiver-guessable', {
    reason: `A waiver of “${rule}” names what it waives by a SHA-256, from which it can be found by trying ${told}`,
    file,
  });
}

function whyUnused(waiver: Waiver, keys: WaiverKeys): string {
  const { rule, matchHmac, matchSha256 } = waiver;
  const why = keys.isForeign(waiver)
    ? 'was written for another store, or for a secret that was lost'
    : 'meets no finding';
  // Of a SHA-256 not enough to try by.
  return `Waiver of “${rule}” for ${matchHmac ?? `${matchSha256?.slice(0, 4)}…`} ${why}`;
}

/** The message that a person waived: what it withheld it withholds no more. */
export function waived(message: Message, { reason, by, on }: Waiver): Message {
  return { ...message, severity: 'info', withholds: [], suppressed: `${reason} (${by}, ${on})` };
}

/** Gives back the waivers that hold for what was found. One without a reason, a name or a date holds for nothing. */
export function waiverFinder(
  waivers: readonly Waiver[],
): (found: { readonly rule: string; readonly key: string }) => readonly Waiver[] {
  const groups = new Map<string, Waiver[]>();
  for (const waiver of waivers) {
    const { rule, matchSha256, matchHmac = matchSha256, reason, by, on } = waiver;
    if (matchHmac === undefined || [reason, by, on].some((text) => text.trim() === '')) continue;
    const key = `${rule} ${matchHmac.toLowerCase()}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(waiver);
  }
  return ({ rule, key }) => groups.get(`${rule} ${key}`) ?? [];
}
