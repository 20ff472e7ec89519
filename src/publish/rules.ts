import { reporterOf, type Reporter } from '../diagnostics/report-rule.ts';
import type { Rules } from '../diagnostics/rule.ts';
import { documentRules } from '../document/rules.ts';

/** What can be found of the files that posts become. */
export const publishRules = {
  'output-collision': {
    severity: 'error',
    title: 'Two posts would become the same file',
    meaning: 'One would overwrite the other.',
    clause: 'house rule',
    cure: 'Give one of the posts another slug, or set `dates_in_names: true`; neither was written, so that none overwrites the other.',
    blocksFiling: true,
  },
  'output-foreign': {
    severity: 'error',
    title: 'A file that Tagleaf did not write is in the way',
    meaning:
      'It is in the output folder under the name of a file of this post; nothing was written of the post.',
    clause: 'house rule',
    cure: 'Move it away or choose another --out; --force writes over it.',
    blocksFiling: true,
  },
  'draft-left-out': {
    severity: 'info',
    title: 'A draft was left out',
    meaning: 'Its front matter says that it is not to be published yet.',
    clause: 'house rule',
    cure: 'Take the flag out once the post is ready, or build it with --drafts.',
    blocksFiling: true,
  },
  'draft-named': {
    severity: 'error',
    title: 'A post that was named is a draft',
    meaning:
      'It was asked for, but says of itself that it is not to be published yet; nothing was made of it.',
    clause: 'house rule',
    cure: 'Take the flag out if the post is ready, or say --drafts.',
    blocksFiling: true,
  },
  'as-of-left-out': {
    severity: 'info',
    title: 'A post was left out because of the day of --as-of',
    meaning: 'Its site was not to show it on that day.',
    clause: 'house rule',
    cure: 'Build without --as-of, or with another day.',
    blocksFiling: true,
  },
  'section-left-out': {
    severity: 'info',
    title: 'A file that only has facts of its folder was left out',
    meaning: 'It is an `_index.md` without words; there is nothing to publish but what lies beside it.',
    clause: 'house rule',
    cure: 'Write words into it, or name it, to have a publication of it.',
    blocksFiling: true,
  },
  'input-passed-over': {
    severity: 'info',
    title: 'A name in a folder was not read',
    meaning: 'It holds Markdown, but that is not taken for posts of this project.',
    clause: 'house rule',
    cure: 'Name it on the command line, or under `posts:`, to have it read.',
    blocksFiling: true,
  },
  'contents-missing': {
    severity: 'warning',
    title: 'A list of contents names a file that is not there',
    meaning: 'The book lacks a chapter that its list promises.',
    clause: 'house rule',
    cure: 'Write the chapter, correct its path, or take it out of the list.',
    blocksFiling: true,
  },
  'contents-unread': {
    severity: 'info',
    title: 'An entry of a list of contents is no chapter',
    meaning:
      'It is an address, a draft, a notebook, a list that a program makes, or it stands in the list twice.',
    clause: 'house rule',
    cure: 'Name what is to be read under `posts:`, if it is a Markdown file.',
    blocksFiling: true,
  },
  'contents-unlisted': {
    severity: 'info',
    title: 'A post is not in the list of contents',
    meaning: 'It lies beside chapters of the book, but the list does not name it, so the book lacks it.',
    clause: 'house rule',
    cure: 'Add it to the list, or name it under `posts:` of the collection, if it belongs to the book.',
    blocksFiling: true,
  },
  'dialect-decided': {
    severity: 'info',
    title: 'The configuration of a site says how its posts are written',
    meaning:
      'Its generator reads a dialect of Markdown, and posts below it are read as that one, whatever else is built with them.',
    clause: 'house rule',
    cure: 'Say `dialect:` in tagleaf.yaml, if the posts are written in another.',
    blocksFiling: true,
  },
  'title-from-heading': {
    severity: 'info',
    title: 'A post of a book is called by its first heading',
    meaning: 'It has no title; contents, bookmarks and running headers show its first heading.',
    clause: 'house rule',
    cure: 'Add `title:` to the front matter, if it is to be called otherwise.',
    blocksFiling: true,
  },
  'collection-empty': {
    severity: 'error',
    title: 'A collection has no post',
    meaning: 'There is nothing to make a book of.',
    clause: 'house rule',
    cure: 'Name posts that can be read and are no drafts, or build with --drafts.',
    blocksFiling: true,
  },
} as const satisfies Rules;

/** What the reporter below can be asked for. */
export type PublishRuleId = keyof typeof publishRules | 'lang-missing';

/** Makes the message of a rule of this room. */
export const reportRule: Reporter<PublishRuleId> = reporterOf({ ...publishRules, ...documentRules });
