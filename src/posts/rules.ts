import { reporterOf, type Reporter } from '../diagnostics/report-rule.ts';
import { documentRules } from '../document/rules.ts';
import { blockRules } from './blocks/rules.ts';
import { htmlRules } from './html/rules.ts';
import { sourceRules } from './source/rules.ts';

/** What can be found while a post is read. */
const postRules = { ...sourceRules, ...htmlRules, ...blockRules };

/** What the reporter below can be asked for. */
export type PostRuleId =
  | keyof typeof postRules
  | 'file-too-large'
  | 'date-ambiguous'
  | 'link-target-missing'
  | 'link-address-unknown'
  | 'link-empty'
  | 'cover-unusable'
  | 'cover-alt-missing'
  | 'img-missing'
  | 'img-outside-root'
  | 'record-holds-in-post';

/** Makes the message of a rule of this room. */
export const reportRule: Reporter<PostRuleId> = reporterOf({ ...postRules, ...documentRules });
