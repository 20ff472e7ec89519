import type { Message } from '../../diagnostics/message.ts';
import type { MessageRule } from '../../diagnostics/rule.ts';
import { filingRules, reportRule } from '../rules.ts';
import type { Waiver } from '../../ledger/facts/record-facts.ts';
import type { ScanFinding } from './scan-finding.ts';

/**
 * The findings as messages. One that a person waived is at info level and says why; a waiver that meets no finding is reported
 * (`waiver-unused`). A waiver without a reason, a name or a date overrules nothing.
 */
export function applyWaivers(
  findings: readonly ScanFinding[],
  {
    waivers,
    file,
    usedBefore = new Set(),
  }: {
    readonly waivers: readonly Waiver[];
    readonly file: string;
    /** Those that messages of posts needed. */
    readonly usedBefore?: ReadonlySet<Waiver>;
  },
): readonly Message[] {
  const used = new Set<Waiver>(usedBefore);
  const findWaivers = waiverFinder(waivers);
  const messages = findings.map((finding): Message => {
    const message = reportRule(finding.rule, finding);
    const { waivable }: MessageRule = filingRules[finding.rule];
    const met = waivable ? findWaivers(finding) : [];
    const [first] = met;
    // Those that say the same are used once the first is.
    if (first && !used.has(first)) for (const waiver of met) used.add(waiver);
    return first ? waived(message, first) : message;
  });
  const unused = waivers.filter((waiver) => !used.has(waiver));
  return [
    ...messages,
    ...unused.map(({ rule, matchSha256 }) =>
      reportRule('waiver-unused', {
        reason: `Waiver of “${rule}” for ${matchSha256} meets no finding`,
        file,
      }),
    ),
  ];
}

/** The message that a person waived: what it withheld it withholds no more. */
export function waived(message: Message, { reason, by, on }: Waiver): Message {
  return { ...message, severity: 'info', withholds: [], suppressed: `${reason} (${by}, ${on})` };
}

/** Gives back the waivers that hold for what was found. One without a reason, a name or a date holds for nothing. */
export function waiverFinder(
  waivers: readonly Waiver[],
): (found: { readonly rule: string; readonly matchSha256: string }) => readonly Waiver[] {
  const groups = new Map<string, Waiver[]>();
  const keyOf = (rule: string, matchSha256: string): string => `${rule} ${matchSha256}`;
  for (const waiver of waivers) {
    const { rule, matchSha256, reason, by, on } = waiver;
    if ([reason, by, on].some((text) => text.trim() === '')) continue;
    const key = keyOf(rule, matchSha256.toLowerCase());
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(waiver);
  }
  return ({ rule, matchSha256 }) => groups.get(keyOf(rule, matchSha256)) ?? [];
}
