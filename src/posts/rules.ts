import { reporterOf, type Reporter } from '../diagnostics/report-rule.ts';
import type { Rules } from '../diagnostics/rule.ts';
import { documentRules } from '../document/rules.ts';

/** What can be found while a post is read. */
export const postRules = {
  'file-encoding': { severity: 'error', clause: 'RFC 3629', cure: 'Save the file as UTF-8.' },
  'file-empty': {
    severity: 'error',
    clause: 'WCAG 2.2 SC 2.4.2',
    cure: 'Write the post, or take the file out of the folder.',
  },
  'post-too-slow': {
    severity: 'error',
    clause: 'house rule',
    cure: 'Split the post, or raise limits.readSeconds in tagleaf.yaml.',
  },
  'nesting-too-deep': {
    severity: 'error',
    clause: 'house rule',
    cure: 'Nest less deeply, or raise limits.depth in tagleaf.yaml.',
  },
  'control-char': {
    severity: 'warning',
    clause: 'XML 1.0 §2.2',
    cure: 'Remove the control character; it cannot stand in either output.',
  },
  'pua-char': {
    severity: 'error',
    clause: 'ISO 14289-1 §7.21.7, WCAG 2.2 SC 1.3.1',
    cure: 'Replace the private-use character by the real character or a picture with a text alternative.',
  },
  'frontmatter-invalid': { severity: 'error', clause: 'YAML 1.2', cure: 'Correct the front matter.' },
  'frontmatter-unknown-key': {
    severity: 'info',
    clause: 'house rule',
    cure: 'Nothing to do if the key is meant for another tool.',
  },
  'frontmatter-key-repeated': {
    severity: 'warning',
    clause: 'YAML 1.2 §3.2.1.3',
    cure: 'Keep one of the two.',
  },
  'title-missing': {
    severity: 'error',
    clause: 'ISO 14289-1 §7.1, WCAG 2.2 SC 2.4.2',
    cure: 'Add `title:` to the front matter, or begin the post with its only level-1 heading.',
  },
  'title-duplicate': {
    severity: 'warning',
    clause: 'WCAG 2.2 SC 1.3.1',
    cure: 'Take the heading out of the body; the title is printed from the front matter.',
  },
  'lang-invalid': {
    severity: 'error',
    clause: 'BCP 47, WCAG 2.2 SC 3.1.1',
    cure: 'Write a language tag such as `fr` or `en-US`.',
  },
  'date-invalid': {
    severity: 'error',
    clause: 'ISO 8601-1',
    cure: 'Write the date as YYYY-MM-DD; keep the shown form in `…_as_shown`.',
  },
  'updated-before-released': { severity: 'warning', clause: 'house rule', cure: 'Check the two dates.' },
  'archived-incomplete': {
    severity: 'error',
    clause: 'house rule',
    cure: 'Give `archived:` both a `label` and a `notice`, verbatim.',
  },
  'heading-empty': {
    severity: 'error',
    clause: 'WCAG 2.2 SC 2.4.6',
    cure: 'Give the heading words, or remove it.',
  },
  'heading-skip': {
    severity: 'warning',
    clause: 'ISO 14289-1 §7.4.2, WCAG 2.2 SC 1.3.1',
    cure: 'Use the next level down; the heading was emitted one level below the one before.',
  },
  'heading-multiple-h1': {
    severity: 'warning',
    clause: 'WCAG 2.2 SC 1.3.1',
    cure: 'Use level 2 in the body; the title of the post is its level-1 heading.',
  },
  'link-scheme-forbidden': {
    severity: 'error',
    clause: 'house rule',
    cure: 'Link to an http, https or mailto address; the link was written as its text.',
    withholds: [],
  },
  'img-remote': {
    severity: 'error',
    clause: 'house rule',
    cure: 'Save the picture beside the post and name its file; nothing is fetched from the network.',
  },
  'table-ragged': {
    severity: 'warning',
    clause: 'ISO 14289-1 §7.5',
    cure: 'Give every row as many cells as the header row.',
  },
  'table-span-irregular': {
    severity: 'error',
    clause: 'ISO 14289-1 §7.2',
    cure: 'Correct rowspan and colspan so that the rows are even.',
  },
  'footnote-undefined': {
    severity: 'error',
    clause: 'ISO 14289-1 §7.9',
    cure: 'Define the note with `[^label]: text`.',
  },
  'footnote-unused': {
    severity: 'warning',
    clause: 'ISO 14289-1 §7.9',
    cure: 'Refer to the note, or remove it; it was printed at the end.',
  },
  'footnote-in-heading': {
    severity: 'warning',
    clause: 'ISO 14289-1 §7.9',
    cure: 'Move the reference into the text.',
  },
  'footnote-nested': {
    severity: 'warning',
    clause: 'ISO 14289-1 §7.9',
    cure: 'Write the inner note into the outer one.',
  },
  'list-number-mismatch': {
    severity: 'warning',
    clause: 'CommonMark 0.31.2 §5.3',
    cure: 'Number the items one after the other, or write `<li value="9">`.',
  },
  'list-item-empty': {
    severity: 'warning',
    clause: 'ISO 14289-1 §7.6',
    cure: 'Give the item words, or remove it; it was left out.',
  },
  'callout-kind-unknown': {
    severity: 'warning',
    clause: 'house rule',
    cure: 'Use note, tip, important, warning, caution or danger; it was rendered as a note.',
  },
  'space-run': {
    severity: 'warning',
    clause: 'WCAG 2.2 SC 1.3.2',
    cure: 'Use a table or a list to align words; the spaces are shown as one.',
  },
  'html-dropped': {
    severity: 'warning',
    clause: 'WCAG 2.2 SC 1.3.1',
    cure: 'Say in words what the element showed.',
  },
  'html-unwrapped': {
    severity: 'warning',
    clause: 'house rule',
    cure: 'Use one of the elements that are kept; its content was kept.',
  },
  'html-attr-dropped': {
    severity: 'info',
    clause: 'house rule',
    cure: 'Nothing to do if the attribute only served a web page.',
  },
  'html-script': {
    severity: 'warning',
    clause: 'ISO 14289-1 §7.19, house rule',
    cure: 'Say in words what the script showed, and remove it.',
  },
  'html-unclosed': {
    severity: 'error',
    clause: 'HTML Standard §13.2, house rule',
    cure: 'Close the element or the comment; what follows it was taken as part of it and removed.',
  },
  'media-no-alternative': {
    severity: 'error',
    clause: 'WCAG 2.2 SC 1.2.1',
    cure: 'Link to the recording and to a transcript.',
  },
  'plugin-failed': {
    severity: 'error',
    clause: 'house rule',
    cure: 'Correct the plugin, or take it out of `plugins:` in tagleaf.yaml.',
  },
  'directive-unknown': {
    severity: 'warning',
    clause: 'house rule',
    cure: 'Correct the name; the words were kept as text.',
  },
  'markup-unknown': {
    severity: 'warning',
    clause: 'house rule',
    cure: 'Write what it shows in Markdown, or nothing if the text is meant as it stands.',
  },
  'markup-variable': {
    severity: 'warning',
    clause: 'house rule',
    cure: 'Write the words that the variable stands for: templates are not evaluated.',
  },
} as const satisfies Rules;

/** What the reporter below can be asked for. */
export type PostRuleId =
  | keyof typeof postRules
  | 'file-too-large'
  | 'date-ambiguous'
  | 'link-target-missing'
  | 'link-empty'
  | 'img-missing'
  | 'img-outside-root'
  | 'record-holds-in-post';

/** Makes the message of a rule of this room. */
export const reportRule: Reporter<PostRuleId> = reporterOf({ ...postRules, ...documentRules });
