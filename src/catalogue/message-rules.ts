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
import { postRules } from '../posts/rules.ts';
import { publishRules } from '../publish/rules.ts';

/** Every rule that a message can be of, by its id. */
export const messageRules = {
  ...postRules,
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
} as const;

/** The rule of an id, or `undefined` where there is none. */
export function findRule(id: string): MessageRule | undefined {
  const table: Readonly<Record<string, MessageRule>> = messageRules;
  return Object.hasOwn(table, id) ? table[id] : undefined;
}
