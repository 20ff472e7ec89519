import { accountRules } from '../account/rules.ts';
import { assetRules } from '../assets/rules.ts';
import { coverRules } from '../cover/rules.ts';
import type { MessageRule } from '../diagnostics/rule.ts';
import { documentRules } from '../document/rules.ts';
import { epubRules } from '../epub/rules.ts';
import { filingRules } from '../filing/rules.ts';
import { intakeRules } from '../intake/rules.ts';
import { factRules } from '../ledger/facts/rules.ts';
import { linkRules } from '../links/rules.ts';
import { lintRules } from '../lint/rules.ts';
import { pdfRules } from '../pdf/rules.ts';
import { blockRules } from '../posts/blocks/rules.ts';
import { htmlRules } from '../posts/html/rules.ts';
import { sourceRules } from '../posts/source/rules.ts';
import { publishRules } from '../publish/rules.ts';

/** Every rule that a message can be of, by its id. */
export const messageRules = {
  ...sourceRules,
  ...htmlRules,
  ...blockRules,
  ...accountRules,
  ...documentRules,
  ...lintRules,
  ...assetRules,
  ...linkRules,
  ...intakeRules,
  ...pdfRules,
  ...coverRules,
  ...epubRules,
  ...publishRules,
  ...factRules,
  ...filingRules,
};

/** The rule of a message, or `undefined` where there is none of that id. */
export function findMessageRule(id: string): MessageRule | undefined {
  const table: Readonly<Record<string, MessageRule>> = messageRules;
  return Object.hasOwn(table, id) ? table[id] : undefined;
}

/** Whether one of the messages says that the clock stopped what it is about: nothing is known of it, and nothing may be made of that. */
export function isUndecided(messages: readonly { readonly ruleId: string }[]): boolean {
  return messages.some(({ ruleId }) => findMessageRule(ruleId)?.exit === 'undecided');
}

/** Whether a person may overrule what a rule says: not where a machine can prove an error. */
export function isOverrulable(id: string): boolean {
  const rule = findMessageRule(id);
  return rule !== undefined && (rule.severity !== 'error' || rule.judgement === true);
}
