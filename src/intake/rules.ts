import { reporterOf, type Reporter } from '../diagnostics/report-rule.ts';
import type { Rules } from '../diagnostics/rule.ts';
import { documentRules } from '../document/rules.ts';

/** What intake finds in archived pages. */
export const intakeRules = {
  'intake-no-body': {
    severity: 'error',
    title: 'An input has no text',
    meaning: 'There is nothing to make a post of.',
    clause: 'house rule',
    cure: 'Nothing to do if the page is empty; else give the part that holds its text.',
    blocksFiling: true,
  },
  'intake-encoding': {
    severity: 'error',
    title: 'The encoding of an input is not known',
    meaning: 'Characters would have to be guessed, and a wrong guess changes what the page says.',
    clause: 'Encoding Standard §4.2',
    cure: 'Name the encoding with --encoding, for instance windows-1252.',
    blocksFiling: true,
  },
  'intake-input-invalid': {
    severity: 'error',
    title: 'A capture cannot be read',
    meaning: 'It is damaged, or holds no page that can be read: no post is made of it.',
    clause: 'ISO 28500, house rule',
    cure: 'Capture the page again; the reason says what is wrong with this capture.',
    blocksFiling: true,
  },
  'intake-mojibake': {
    severity: 'warning',
    title: 'Characters look as if they were decoded wrongly',
    meaning: 'Readers find signs such as “â€™” where an apostrophe was meant.',
    clause: 'house rule',
    cure: 'Correct the characters in the post; they were taken over as they are.',
    blocksFiling: true,
  },
  'intake-repaired': {
    severity: 'info',
    title: 'Something was repaired',
    meaning: 'The post differs from the original in this place.',
    clause: 'house rule',
    cure: 'Compare the place with the original.',
    blocksFiling: true,
  },
  'intake-left-out': {
    severity: 'info',
    title: 'Something was left out',
    meaning: 'It stands in the original and not in the post.',
    clause: 'house rule',
    cure: 'Add it to the post if it is part of the record.',
    blocksFiling: true,
  },
  'intake-fact-missing': {
    severity: 'warning',
    title: 'A fact is missing that a post needs',
    meaning: 'The post cannot be published without an error, or not under its date, until somebody adds it.',
    clause: 'house rule',
    cure: 'Add the fact to the front matter, if you know it.',
    blocksFiling: true,
  },
  'intake-picture-missing': {
    severity: 'warning',
    title: 'A picture of a page does not go with its post',
    meaning:
      'The post names a picture that is not there; readers would find its alternative text alone, or nothing.',
    clause: 'house rule',
    cure: 'Put the picture where the page names it and take the page in again, or take the picture out of the post.',
    blocksFiling: true,
  },
  'intake-url-missing': {
    severity: 'info',
    title: 'The address of a page is not known',
    meaning: 'Later nobody can look up where it was published.',
    clause: 'house rule',
    cure: 'Add `source: {url: …}` to the front matter, if you know the address.',
    blocksFiling: true,
  },
  'intake-fact-absent': {
    severity: 'info',
    title: 'The original does not say all that a post can say',
    meaning: 'The post says no more than the original.',
    clause: 'house rule',
    cure: 'Nothing to do if the original does not say it; else add it to the front matter.',
    blocksFiling: true,
  },
  'intake-disagreement': {
    severity: 'warning',
    title: 'Two sources of a fact disagree',
    meaning: 'One of them is wrong.',
    clause: 'house rule',
    cure: 'Check which of them is right; the first was taken.',
    blocksFiling: true,
  },
  'intake-guess': {
    severity: 'warning',
    title: 'A fact was guessed',
    meaning: 'The original does not say it for certain; it may be another.',
    clause: 'house rule',
    cure: 'Compare the fact with the original, and correct it in the front matter of the post.',
    blocksFiling: true,
  },
  'intake-date-implausible': {
    severity: 'warning',
    title: 'A date of a page cannot well be true',
    meaning: 'It is before or after all pages of its kind, or after the page was captured.',
    clause: 'house rule',
    cure: 'Look for the right date, and correct it in the front matter of the post.',
    blocksFiling: true,
  },
  'intake-suspect': {
    severity: 'info',
    title: 'Something may not be what it seems',
    meaning: 'Only a person can tell.',
    clause: 'house rule',
    cure: 'Decide it in the post; nothing was changed on a guess.',
    blocksFiling: true,
  },
} as const satisfies Rules;

/** What the reporter below can be asked for. */
export type IntakeRuleId = keyof typeof intakeRules | 'file-too-large' | 'date-ambiguous';

/** Makes the message of a rule of this room. */
export const reportRule: Reporter<IntakeRuleId> = reporterOf({ ...intakeRules, ...documentRules });
