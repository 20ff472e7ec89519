import type { Format, Severity } from './message.ts';

/** What a rule is: how serious, who asks for it, and what cures it. */
export interface Rule {
  readonly severity: Severity;
  /** The clause that asks for it, or "house rule". */
  readonly clause: string;
  /** What the author does about it: an imperative sentence. */
  readonly cure: string;
  /** Formats whose claims an error of this rule withholds. */
  readonly withholds: readonly Format[];
}

const both: readonly Format[] = ['pdf', 'epub'];

function error(clause: string, cure: string, withholds: readonly Format[] = both): Rule {
  return { severity: 'error', clause, cure, withholds };
}

function warning(clause: string, cure: string): Rule {
  return { severity: 'warning', clause, cure, withholds: [] };
}

function info(clause: string, cure: string): Rule {
  return { severity: 'info', clause, cure, withholds: [] };
}

/** Every rule, by its id; an id is for ever. Printed by `tagleaf explain`. */
export const rules = {
  // The file.
  'file-encoding': error('RFC 3629', 'Save the file as UTF-8.'),
  'file-empty': error('WCAG 2.2 SC 2.4.2', 'Write the post, or take the file out of the folder.'),
  'file-too-large': error('house rule', 'Split the post, or raise limits.postBytes in tagleaf.yaml.'),
  'nesting-too-deep': error('house rule', 'Nest less deeply, or raise limits.depth in tagleaf.yaml.'),
  'output-collision': error(
    'house rule',
    'Give one of the posts another slug; neither was written, so that none overwrites the other.',
  ),
  'control-char': warning('XML 1.0 §2.2', 'Remove the control character; it cannot stand in either output.'),
  'pua-char': error(
    'ISO 14289-1 §7.21.7, WCAG 2.2 SC 1.3.1',
    'Replace the private-use character by the real character or a picture with a text alternative.',
  ),

  // Front matter and metadata.
  'frontmatter-invalid': error('YAML 1.2', 'Correct the front matter.'),
  'frontmatter-unknown-key': info('house rule', 'Nothing to do if the key is meant for another tool.'),
  'title-missing': error(
    'ISO 14289-1 §7.1, WCAG 2.2 SC 2.4.2',
    'Add `title:` to the front matter, or begin the post with its only level-1 heading.',
  ),
  'title-duplicate': warning(
    'WCAG 2.2 SC 1.3.1',
    'Take the heading out of the body; the title is printed from the front matter.',
  ),
  'lang-missing': error(
    'ISO 14289-1 §7.2, WCAG 2.2 SC 3.1.1',
    'Add `lang:` to the front matter or to tagleaf.yaml, for instance `lang: en-US`.',
  ),
  'lang-invalid': error('BCP 47, WCAG 2.2 SC 3.1.1', 'Write a language tag such as `fr` or `en-US`.'),
  'date-invalid': error('ISO 8601-1', 'Write the date as YYYY-MM-DD; keep the shown form in `…_as_shown`.'),
  'date-ambiguous': error(
    'WCAG 2.2 SC 1.3.1',
    'Write the date as YYYY-MM-DD, or set `date_order` to mdy, dmy or ymd; keep the shown form in `…_as_shown`.',
  ),
  'updated-before-released': warning('house rule', 'Check the two dates.'),
  'archived-incomplete': error('house rule', 'Give `archived:` both a `label` and a `notice`, verbatim.'),

  // Headings.
  'heading-empty': error('WCAG 2.2 SC 2.4.6', 'Give the heading words, or remove it.'),
  'heading-skip': warning(
    'ISO 14289-1 §7.4.2, WCAG 2.2 SC 1.3.1',
    'Use the next level down; the heading was emitted one level below the one before.',
  ),
  'heading-multiple-h1': warning(
    'WCAG 2.2 SC 1.3.1',
    'Use level 2 in the body; the title of the post is its level-1 heading.',
  ),

  // Links.
  'link-target-missing': error(
    'ISO 14289-1 §7.18.5, WCAG 2.2 SC 2.4.4',
    'Correct the target, or remove the link; it was written as its text.',
  ),
  'link-scheme-forbidden': error(
    'house rule',
    'Link to an http, https or mailto address; the link was written as its text.',
  ),
  'link-empty': error('ISO 14289-1 §7.18.5, WCAG 2.2 SC 2.4.4', 'Give the link words that say where it leads.'),

  // Images.
  'img-alt-missing': error(
    'ISO 14289-1 §7.3, WCAG 2.2 SC 1.1.1',
    'Describe the picture between the square brackets, or mark it as decorative with `:::figure{decorative}`.',
  ),
  'img-missing': error('WCAG 2.2 SC 1.1.1', 'Put the file there, or correct the address.'),
  'img-broken': error('ISO 19005-2 §6.2.8', 'Save the picture again as PNG or JPEG.'),
  'img-format-unsupported': error('house rule', 'Save the picture as PNG or JPEG.'),
  'img-too-large': error('house rule', 'Make the picture smaller, or raise limits.imagePixels in tagleaf.yaml.'),
  'img-outside-root': error('house rule', 'Put the picture inside the folder of the posts.'),
  'img-remote': error(
    'house rule',
    'Save the picture beside the post and name its file; nothing is fetched from the network.',
  ),

  // Tables and notes.
  'table-header-empty': error('ISO 14289-1 §7.5, WCAG 2.2 SC 1.3.1', 'Name the column in its header cell.'),
  'table-no-header': error('ISO 14289-1 §7.5, WCAG 2.2 SC 1.3.1', 'Give the table a header row.'),
  'table-ragged': warning('ISO 14289-1 §7.5', 'Give every row as many cells as the header row.'),
  'table-span-irregular': error('ISO 14289-1 §7.2', 'Correct rowspan and colspan so that the rows are even.'),
  'table-too-wide': warning('WCAG 2.2 SC 1.4.10', 'Use fewer columns or shorter words.'),
  'footnote-undefined': error('ISO 14289-1 §7.9', 'Define the note with `[^label]: text`.'),
  'footnote-unused': warning('ISO 14289-1 §7.9', 'Refer to the note, or remove it; it was printed at the end.'),
  'footnote-in-heading': warning('ISO 14289-1 §7.9', 'Move the reference into the text.'),
  'footnote-nested': warning('ISO 14289-1 §7.9', 'Write the inner note into the outer one.'),
  'list-item-empty': warning('ISO 14289-1 §7.6', 'Give the item words, or remove it; it was left out.'),
  'callout-kind-unknown': warning(
    'house rule',
    'Use note, tip, important, warning, caution or danger; it was rendered as a note.',
  ),
  'code-line-too-long': info('house rule', 'Break the line; it was wrapped with a mark that is not part of it.'),

  // Raw HTML and directives.
  'html-dropped': warning('WCAG 2.2 SC 1.3.1', 'Say in words what the element showed.'),
  'html-unwrapped': warning('house rule', 'Use one of the elements that are kept; its content was kept.'),
  'html-attr-dropped': info('house rule', 'Nothing to do if the attribute only served a web page.'),
  'html-script': error('ISO 14289-1 §7.19, house rule', 'Remove the script.'),
  'media-no-alternative': error('WCAG 2.2 SC 1.2.1', 'Link to the recording and to a transcript.'),
  'directive-unknown': warning('house rule', 'Correct the name; the words were kept as text.'),

  // Layout.
  'glyph-missing': error(
    'ISO 14289-1 §7.21.8',
    'Add a font package that covers the character under `fonts:` in tagleaf.yaml.',
    ['pdf'],
  ),
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof rules;
