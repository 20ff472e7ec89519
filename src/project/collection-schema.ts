import * as v from 'valibot';
import { isRole, roleIs } from '../document/catalogue-facts.ts';
import { isbnDigits, isIsbn } from '../document/isbn.ts';
import { parsePlainDate } from '../document/plain-date.ts';
import { path, paths, languageTag } from './config-values.ts';

const text = v.pipe(v.string(), v.regex(/\S/, 'words'));

const series = v.strictObject({
  /** Its name. */
  name: v.pipe(text, v.description('Its name.')),
  /** Its place in the series. */
  position: v.optional(v.pipe(v.number(), v.minValue(0), v.description('Its place in the series.'))),
});

const cover = v.strictObject({
  /** A PNG, JPEG, GIF, WebP or SVG file. */
  image: v.pipe(path, v.description('A PNG, JPEG, GIF, WebP or SVG file.')),
  /** What the cover says and shows. */
  alt: v.pipe(text, v.description('What the cover says and shows.')),
});

/** Posts under a heading of their own. */
const part = v.strictObject({
  /** The heading of the page before them. */
  part: v.pipe(text, v.description('The heading of the page before them.')),
  /** Files, folders and globs. */
  posts: v.pipe(paths, v.description('Files, folders and globs.')),
});

const isbn = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((value) => isbnDigits(String(value))),
  v.check(isIsbn, 'an ISBN with a right check digit'),
);

const isbns = v.strictObject({
  /** Of the EPUB. */
  epub: v.optional(v.pipe(isbn, v.description('Of the EPUB.'))),
  /** Of the PDF. */
  pdf: v.optional(v.pipe(isbn, v.description('Of the PDF.'))),
});

const person = v.strictObject({
  /** As shown. */
  name: v.pipe(text, v.description('As shown.')),
  /** A code of the MARC relators, or the word for one. */
  role: v.optional(
    v.pipe(
      v.string(),
      v.check(isRole, roleIs),
      v.description('A code of the MARC relators, or the word for one.'),
    ),
  ),
  /** The name as catalogues sort it: Byron, Ada. */
  file_as: v.optional(v.pipe(text, v.description('The name as catalogues sort it: Byron, Ada.'))),
});

const persons = v.union([text, v.array(v.union([text, person]))]);

const subject = v.strictObject({
  /** Its words. */
  name: v.pipe(text, v.description('Its words.')),
  /** The scheme: AAT, BIC, BISAC, CLC, CLIL, DDC, EuroVoc, LCSH, MEDTOP, NDC, Thema, UDC, WGS, or an address. */
  scheme: v.pipe(
    text,
    v.description(
      'The scheme: AAT, BIC, BISAC, CLC, CLIL, DDC, EuroVoc, LCSH, MEDTOP, NDC, Thema, UDC, WGS, or an address.',
    ),
  ),
  /** Its code in the scheme. */
  code: v.pipe(text, v.description('Its code in the scheme.')),
});

