import { reporterOf, type Reporter } from '../diagnostics/report-rule.ts';
import type { Rules } from '../diagnostics/rule.ts';

/** What more than one room can find in a post. */
export const documentRules = {
  'file-too-large': {
    severity: 'error',
    title: 'The file is too large',
    meaning: 'Reading it could take all the memory of the machine, so it is not read.',
    clause: 'house rule',
    cure: 'Split the file; for a post, limits.postBytes in tagleaf.yaml can be raised.',
    blocksFiling: true,
  },
  'date-ambiguous': {
    severity: 'error',
    title: 'A date can be read in two ways',
    meaning:
      '08/07/2024 is a day in August to some and in July to others; under a guessed date nobody finds the document.',
    clause: 'WCAG 2.2 SC 1.3.1',
    cure: 'Write the date as YYYY-MM-DD, or set `date_order` to mdy, dmy or ymd; keep the shown form in `…_as_shown`.',
    blocksFiling: true,
  },
  'lang-missing': {
    severity: 'error',
    title: 'No language is declared',
    meaning: 'A screen reader does not know in which voice to read.',
    clause: 'ISO 14289-1 §7.2, WCAG 2.2 SC 3.1.1',
    cure: 'Add `lang:` to the front matter or to tagleaf.yaml, for instance `lang: en-US`.',
    blocksFiling: true,
  },
  'link-target-missing': {
    severity: 'error',
    title: 'A link leads to nothing',
    meaning: 'Who follows it gets nowhere; its words were kept without the link.',
    clause: 'ISO 14289-1 §7.18.5, WCAG 2.2 SC 2.4.4',
    cure: 'Correct the target, or remove the link; it was written as its text.',
    withholds: [],
    blocksFiling: false,
  },
  'link-address-unknown': {
    severity: 'warning',
    title: 'A link leads to a part of the site whose address is not known',
    meaning: 'Its words were kept without the link, so readers of the publication cannot follow it.',
    clause: 'house rule',
    cure: 'Say where the site is with `links: { base, permalink }` in tagleaf.yaml, give the link its whole address (https://…), or build the posts as a collection, in which links lead from post to post.',
    withholds: [],
    blocksFiling: false,
  },
  'link-empty': {
    severity: 'error',
    title: 'A link has no words',
    meaning: 'A screen reader announces a link and cannot say where it leads.',
    clause: 'ISO 14289-1 §7.18.5, WCAG 2.2 SC 2.4.4',
    cure: 'Give the link words that say where it leads.',
    blocksFiling: true,
  },
  'cover-unusable': {
    severity: 'warning',
    title: 'The picture of the cover cannot be used',
    meaning: 'The cover of the EPUB is drawn from the title in its place, or there is none.',
    clause: 'house rule',
    cure: 'Name a PNG or JPEG beside the post with `cover:`, seen from the post, or take the key away.',
    withholds: [],
    blocksFiling: false,
  },
  'cover-alt-missing': {
    severity: 'warning',
    title: 'Nothing says what the cover shows',
    meaning: 'Without a text alternative no page of the EPUB shows the picture: it is for shelves alone.',
    clause: 'WCAG 2.2 SC 1.1.1',
    cure: 'Add `cover_alt:` to the front matter, with what the cover says and shows.',
    withholds: [],
    blocksFiling: false,
  },
  'img-missing': {
    severity: 'error',
    title: 'The file of a picture is not there',
    meaning: 'What the picture shows is missing from both files.',
    clause: 'WCAG 2.2 SC 1.1.1',
    cure: 'Put the file there, or correct the address.',
    blocksFiling: true,
  },
  'img-outside-root': {
    severity: 'error',
    title: 'A picture lies outside the folder of the posts',
    meaning:
      'Only what lies inside is read, so that no post can take other files of the machine into a publication.',
    clause: 'house rule',
    cure: 'Put the picture inside the folder of the posts.',
    blocksFiling: true,
  },
  'record-holds-in-post': {
    severity: 'error',
    title: 'A post says that it is held',
    meaning:
      'Holds are placed and released for years, while what was filed stays as it is: in a post they could not be released.',
    clause: '36 CFR 1226.20, house rule',
    cure: 'Take the key out, and place the hold with `tagleaf records hold place`: what is filed never changes, holds do.',
    withholds: [],
    blocksFiling: true,
  },
} as const satisfies Rules;

/** Makes the message of a rule of this room. */
export const reportRule: Reporter<keyof typeof documentRules> = reporterOf(documentRules);
