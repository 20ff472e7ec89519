import type { Format, Severity } from './message.ts';

/** What a rule is: how serious, who asks for it, and what cures it. */
export interface Rule {
  readonly severity: Severity;
  /** The clause that asks for it, or "house rule". */
  readonly clause: string;
  /** What the author does about it: an imperative sentence. */
  readonly cure: string;
  /** Formats whose claims an error of this rule withholds; both where absent, none where the file itself conforms. */
  readonly withholds?: readonly Format[];
  /** An error that a person may overrule with a reason: a machine only suspects it. */
  readonly judgement?: boolean;
}

/** Every rule, by its id; an id is for ever. Printed by `tagleaf explain`. */
export const rules = {
  // The file.
  'file-encoding': { severity: 'error', clause: 'RFC 3629', cure: 'Save the file as UTF-8.' },
  'file-empty': {
    severity: 'error',
    clause: 'WCAG 2.2 SC 2.4.2',
    cure: 'Write the post, or take the file out of the folder.',
  },
  'file-too-large': {
    severity: 'error',
    clause: 'house rule',
    cure: 'Split the file; for a post, limits.postBytes in tagleaf.yaml can be raised.',
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
  'output-collision': {
    severity: 'error',
    clause: 'house rule',
    cure: 'Give one of the posts another slug, or set `dates_in_names: true`; neither was written, so that none overwrites the other.',
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

  // Front matter and metadata.
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
  'lang-missing': {
    severity: 'error',
    clause: 'ISO 14289-1 §7.2, WCAG 2.2 SC 3.1.1',
    cure: 'Add `lang:` to the front matter or to tagleaf.yaml, for instance `lang: en-US`.',
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
  'date-ambiguous': {
    severity: 'error',
    clause: 'WCAG 2.2 SC 1.3.1',
    cure: 'Write the date as YYYY-MM-DD, or set `date_order` to mdy, dmy or ymd; keep the shown form in `…_as_shown`.',
  },
  'updated-before-released': { severity: 'warning', clause: 'house rule', cure: 'Check the two dates.' },
  'archived-incomplete': {
    severity: 'error',
    clause: 'house rule',
    cure: 'Give `archived:` both a `label` and a `notice`, verbatim.',
  },

  // Headings.
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
  'heading-as-bold': {
    severity: 'warning',
    clause: 'ISO 14289-1 §7.4, WCAG 2.2 SC 1.3.1',
    cure: 'Make it a heading with `##`, if it is one.',
  },

  // Links.
  'link-target-missing': {
    severity: 'error',
    clause: 'ISO 14289-1 §7.18.5, WCAG 2.2 SC 2.4.4',
    cure: 'Correct the target, or remove the link; it was written as its text.',
    withholds: [],
  },
  'link-scheme-forbidden': {
    severity: 'error',
    clause: 'house rule',
    cure: 'Link to an http, https or mailto address; the link was written as its text.',
    withholds: [],
  },
  'link-empty': {
    severity: 'error',
    clause: 'ISO 14289-1 §7.18.5, WCAG 2.2 SC 2.4.4',
    cure: 'Give the link words that say where it leads.',
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
  'link-broken': {
    severity: 'warning',
    clause: 'house rule',
    cure: 'Correct the address, or link to a copy of the page in an archive.',
  },
  'link-moved': { severity: 'info', clause: 'RFC 9110 §15.4', cure: 'Link to the new address.' },
  'link-unchecked': { severity: 'info', clause: 'house rule', cure: 'Follow the link yourself.' },

  // Images.
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
  'img-missing': {
    severity: 'error',
    clause: 'WCAG 2.2 SC 1.1.1',
    cure: 'Put the file there, or correct the address.',
  },
  'img-broken': {
    severity: 'error',
    clause: 'ISO 19005-2 §6.2.8',
    cure: 'Save the picture again as PNG or JPEG.',
  },
  'img-format-unsupported': {
    severity: 'error',
    clause: 'house rule',
    cure: 'Save the picture as PNG or JPEG.',
  },
  'img-too-large': {
    severity: 'error',
    clause: 'house rule',
    cure: 'Make the picture smaller, or raise limits.imagePixels in tagleaf.yaml.',
  },
  'img-outside-root': {
    severity: 'error',
    clause: 'house rule',
    cure: 'Put the picture inside the folder of the posts.',
  },
  'img-remote': {
    severity: 'error',
    clause: 'house rule',
    cure: 'Save the picture beside the post and name its file; nothing is fetched from the network.',
  },

  // Tables and notes.
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
  'table-too-wide': {
    severity: 'warning',
    clause: 'WCAG 2.2 SC 1.4.10',
    cure: 'Use fewer columns or shorter words.',
  },
  'table-layout': {
    severity: 'warning',
    clause: 'ISO 14289-1 §7.5, WCAG 2.2 SC 1.3.1',
    cure: 'Take the table apart, if it only serves the layout.',
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
  'code-line-too-long': {
    severity: 'info',
    clause: 'house rule',
    cure: 'Break the line; it was wrapped with a mark that is not part of it.',
  },

  // Characters and language of the text.
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
  'space-run': {
    severity: 'warning',
    clause: 'WCAG 2.2 SC 1.3.2',
    cure: 'Use a table or a list to align words; the spaces are shown as one.',
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

  // Raw HTML and directives.
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

  // Intake.
  'intake-no-body': {
    severity: 'error',
    clause: 'house rule',
    cure: 'Nothing to do if the page is empty; else give the part that holds its text.',
  },
  'intake-encoding': {
    severity: 'error',
    clause: 'Encoding Standard §4.2',
    cure: 'Name the encoding with --encoding, for instance windows-1252.',
  },
  'intake-input-invalid': {
    severity: 'error',
    clause: 'ISO 28500',
    cure: 'Capture the page again, one page a file.',
  },
  'intake-mojibake': {
    severity: 'warning',
    clause: 'house rule',
    cure: 'Correct the characters in the post; they were taken over as they are.',
  },
  'intake-repaired': { severity: 'info', clause: 'house rule', cure: 'Compare the place with the original.' },
  'intake-left-out': {
    severity: 'info',
    clause: 'house rule',
    cure: 'Add it to the post if it is part of the record.',
  },
  'intake-fact-missing': {
    severity: 'warning',
    clause: 'house rule',
    cure: 'Add the fact to the front matter, if you know it.',
  },
  'intake-url-missing': {
    severity: 'info',
    clause: 'house rule',
    cure: 'Add `source: {url: …}` to the front matter, if you know the address.',
  },
  'intake-fact-absent': {
    severity: 'info',
    clause: 'house rule',
    cure: 'Nothing to do if the original does not say it; else add it to the front matter.',
  },
  'intake-disagreement': {
    severity: 'warning',
    clause: 'house rule',
    cure: 'Check which of them is right; the first was taken.',
  },
  'intake-suspect': {
    severity: 'info',
    clause: 'house rule',
    cure: 'Decide it in the post; nothing was changed on a guess.',
  },

  // Layout.
  'glyph-missing': {
    severity: 'error',
    clause: 'ISO 14289-1 §7.21.8',
    cure: 'Add a font package that covers the character under `fonts:` in tagleaf.yaml.',
    withholds: ['pdf'],
  },
  'cover-glyph-missing': {
    severity: 'warning',
    clause: 'house rule',
    cure: 'Add a font package that covers the character under `fonts:` in tagleaf.yaml, or give the cover a picture.',
  },
  'direction-unsupported': {
    severity: 'error',
    clause: 'UAX 9 HL1',
    cure: 'Distribute the EPUB; paragraphs of the PDF begin at the left, whatever their direction.',
    withholds: ['pdf'],
  },

  // Records.
  'record-id-missing': {
    severity: 'error',
    clause: '36 CFR 1236.20(b)(1)',
    cure: 'Give the post an id of its own with `record: {id: …}`; none is ever assigned.',
    withholds: [],
  },
  'record-fact-invalid': {
    severity: 'error',
    clause: 'house rule',
    cure: 'Correct the value, or take the key out; nothing is guessed in its place.',
    withholds: [],
  },
  'record-unknown-key': {
    severity: 'error',
    clause: 'house rule',
    cure: 'Correct the name of the key; what it was to say would be lost.',
    withholds: [],
  },
  'record-holds-in-post': {
    severity: 'error',
    clause: '36 CFR 1226.20, house rule',
    cure: 'Take the key out, and place the hold with `tagleaf records hold place`: what is filed never changes, holds do.',
    withholds: [],
  },
  'record-capture-altered': {
    severity: 'error',
    clause: '36 CFR 1236.10, house rule',
    cure: 'Put the file back that the post was made from, or correct `source.sha256`.',
    withholds: [],
  },
  'record-capture-missing': {
    severity: 'info',
    clause: 'house rule',
    cure: 'Put the capture beside the post, if there is one: it is filed with it.',
  },
  'record-path-unfit': {
    severity: 'error',
    clause: 'RFC 8493 §2.1.3',
    cure: 'Give the file or folder another name: programs would not find it in the bag.',
    withholds: [],
  },
  'record-version-unnamed': {
    severity: 'error',
    clause: '36 CFR 1236.12, house rule',
    cure: 'File it as another version with `--supersedes` and the id of the record.',
    withholds: [],
  },
  'record-not-pdfa': {
    severity: 'error',
    clause: '36 CFR 1236.48, house rule',
    cure: 'Cure the errors of the post: the copy of record must be PDF/A-2a.',
    withholds: [],
  },
  'retention-incomplete': {
    severity: 'error',
    clause: '36 CFR 1226.10, house rule',
    cure: 'Complete the schedule as it was approved, or leave it all out: the record is then unscheduled and is kept.',
    withholds: [],
  },
  'series-file-invalid': {
    severity: 'error',
    clause: 'YAML 1.2',
    cure: 'Correct the file; nothing was inherited from it.',
    withholds: [],
  },
  'personal-ssn': {
    severity: 'error',
    clause: '5 USC 552a, house rule',
    cure: 'Remove the number, or waive the finding under `waivers:` with `match_sha256` and a reason.',
    withholds: [],
  },
  'personal-email': {
    severity: 'warning',
    clause: '5 USC 552a, house rule',
    cure: 'Remove the address if it is a private one; else nothing, or waive the finding under `waivers:`.',
  },
  'personal-telephone': {
    severity: 'warning',
    clause: '5 USC 552a, house rule',
    cure: 'Remove the number if it is a private one; else nothing, or waive the finding under `waivers:`.',
  },
  'image-gps': {
    severity: 'error',
    clause: '5 USC 552a, house rule',
    cure: 'Remove the position from the picture, or waive the finding under `waivers:` with `match_sha256` and a reason.',
    withholds: [],
  },
  'file-name-unsafe': {
    severity: 'error',
    clause: 'NARA Bulletin 2015-04 appendix B',
    cure: 'Name the file and its folders with a-z, 0-9, - and _ alone and one period at most, or waive the finding under `waivers:`.',
    withholds: [],
  },
  'file-path-too-long': {
    severity: 'error',
    clause: 'NARA Bulletin 2015-04 appendix B',
    cure: 'Shorten the names of the file and its folders, or the id of the record.',
    withholds: [],
  },
  'file-path-clash': {
    severity: 'error',
    clause: 'RFC 8493 §6.1',
    cure: 'Give one of the two another name, not only other capitals.',
    withholds: [],
  },
  'waiver-unused': {
    severity: 'warning',
    clause: 'house rule',
    cure: 'Remove the waiver, or correct its rule and its digest.',
  },

  // Page-list.
  'pagebreak-moved': {
    severity: 'info',
    clause: 'EPUB Accessibility 1.1 §3.4.1',
    cure: 'Nothing to do; the page number stands before the link, the code or the ruby in which the page begins.',
  },
} as const;

export type RuleId = keyof typeof rules;

/** The rule of an id, or `undefined` where there is none. */
export function findRule(id: string): Rule | undefined {
  const table: Readonly<Record<string, Rule>> = rules;
  return Object.hasOwn(table, id) ? table[id] : undefined;
}
