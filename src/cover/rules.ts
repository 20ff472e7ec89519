import { reporterOf, type Reporter } from '../diagnostics/report-rule.ts';
import type { Rules } from '../diagnostics/rule.ts';

/** What can be found of a drawn cover. */
export const coverRules = {
  'cover-glyph-missing': {
    severity: 'warning',
    title: 'No font has a character of the cover',
    meaning: 'The picture of the cover was drawn without it.',
    clause: 'house rule',
    cure: 'Add a font package that covers the character under `fonts:` in tagleaf.yaml, or give the cover of a book a picture and that of posts up (`cover: none`).',
    blocksFiling: true,
  },
} as const satisfies Rules;

/** What the reporter below can be asked for. */
export type CoverRuleId = keyof typeof coverRules;

/** Makes the message of a rule of this room. */
export const reportRule: Reporter<CoverRuleId> = reporterOf(coverRules);
