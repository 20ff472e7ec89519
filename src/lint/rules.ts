import { reporterOf, type Reporter } from '../diagnostics/report-rule.ts';
import type { Rules } from '../diagnostics/rule.ts';
import { documentRules } from '../document/rules.ts';

/** What lint finds in a document, and of the comments that overrule it. */
export const lintRules = {
  'heading-as-bold': {
    severity: 'warning',
    clause: 'ISO 14289-1 §7.4, WCAG 2.2 SC 1.3.1',
    cure: 'Make it a heading with `##`, if it is one.',
  },
  'link-generic': {
    severity: 'warning',
    clause: 'WCAG 2.2 SC 2.4.4',
    cure: 'Say in the words of the link where it leads.',
  },
  'link-text-url': {
    severity: 'info',
    clause: 'WCAG 2.2 SC 2.4.4',
    cure: 'Give the link words, unless readers of the printed page need the address.',
  },
  'img-alt-missing': {
    severity: 'error',
    clause: 'ISO 14289-1 §7.3, WCAG 2.2 SC 1.1.1',
    cure: 'Describe the picture between the square brackets, or mark it as decorative with `:::figure{decorative}`.',
  },
  'alt-is-filename': {
    severity: 'error',
    clause: 'WCAG 2.2 SC 1.1.1',
    cure: 'Describe the picture; a file name is no text alternative.',
    judgement: true,
  },
  'alt-placeholder': {
    severity: 'error',
    clause: 'WCAG 2.2 SC 1.1.1',
    cure: 'Describe what the picture shows, or mark it as decorative with `:::figure{decorative}`.',
    judgement: true,
  },
  'alt-equals-caption': {
    severity: 'warning',
    clause: 'WCAG 2.2 SC 1.1.1',
    cure: 'Say in the text alternative what is seen; the caption is read out as well.',
  },
  'table-header-empty': {
    severity: 'error',
    clause: 'ISO 14289-1 §7.5, WCAG 2.2 SC 1.3.1',
    cure: 'Name the column in its header cell.',
  },
  'table-no-header': {
    severity: 'error',
    clause: 'ISO 14289-1 §7.5, WCAG 2.2 SC 1.3.1',
    cure: 'Give the table a header row.',
    // PDF/UA-1 recommends headers ("should"); WCAG requires those that the table shows.
    withholds: ['epub'],
  },
  'table-layout': {
    severity: 'warning',
    clause: 'ISO 14289-1 §7.5, WCAG 2.2 SC 1.3.1',
    cure: 'Take the table apart, if it only serves the layout.',
  },
  'footnote-fake': {
    severity: 'warning',
    clause: 'ISO 14289-1 §7.9, WCAG 2.2 SC 1.3.1',
    cure: 'Write the note as `[^1]` and `[^1]: text`.',
  },
  'list-fake': {
    severity: 'warning',
    clause: 'ISO 14289-1 §7.6, WCAG 2.2 SC 1.3.1',
    cure: 'Begin the lines with `- ` or `1. `, so that they are a list.',
  },
  'para-empty': {
    severity: 'warning',
    clause: 'WCAG 2.2 SC 1.3.1',
    cure: 'Remove the empty paragraph; space between blocks is the business of the theme.',
  },
  'nbsp-run': {
    severity: 'warning',
    clause: 'WCAG 2.2 SC 1.3.2',
    cure: 'Write one space; use a table or a list to align words.',
  },
  'sentence-space': {
    severity: 'info',
    clause: 'house rule',
    cure: 'Write one space after a sentence.',
  },
  'letter-spaced': {
    severity: 'warning',
    clause: 'WCAG 2.2 SC 1.3.2',
    cure: 'Write the word without spaces between its letters.',
  },
  'allcaps-run': {
    severity: 'warning',
    clause: 'WCAG 2.2 SC 1.3.1',
    cure: 'Write the words in sentence case, with emphasis where they need it.',
  },
  'lang-mismatch': {
    severity: 'warning',
    clause: 'ISO 14289-1 §7.2, WCAG 2.2 SC 3.1.1',
    cure: 'Correct `lang:` in the front matter.',
  },
  'lang-undeclared-foreign': {
    severity: 'warning',
    clause: 'ISO 14289-1 §7.2, WCAG 2.2 SC 3.1.2',
    cure: 'Mark the passage, for instance `:lang[…]{lang=fr}` or `:::group{lang=fr}`.',
  },
  'suppression-unused': {
    severity: 'warning',
    clause: 'house rule',
    cure: 'Remove the comment; it stands right before the block that it is about.',
  },
  'suppression-without-reason': {
    severity: 'warning',
    clause: 'house rule',
    cure: 'Write `<!-- a11y-ignore rule: reason -->`; without a reason nothing is overruled.',
  },
} as const satisfies Rules;

/** What the reporter below can be asked for. */
export type LintRuleId = keyof typeof lintRules | 'lang-missing' | 'link-empty';

/** Makes the message of a rule of this room. */
export const reportRule: Reporter<LintRuleId> = reporterOf({ ...lintRules, ...documentRules });
