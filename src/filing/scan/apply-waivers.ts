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
  const messages = findings.map((finding): Message => {
    const message = reportRule(finding.rule, finding);
    const { waivable }: MessageRule = filingRules[finding.rule];
    const met = waivable ? findWaivers(waivers, finding) : [];
    for (const waiver of met) used.add(waiver);
    const [first] = met;
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

/** The waivers that hold for what was found. One without a reason, a name or a date holds for nothing. */
export function findWaivers(
  waivers: readonly Waiver[],
  found: { readonly rule: string; readonly matchSha256: string },
): readonly Waiver[] {
  return waivers.filter(({ rule, matchSha256, reason, by, on }) => {
    const complete = [reason, by, on].every((text) => text.trim() !== '');
    return complete && rule === found.rule && matchSha256.toLowerCase() === found.matchSha256;
  });
}
