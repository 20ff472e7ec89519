import * as v from 'valibot';
import { isRole, roleIs } from '../../document/catalogue-facts.ts';
import { isbnOf } from '../../document/isbn.ts';

const text = v.pipe(v.string('expected text'), v.trim());
const flag = v.pipe(text, v.regex(/^(?:true|false|yes|no|on|off|)$/iu, 'expected true or false'));
const list = v.union([v.pipe(v.array(text), v.readonly()), text], 'expected text or a list of texts');
const role = v.pipe(text, v.check(isRole, `“role” must be ${roleIs}`));
const person = v.object({ name: text, role: v.optional(role), file_as: v.optional(text) });
const people = v.union(
  [text, v.array(v.union([text, person])), person],
  'expected a name or a list of names; a name may be a map of name, role and file_as',
);
const subject = v.object({ name: text, scheme: text, code: text });
const subjects = v.union(
  [v.pipe(v.array(v.union([text, subject])), v.readonly()), text],
  'expected text or a list of texts; a subject may be a map of name, scheme and code',
);
const coverIs = 'expected the path of a picture, drawn or none';
const isbnIs = 'expected an ISBN with a right check digit, or a map of epub and pdf';
const isbn = v.pipe(
  text,
  v.check((value) => value === '' || isbnOf(value) !== undefined, isbnIs),
);
const isbns = v.object({ epub: v.optional(isbn), pdf: v.optional(isbn) });
/** The keys of front matter: the project's own, then those of site generators for the same facts. All scalars are text (YAML failsafe schema). */
export const frontMatterSchema = v.object({
  title: v.optional(text),
  byline: v.optional(text),
  authors: v.optional(people),
  released: v.optional(text),
  released_as_shown: v.optional(text),
  updated: v.optional(text),
  updated_as_shown: v.optional(text),
  date_order: v.optional(
    v.union(
      [v.literal('mdy'), v.literal('dmy'), v.literal('ymd'), v.literal('')],
      'expected mdy, dmy or ymd',
    ),
  ),
  lang: v.optional(text),
  agency: v.optional(text),
  source: v.optional(v.object({ url: v.optional(text) }, 'expected a map with url')),
  rights: v.optional(
    v.pipe(
      v.unknown(),
      // To valibot a list is an object too.
      v.check((value) => !Array.isArray(value), 'expected text, or a map'),
      v.union([text, v.object({ statement: v.optional(text) })], 'expected text, or a map'),
    ),
  ),
  archived: v.optional(
    v.union(
      [v.object({ label: v.optional(text), notice: v.optional(text) }), text],
      'expected label and notice',
    ),
  ),
  summary: v.optional(text),
  subjects: v.optional(subjects),
  contributors: v.optional(people),
  audience: v.optional(text),
  isbn: v.optional(
    v.pipe(
      v.unknown(),
      v.check((value) => !Array.isArray(value), isbnIs),
      v.union([isbn, isbns], isbnIs),
    ),
  ),
  // A path, or a map as books have it and sites write it; their other keys are passed over.
  cover: v.optional(
    v.pipe(
      v.unknown(),
      v.check((value) => !Array.isArray(value), coverIs),
      v.union([text, v.object({ image: v.optional(text), alt: v.optional(text) })], coverIs),
    ),
  ),
  cover_alt: v.optional(text),
  slug: v.optional(text),
  smart: v.optional(flag),
  author: v.optional(people),
  date: v.optional(text),
  publishDate: v.optional(text),
  expiryDate: v.optional(text),
  // To Hugo, letter case is all the same.
  publishdate: v.optional(text),
  expirydate: v.optional(text),
  draft: v.optional(flag),
  // A flag to Jekyll, a day to others.
  published: v.optional(text),
  pubDate: v.optional(text),
  pubDatetime: v.optional(text),
  lastmod: v.optional(text),
  last_modified_at: v.optional(text),
  modDatetime: v.optional(text),
  updatedDate: v.optional(text),
  description: v.optional(text),
  excerpt: v.optional(text),
  tags: v.optional(list),
  language: v.optional(text),
  locale: v.optional(text),
  // Addresses on the site of the post: links in a collection are led by them. Sites put other things there too.
  permalink: v.optional(v.unknown()),
  url: v.optional(v.unknown()),
  redirect_from: v.optional(v.unknown()),
  redirect_to: v.optional(v.unknown()),
  aliases: v.optional(v.unknown()),
  // Where Quarto puts lists of other pages.
  listing: v.optional(v.unknown()),
  // What Hugo calls the page in its lists.
  linkTitle: v.optional(v.unknown()),
  linktitle: v.optional(v.unknown()),
  // What the post is filed with; read by `readRecordFacts`.
  record: v.optional(v.unknown()),
  retention: v.optional(v.unknown()),
  access: v.optional(v.unknown()),
  waivers: v.optional(v.unknown()),
  holds: v.optional(v.unknown()),
});

/** One name, or several; a name may be a map with `name`. */
export type People = v.InferOutput<typeof people>;

/** The keys that are known; all scalars are text. */
export type FrontMatterValues = v.InferOutput<typeof frontMatterSchema>;

/** Keys for the day of release, in the order in which they count. */
export const releaseKeys = [
  'released',
  'date',
  'pubDatetime',
  'pubDate',
  'publishDate',
  'publishdate',
  'published',
] as const;

/** Keys for the day of the last change. */
export const updateKeys = ['updated', 'lastmod', 'last_modified_at', 'modDatetime', 'updatedDate'] as const;

/** Keys for one fact, in the order in which they count. */
export const synonyms: readonly (readonly (keyof FrontMatterValues)[])[] = [
  ['authors', 'author'],
  releaseKeys,
  updateKeys,
  ['lang', 'language', 'locale'],
  ['summary', 'description', 'excerpt'],
  ['subjects', 'tags'],
];

/** Keys whose values no reader of the files sees, and no program that reads them aloud: what is wrong with these is no barrier. */
export const unseenKeys: ReadonlySet<string> = new Set<keyof FrontMatterValues>([
  'source',
  'summary',
  'description',
  'excerpt',
  'subjects',
  'contributors',
  'audience',
  'isbn',
  'cover',
  'cover_alt',
  'tags',
  'slug',
]);
