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
  { waivers, file }: { readonly waivers: readonly Waiver[]; readonly file: string },
): readonly Message[] {
  const used = new Set<Waiver>();
  const messages = findings.map((finding): Message => {
    const message = reportRule(finding.rule, finding);
    const waiver = waivers.find((candidate) => meets(candidate, finding));
    if (!waiver) return message;
    for (const same of waivers) if (meets(same, finding)) used.add(same);
    const suppressed = `${waiver.reason} (${waiver.by}, ${waiver.on})`;
    return { ...message, severity: 'info', withholds: [], suppressed };
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

function meets(waiver: Waiver, finding: ScanFinding): boolean {
  const complete = [waiver.reason, waiver.by, waiver.on].every((text) => text.trim() !== '');
  const same = waiver.rule === finding.rule && waiver.matchSha256.toLowerCase() === finding.matchSha256;
  const { waivable }: MessageRule = filingRules[finding.rule];
  return complete && same && waivable === true;
}
