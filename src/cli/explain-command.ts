import { UsageError } from '../diagnostics/errors.ts';
import { findRule, messageRules } from '../catalogue/message-rules.ts';
import { exitCodes, type ExitCode } from '../diagnostics/exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** Runs `tagleaf explain`: one rule's severity, clause and cure, or the list of all rules. */
export function explainCommand(ruleId: string | undefined, terminal: Terminal): ExitCode {
  if (ruleId === undefined) {
    terminal.out(
      Object.entries(messageRules)
        .map(([id, rule]) => `${id} (${rule.severity})\n`)
        .join(''),
    );
    return exitCodes.good.code;
  }
  const rule = findRule(ruleId);
  if (!rule) throw new UsageError(`there is no rule \`${ruleId}\`; \`tagleaf explain\` lists all`);
  const withheld =
    (rule.withholds ?? ['pdf', 'epub']).map((format) => format.toUpperCase()).join(' and ') || 'none';
  const effect = rule.severity === 'error' ? `Claims withheld: ${withheld}\n` : '';
  terminal.out(`${ruleId} (${rule.severity})\nClause: ${rule.clause}\nCure: ${rule.cure}\n${effect}`);
  return exitCodes.good.code;
}
