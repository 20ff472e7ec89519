import { reporterOf, type Reporter } from '../diagnostics/report-rule.ts';
import type { Rules } from '../diagnostics/rule.ts';

/** What can be found while pages are laid out. */
export const pdfRules = {
  'glyph-missing': {
    severity: 'error',
    title: 'No font has a character',
    meaning: 'Readers of the PDF would see a box or nothing in its place.',
    clause: 'ISO 14289-1 §7.21.8',
    cure: 'Install the package that the message names, or add a font that covers the character under `fonts:` in tagleaf.yaml.',
    withholds: ['pdf'],
    blocksFiling: true,
  },
  'letters-of-another-form': {
    severity: 'warning',
    title: 'Letters have not the forms of their language',
    meaning:
      'Urdu is read in Nastaliq, and Chinese, Japanese and Korean write many letters that they share in forms of their own: what is printed can be read, and looks foreign.',
    clause: 'WCAG 2.2 SC 3.1.2',
    cure: 'Install the package that the message names, or name a font of the language under `fonts:` in tagleaf.yaml.',
    withholds: [],
    blocksFiling: false,
  },
  'pdf-text-too-long': {
    severity: 'error',
    title: 'A text is too long for a PDF/A',
    meaning:
      'Pages hold text of any length, but what stands beside them does not: text alternatives, links, bookmarks, the description.',
    clause: 'ISO 19005-2 §6.1.13',
    cure: 'Shorten it; what takes a page to say belongs into the text of the post.',
    withholds: ['pdf'],
    blocksFiling: true,
  },
  'table-too-wide': {
    severity: 'warning',
    title: 'A table is too wide for the page',
    meaning: 'It was set smaller, and words may break where no language breaks them.',
    clause: 'WCAG 2.2 SC 1.4.10',
    cure: 'Use fewer columns or shorter words.',
    blocksFiling: true,
  },
  'table-turned': {
    severity: 'info',
    title: 'A table stands on a page on its side',
    meaning: 'It is too wide for an upright page; who reads on paper turns the sheet.',
    clause: 'house rule',
    cure: 'Use fewer columns or shorter words where the page is to stay upright.',
    blocksFiling: true,
  },
  'table-in-groups': {
    severity: 'info',
    title: 'The columns of a table stand in groups',
    meaning:
      'It is too wide for a page; its rows go on below, behind their headers once more. The tags have them whole.',
    clause: 'house rule',
    cure: 'Use fewer columns or shorter words where the rows are to stay whole on paper.',
    blocksFiling: true,
  },
  'code-line-too-long': {
    severity: 'info',
    title: 'A line of code is too long for the page',
    meaning: 'It goes on in the next line, which readers can take for two.',
    clause: 'house rule',
    cure: 'Break the line; it was wrapped with a mark that is not part of it.',
    blocksFiling: true,
  },
} as const satisfies Rules;

/** What the reporter below can be asked for. */
export type PdfRuleId = keyof typeof pdfRules;

/** Makes the message of a rule of this room. */
export const reportRule: Reporter<PdfRuleId> = reporterOf(pdfRules);
