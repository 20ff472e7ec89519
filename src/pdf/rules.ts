import { reporterOf, type Reporter } from '../diagnostics/report-rule.ts';
import type { Rules } from '../diagnostics/rule.ts';

/** What can be found while pages are laid out. */
export const pdfRules = {
  'glyph-missing': {
    severity: 'error',
    clause: 'ISO 14289-1 §7.21.8',
    cure: 'Add a font package that covers the character under `fonts:` in tagleaf.yaml.',
    withholds: ['pdf'],
  },
  'direction-unsupported': {
    severity: 'error',
    clause: 'UAX 9 HL1',
    cure: 'Distribute the EPUB; paragraphs of the PDF begin at the left, whatever their direction.',
    withholds: ['pdf'],
  },
  'table-too-wide': {
    severity: 'warning',
    clause: 'WCAG 2.2 SC 1.4.10',
    cure: 'Use fewer columns or shorter words.',
  },
  'code-line-too-long': {
    severity: 'info',
    clause: 'house rule',
    cure: 'Break the line; it was wrapped with a mark that is not part of it.',
  },
} as const satisfies Rules;

/** What the reporter below can be asked for. */
export type PdfRuleId = keyof typeof pdfRules;

/** Makes the message of a rule of this room. */
export const reportRule: Reporter<PdfRuleId> = reporterOf(pdfRules);
