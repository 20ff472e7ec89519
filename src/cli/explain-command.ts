import { nearWord } from '../characters/near-word.ts';
import { findRule, ruleGroups, type AnyRule, type FoundRule } from '../catalogue/rule-groups.ts';
import { UsageError } from '../diagnostics/errors.ts';
import { exitCodes, type ExitCode } from '../diagnostics/exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** Runs `tagleaf explain`: what one rule means, who asks for it and what cures it, or the list of all rules. */
export function explainCommand(id: string | undefined, terminal: Terminal): ExitCode {
  if (id === undefined) {
    terminal.out(listRules());
    return exitCodes.good.code;
  }
  const found = findRule(id);
  if (!found) {
    const meant = nearWord(id, ruleIds());
    const hint = meant === undefined ? '; ' : `; did you mean \`${meant}\`? `;
    throw new UsageError(`there is no rule \`${id}\`${hint}\`tagleaf explain\` lists all`);
  }
  terminal.out(explain(id, found));
  return exitCodes.good.code;
}

function ruleIds(): readonly string[] {
  return ruleGroups.flatMap(({ rules }) => Object.keys(rules));
}

function listRules(): string {
  const groups = ruleGroups.map(({ title, rules }) => {
    const lines = Object.entries(rules).map(([id, rule]) => `  ${heading(id, rule)}`);
    return `${title}\n${lines.join('')}`;
  });
  return groups.join('\n');
}

function heading(id: string, { severity, title }: AnyRule): string {
  return `${id} (${severity}): ${title}\n`;
}

function explain(id: string, { rule, group }: FoundRule): string {
  const { severity, meaning, clause, cure, beyondRfc, exit = group.exit } = rule;
  const isError = severity === 'error';
  const effects = [
    ...(isError && group.exit === 'post' ? [`Claims withheld: ${withheldBy(rule)}`] : []),
    ...(group.exit === 'post' ? [`Overruled: ${overruled({ rule, group })}`] : []),
    ...(beyondRfc ? ['In a bag that is no record: a warning'] : []),
    `In the way of filing: ${filing({ rule, group })}`,
    ...(isError ? [`Exit code: ${exitCodes[exit].code}`] : []),
  ];
  return `${heading(id, rule)}${meaning}\nClause: ${clause}\nCure: ${cure}\n${effects.join('\n')}\n`;
}

function withheldBy({ withholds = ['pdf', 'epub'] }: AnyRule): string {
  return withholds.map((format) => format.toUpperCase()).join(' and ') || 'none';
}

/** By whom a finding can be overruled; what a machine can prove by nobody. */
function overruled({
  rule: { severity, judgement, waivable, withholdsAtAnyLevel },
  group,
}: FoundRule): string {
  if (withholdsAtAnyLevel)
    return 'with a reason in the post, or by a waiver with a reason; `lint:` restores no claim';
  if (waivable) return 'by a waiver with a reason';
  if ((severity === 'error' && !judgement) || group.overruledBy === undefined) return 'never';
  return group.overruledBy === 'author' ? 'with a reason in the post, or by `lint:`' : 'by `lint:`';
}

function filing({ rule: { severity, blocksFiling }, group }: FoundRule): string {
  if (!blocksFiling) return 'no';
  if (severity === 'error') return 'yes';
  return group.overruledBy === undefined ? 'no' : 'no, unless `lint:` makes it an error';
}
