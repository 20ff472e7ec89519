import { reporterOf, type Reporter } from '../diagnostics/report-rule.ts';
import type { Rules } from '../diagnostics/rule.ts';

/** What can be found while an EPUB is made. */
export const epubRules = {
  'pagebreak-moved': {
    severity: 'info',
    title: 'The marker of a page stands a little early',
    meaning: 'The page begins inside a link, code or ruby, where no marker may stand.',
    clause: 'EPUB Accessibility 1.1 §3.4.1',
    cure: 'Nothing to do; the page number stands before the link, the code or the ruby in which the page begins.',
    blocksFiling: true,
  },
} as const satisfies Rules;

/** What the reporter below can be asked for. */
export type EpubRuleId = keyof typeof epubRules;

/** Makes the message of a rule of this room. */
export const reportRule: Reporter<EpubRuleId> = reporterOf(epubRules);
