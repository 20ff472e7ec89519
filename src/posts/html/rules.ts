import type { Rules } from '../../diagnostics/rule.ts';

/** What can be found in raw HTML and in directives. */
export const htmlRules = {
  'html-dropped': {
    severity: 'warning',
    title: 'An HTML element was left out',
    meaning: 'What it showed is in neither file; at most a link to it.',
    clause: 'WCAG 2.2 SC 1.3.1',
    cure: 'Say in words what the element showed.',
    blocksFiling: true,
  },
  'hidden-left-out': {
    severity: 'warning',
    title: 'What a page hides was left out',
    meaning:
      'Readers of the page do not see it: drafts, lists and remarks that were not to be published stand in such places.',
    clause: 'house rule',
    cure: 'Take it out of the post. Where the page shows it at a click (tabs, transcripts), set `hidden: keep` in tagleaf.yaml.',
    blocksFiling: true,
  },
  'html-unwrapped': {
    severity: 'warning',
    title: 'An HTML element was taken away around its content',
    meaning: 'Its words are there; what the element said of them is not.',
    clause: 'house rule',
    cure: 'Use one of the elements that are kept; its content was kept.',
    blocksFiling: true,
  },
  'html-attr-dropped': {
    severity: 'info',
    title: 'An HTML attribute was left out',
    meaning: 'What it said is in neither file.',
    clause: 'house rule',
    cure: 'Nothing to do if the attribute only served a web page.',
    blocksFiling: true,
  },
  'html-script': {
    severity: 'warning',
    title: 'A script was left out',
    meaning: 'A document that is kept runs no programs, so what the script would have shown is missing.',
    clause: 'ISO 14289-1 §7.19, house rule',
    cure: 'Say in words what the script showed, and remove it.',
    blocksFiling: true,
  },
  'html-unclosed': {
    severity: 'error',
    title: 'An HTML element or comment is never closed',
    meaning: 'All that follows was part of it and is missing.',
    clause: 'HTML Standard §13.2, house rule',
    cure: 'Close the element or the comment; what follows it was taken as part of it and removed.',
    blocksFiling: true,
  },
  'media-no-alternative': {
    severity: 'error',
    title: 'A recording was left out and has no alternative',
    meaning: 'Neither file can hold it, and nothing tells readers what is heard or seen in it.',
    clause: 'WCAG 2.2 SC 1.2.1',
    cure: 'Put a transcript or a description in words, or a link to one, in place of the recording.',
    blocksFiling: true,
  },
  'list-number-mismatch': {
    severity: 'warning',
    title: 'A list shows other numbers than were written',
    meaning:
      'Numbers count on from the first, so a text that refers to an item by its number may mean another.',
    clause: 'CommonMark 0.31.2 §5.3',
    cure: 'Number the items one after the other, or write `<li value="9">`.',
    blocksFiling: true,
  },
  'callout-kind-unknown': {
    severity: 'warning',
    title: 'A callout is of no known kind',
    meaning: 'Its kind is the word that tells readers how serious it is.',
    clause: 'house rule',
    cure: 'Use note, tip, important, warning, caution or danger; it was rendered as a note.',
    blocksFiling: true,
  },
  'directive-unknown': {
    severity: 'warning',
    title: 'A directive is not known',
    meaning: 'What it was to do with its words was not done.',
    clause: 'house rule',
    cure: 'Correct the name; the words were kept as text.',
    blocksFiling: true,
  },
} as const satisfies Rules;
