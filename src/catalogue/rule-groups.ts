import { accountRules } from '../account/rules.ts';
import { assetRules } from '../assets/rules.ts';
import { bagRules } from '../bag/rules.ts';
import { coverRules } from '../cover/rules.ts';
import { custodyRefusals } from '../custody/rules.ts';
import type { ExitName } from '../diagnostics/exit-codes.ts';
import type { BagRule, MessageRule, RefusalRule, Rule, Rules } from '../diagnostics/rule.ts';
import { documentRules } from '../document/rules.ts';
import { epubRules } from '../epub/rules.ts';
import { filingRules } from '../filing/rules.ts';
import { intakeRules } from '../intake/rules.ts';
import { factRules } from '../ledger/facts/rules.ts';
import { ledgerRefusals } from '../ledger/rules.ts';
import { linkRules } from '../links/rules.ts';
import { lintRules } from '../lint/rules.ts';
import { pdfRules } from '../pdf/rules.ts';
import { blockRules } from '../posts/blocks/rules.ts';
import { htmlRules } from '../posts/html/rules.ts';
import { sourceRules } from '../posts/source/rules.ts';
import { publishRules } from '../publish/rules.ts';
import { storeRefusals } from '../store/rules.ts';
import { verifyRules } from '../verify/rules.ts';
import { isOverrulable } from './message-rules.ts';

/** A rule of whatever kind, with all that some kind says. */
export type AnyRule = Rule & Partial<Omit<MessageRule & BagRule & RefusalRule, keyof Rule>>;

/** The rules of a room. */
export interface RuleGroup {
  /** What they are about. */
  readonly title: string;
  readonly rules: Rules<AnyRule>;
  /** The exit code that an error of one of them leads to; rules by which commands are refused have their own. */
  readonly exit: ExitName;
  /** Who can overrule what is only suspected: the author with a comment, or the project alone under `lint:`. */
  readonly overruledBy?: 'author' | 'project';
}

/** Every rule there is, in groups. No two have the same id. */
export const ruleGroups: readonly RuleGroup[] = [
  {
    title: 'The source of a post: bytes, front matter, Markdown, markup of site generators',
    rules: sourceRules,
    exit: 'post',
    overruledBy: 'author',
  },
  { title: 'Raw HTML and directives', rules: htmlRules, exit: 'post', overruledBy: 'author' },
  { title: 'Blocks and phrases', rules: blockRules, exit: 'post', overruledBy: 'author' },
  {
    title: 'What became of the words of a post',
    rules: accountRules,
    exit: 'post',
    overruledBy: 'author',
  },
  {
    title: 'What is found of a post at several stages',
    rules: documentRules,
    exit: 'post',
    overruledBy: 'author',
  },
  { title: 'Lint', rules: lintRules, exit: 'post', overruledBy: 'author' },
  { title: 'Pictures', rules: assetRules, exit: 'post', overruledBy: 'author' },
  { title: 'The check of links', rules: linkRules, exit: 'post', overruledBy: 'project' },
  { title: 'Archived pages', rules: intakeRules, exit: 'post' },
  { title: 'Pages of the PDF', rules: pdfRules, exit: 'post', overruledBy: 'project' },
  { title: 'Covers that are drawn', rules: coverRules, exit: 'post', overruledBy: 'project' },
  { title: 'Page markers of the EPUB', rules: epubRules, exit: 'post', overruledBy: 'project' },
  { title: 'Files that are written', rules: publishRules, exit: 'post' },
  { title: 'Facts of a record', rules: factRules, exit: 'post' },
  { title: 'Before a record is filed', rules: filingRules, exit: 'post' },
  { title: 'Bags', rules: bagRules, exit: 'integrity' },
  { title: 'Stores and their bags', rules: verifyRules, exit: 'integrity' },
  {
    title: 'Commands on records that are refused',
    rules: { ...ledgerRefusals, ...storeRefusals, ...custodyRefusals },
    exit: 'usage',
  },
];

/** A rule with its group. */
export interface FoundRule {
  readonly rule: AnyRule;
  readonly group: RuleGroup;
}

/** The rule of an id, whatever it is about; `undefined` where there is none. */
export function findRule(id: string): FoundRule | undefined {
  for (const group of ruleGroups) {
    const rule = Object.hasOwn(group.rules, id) ? group.rules[id] : undefined;
    if (rule) return { rule, group };
  }
  return undefined;
}

/** Whether `lint:` of the configuration may say how serious a rule is; else it is as serious as it is. */
export function hasLevel(id: string): boolean {
  return isOverrulable(id) && findRule(id)?.group.overruledBy !== undefined;
}