/** One of `collections` of the configuration. */
export const collectionSchema = v.strictObject({
  /** The title of the book. */
  title: v.pipe(text, v.description('The title of the book.')),
  /** What stands under the title. */
  subtitle: v.optional(v.pipe(text, v.description('What stands under the title.'))),
  /** Who made it, as shown. */
  creators: v.optional(v.pipe(persons, v.description('Who made it, as shown.'))),
  /** Who else took part, for the metadata. */
  contributors: v.optional(v.pipe(persons, v.description('Who else took part, for the metadata.'))),
  /** What it is about, for the metadata. */
  description: v.optional(v.pipe(text, v.description('What it is about, for the metadata.'))),
  /** The day on which it is published. */
  date: v.optional(
    v.pipe(
      v.string(),
      v.check((day) => parsePlainDate(day) !== undefined, 'a day written YYYY-MM-DD'),
      v.description('The day on which it is published.'),
    ),
  ),
  /** Its subjects, for the metadata. */
  subjects: v.optional(
    v.pipe(v.array(v.union([text, subject])), v.description('Its subjects, for the metadata.')),
  ),
  /** For whom it is made, for the metadata. */
  audience: v.optional(v.pipe(text, v.description('For whom it is made, for the metadata.'))),
  /** The agency of the project where absent. */
  publisher: v.optional(v.pipe(text, v.description('The agency of the project where absent.'))),
  /** Where it is published. */
  place: v.optional(v.pipe(text, v.description('Where it is published.'))),
  /** Which edition it is, as shown: Second edition. */
  edition: v.optional(v.pipe(text, v.description('Which edition it is, as shown: Second edition.'))),
  /** Language of the book and of posts that name none (BCP 47). */
  lang: v.optional(
    v.pipe(languageTag, v.description('Language of the book and of posts that name none (BCP 47).')),
  ),
  /** Of the EPUB, for instance a URN; made from the content where absent. */
  identifier: v.optional(
    v.pipe(text, v.description('Of the EPUB, for instance a URN; made from the content where absent.')),
  ),
  /** Of the EPUB, or a map of epub and pdf; with check digits. Spaces and hyphens are left out. */
  isbn: v.optional(
    v.pipe(
      v.union([isbns, isbn]),
      v.description(
        'Of the EPUB, or a map of epub and pdf; with check digits. Spaces and hyphens are left out.',
      ),
    ),
  ),
  /** The series that it belongs to. */
  series: v.optional(v.pipe(series, v.description('The series that it belongs to.'))),
  /** The cover picture; drawn from the title where absent. */
  cover: v.optional(v.pipe(cover, v.description('The cover picture; drawn from the title where absent.'))),
  /** Files, folders, globs, parts of them, and lists of contents of site generators. */
  posts: v.pipe(
    v.union([path, v.array(v.union([path, part]))]),
    v.description('Files, folders, globs, parts of them, and lists of contents of site generators.'),
  ),
  /** As listed, by release date with undated posts last, or by the paths of the files. */
  order: v.optional(
    v.pipe(
      v.picklist(['listed', 'released', 'name']),
      v.description('As listed, by release date with undated posts last, or by the paths of the files.'),
    ),
  ),
  /** What heads groups of posts. */
  parts: v.optional(
    v.pipe(v.picklist(['year', 'folder', 'none']), v.description('What heads groups of posts.')),
  ),
  /** Whether each part is headed by a page of its own (true), or by a heading above its first post (false). */
  parts_page: v.optional(
    v.pipe(
      v.boolean(),
      v.description(
        'Whether each part is headed by a page of its own (true), or by a heading above its first post (false).',
      ),
    ),
  ),
  /** How many levels of headings below the titles of posts the contents of the PDF list; those of the EPUB list all. */
  contents_depth: v.optional(
    v.pipe(
      v.picklist([0, 1, 2, 3, 4, 5]),
      v.description(
        'How many levels of headings below the titles of posts the contents of the PDF list; those of the EPUB list all.',
      ),
    ),
  ),
  /** Whether a list of figures and one of tables follow the contents: each where five captions or more are its (auto), or never (none). */
  lists: v.optional(
    v.pipe(
      v.picklist(['auto', 'none']),
      v.description(
        'Whether a list of figures and one of tables follow the contents: each where five captions or more are its (auto), or never (none).',
      ),
    ),
  ),
  /** Printed on one side of each leaf (simplex), or on both and bound (duplex): parts and long posts begin on the right, margins and page numbers are mirrored. */
  binding: v.optional(
    v.pipe(
      v.picklist(['simplex', 'duplex']),
      v.description(
        'Printed on one side of each leaf (simplex), or on both and bound (duplex): parts and long posts begin on the right, margins and page numbers are mirrored.',
      ),
    ),
  ),
  /** Markdown files before the contents. */
  front: v.optional(v.pipe(paths, v.description('Markdown files before the contents.'))),
  /** Markdown files after the posts. */
  back: v.optional(v.pipe(paths, v.description('Markdown files after the posts.'))),
  // As in front matter; read where the collection is filed.
  /** What names it as a record: `id`, `series`, `group` and others, as in front matter. */
  record: v.optional(
    v.pipe(
      v.unknown(),
      v.description('What names it as a record: `id`, `series`, `group` and others, as in front matter.'),
    ),
  ),
  /** How long it is kept, as in front matter. */
  retention: v.optional(v.pipe(v.unknown(), v.description('How long it is kept, as in front matter.'))),
  /** The rights in it, as in front matter. */
  rights: v.optional(v.pipe(v.unknown(), v.description('The rights in it, as in front matter.'))),
  /** Who may see it, as in front matter. */
  access: v.optional(v.pipe(v.unknown(), v.description('Who may see it, as in front matter.'))),
  /** What may be filed although a rule is against it, as in front matter. */
  waivers: v.optional(
    v.pipe(
      v.unknown(),
      v.description('What may be filed although a rule is against it, as in front matter.'),
    ),
  ),
});
