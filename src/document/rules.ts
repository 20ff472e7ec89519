import type { Rules } from '../diagnostics/rule.ts';

/** What more than one room can find in a post. */
export const documentRules = {
  'file-too-large': {
    severity: 'error',
    clause: 'house rule',
    cure: 'Split the file; for a post, limits.postBytes in tagleaf.yaml can be raised.',
  },
  'date-ambiguous': {
    severity: 'error',
    clause: 'WCAG 2.2 SC 1.3.1',
    cure: 'Write the date as YYYY-MM-DD, or set `date_order` to mdy, dmy or ymd; keep the shown form in `…_as_shown`.',
  },
  'lang-missing': {
    severity: 'error',
    clause: 'ISO 14289-1 §7.2, WCAG 2.2 SC 3.1.1',
    cure: 'Add `lang:` to the front matter or to tagleaf.yaml, for instance `lang: en-US`.',
  },
  'link-target-missing': {
    severity: 'error',
    clause: 'ISO 14289-1 §7.18.5, WCAG 2.2 SC 2.4.4',
    cure: 'Correct the target, or remove the link; it was written as its text.',
    withholds: [],
  },
  'link-empty': {
    severity: 'error',
    clause: 'ISO 14289-1 §7.18.5, WCAG 2.2 SC 2.4.4',
    cure: 'Give the link words that say where it leads.',
  },
  'img-missing': {
    severity: 'error',
    clause: 'WCAG 2.2 SC 1.1.1',
    cure: 'Put the file there, or correct the address.',
  },
  'img-outside-root': {
    severity: 'error',
    clause: 'house rule',
    cure: 'Put the picture inside the folder of the posts.',
  },
  'record-holds-in-post': {
    severity: 'error',
    clause: '36 CFR 1226.20, house rule',
    cure: 'Take the key out, and place the hold with `tagleaf records hold place`: what is filed never changes, holds do.',
    withholds: [],
  },
} as const satisfies Rules;
