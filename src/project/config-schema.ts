import * as v from 'valibot';
import type { PartKind, PostOrder } from '../collections/collection.ts';
import type { Format, Severity } from '../diagnostics/message.ts';
import { rules } from '../diagnostics/rules.ts';
import { isOverrulable } from '../lint/settle-messages.ts';
import type { PageSize } from '../pdf/render-input.ts';

/** The content of `tagleaf.yaml`. */
export interface Config {
  readonly posts?: string | string[] | undefined;
  readonly out?: string | undefined;
  readonly formats?: Format[] | undefined;
  readonly page?: PageSize | undefined;
  readonly lang?: string | undefined;
  readonly agency?: string | undefined;
  readonly theme?: string | undefined;
  readonly date_order?: 'mdy' | 'dmy' | 'ymd' | undefined;
  readonly dates_in_names?: boolean | undefined;
  readonly strict?: boolean | undefined;
  readonly fonts?: string[] | undefined;
  readonly plugins?: string[] | undefined;
  readonly templates?: string | undefined;
  readonly lint?: Record<string, Severity | 'off' | undefined> | undefined;
  readonly links?: { readonly base: string; readonly permalink?: string | undefined } | undefined;
  readonly collections?: Record<string, CollectionConfig> | undefined;
  readonly limits?:
    | {
        readonly postBytes?: number | undefined;
        readonly readSeconds?: number | undefined;
        readonly depth?: number | undefined;
        readonly imagePixels?: number | undefined;
        readonly imageBytes?: number | undefined;
        readonly linkSeconds?: number | undefined;
        readonly linksAtATime?: number | undefined;
        readonly linkDelaySeconds?: number | undefined;
      }
    | undefined;
}

/** One of `collections`, as it is written. */
export interface CollectionConfig {
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly creators?: string | string[] | undefined;
  readonly publisher?: string | undefined;
  readonly lang?: string | undefined;
  readonly identifier?: string | undefined;
  readonly isbn?: string | undefined;
  readonly series?: { readonly name: string; readonly position?: number | undefined } | undefined;
  readonly cover?: { readonly image: string; readonly alt: string } | undefined;
  readonly posts: string | string[];
  readonly order?: PostOrder | undefined;
  readonly parts?: PartKind | undefined;
  readonly front?: string | string[] | undefined;
  readonly back?: string | string[] | undefined;
  readonly record?: unknown;
  readonly retention?: unknown;
  readonly rights?: unknown;
  readonly access?: unknown;
  readonly waivers?: unknown;
}

const positive = v.pipe(v.number(), v.integer(), v.minValue(1));
const path = v.pipe(v.string(), v.minLength(1));
const paths = v.union([path, v.array(path)]);

const limits = v.strictObject({
  postBytes: v.optional(v.pipe(positive, v.description('Most bytes of a post.'))),
  readSeconds: v.optional(v.pipe(positive, v.description('Most seconds that reading a post may take.'))),
  depth: v.optional(v.pipe(positive, v.description('Deepest nesting of blocks.'))),
  imagePixels: v.optional(v.pipe(positive, v.description('Most pixels of a picture.'))),
  imageBytes: v.optional(v.pipe(positive, v.description("Most bytes of a picture's file."))),
  linkSeconds: v.optional(v.pipe(positive, v.description('Most seconds that the check of a link may take.'))),
  linksAtATime: v.optional(v.pipe(positive, v.description('Most links that are checked at a time.'))),
  linkDelaySeconds: v.optional(
    v.pipe(v.number(), v.minValue(0), v.description('Seconds between two requests to one host.')),
  ),
});

const placeholders = 'year|short_year|month|i_month|day|i_day|title|slug';
// JSON Schema knows no flags of expressions.
const permalinkForm = new RegExp(`^/(?:[^:]|:(?:${placeholders})(?![a-z_]))*$`);

const links = v.strictObject({
  base: v.pipe(
    v.string(),
    v.regex(/^https?:\/\/[^\s/?#]+(?:\/[^\s?#]*)?$/, 'an http or https address'),
    v.description("The address of the site's root: a link to `/path/` leads there."),
  ),
  permalink: v.optional(
    v.pipe(
      v.string(),
      v.regex(permalinkForm, `a path with the placeholders :${placeholders.replaceAll('|', ', :')}`),
      v.description(
        "The pattern of the posts' addresses, as Jekyll writes it: `/:year/:month/:day/:title/`.",
      ),
    ),
  ),
});

const level = v.picklist(['off', 'info', 'warning', 'error']);
const proven = v.picklist(['error']);

/** One key a rule; an error that is proven cannot be made less. */
const lint = v.strictObject(
  Object.fromEntries(
    Object.keys(rules).map((ruleId) => [ruleId, v.optional(isOverrulable(ruleId) ? level : proven)]),
  ),
);

const text = v.pipe(v.string(), v.regex(/\S/, 'words'));

const series = v.strictObject({
  name: text,
  position: v.optional(v.pipe(v.number(), v.minValue(0), v.description('Its place in the series.'))),
});

const cover = v.strictObject({
  image: v.pipe(path, v.description('A PNG or JPEG file.')),
  alt: v.pipe(text, v.description('What the cover says and shows.')),
});

const collection = v.strictObject({
  title: v.pipe(text, v.description('The title of the book.')),
  subtitle: v.optional(text),
  creators: v.optional(v.pipe(v.union([text, v.array(text)]), v.description('Who made it, as shown.'))),
  publisher: v.optional(v.pipe(text, v.description('The agency of the project where absent.'))),
  lang: v.optional(
    v.pipe(
      v.string(),
      v.minLength(2),
      v.description('Language of the book and of posts that name none (BCP 47).'),
    ),
  ),
  identifier: v.optional(
    v.pipe(text, v.description('Of the EPUB, for instance a URN; made from the content where absent.')),
  ),
  isbn: v.optional(
    v.pipe(
      v.union([v.string(), v.number()]),
      v.transform((value) => String(value).replace(/[\s-]/gu, '').toUpperCase()),
      v.check(isIsbn, 'an ISBN with a right check digit'),
    ),
  ),
  series: v.optional(v.pipe(series, v.description('The series that it belongs to.'))),
  cover: v.optional(v.pipe(cover, v.description('The cover picture; drawn from the title where absent.'))),
  posts: v.pipe(paths, v.description('Files, folders and globs.')),
  order: v.optional(
    v.pipe(
      v.picklist(['listed', 'released', 'name']),
      v.description('As listed, by release date with undated posts last, or by the paths of the files.'),
    ),
  ),
  parts: v.optional(
    v.pipe(v.picklist(['year', 'folder', 'none']), v.description('What heads groups of posts.')),
  ),
  front: v.optional(v.pipe(paths, v.description('Markdown files before the contents.'))),
  back: v.optional(v.pipe(paths, v.description('Markdown files after the posts.'))),
  // As in front matter; read where the collection is filed.
  record: v.optional(v.unknown()),
  retention: v.optional(v.unknown()),
  rights: v.optional(v.unknown()),
  access: v.optional(v.unknown()),
  waivers: v.optional(v.unknown()),
});

// JSON Schema knows no flags of expressions.
const fileName = /^[^\s.\-/\\:*?"<>|][^\s/\\:*?"<>|]{0,99}$/;

const collections = v.record(
  v.pipe(v.string(), v.regex(fileName, 'a name that can be a file name')),
  collection,
);

const schema = v.strictObject({
  posts: v.optional(v.pipe(paths, v.description('Folders or files to build when none is named.'))),
  out: v.optional(v.pipe(path, v.description('The folder that the files are written to.'))),
  formats: v.optional(
    v.pipe(v.array(v.picklist(['pdf', 'epub'])), v.minLength(1), v.description('What to make of each post.')),
  ),
  page: v.optional(v.pipe(v.picklist(['letter', 'a4']), v.description('The page size of the PDF.'))),
  lang: v.optional(
    v.pipe(v.string(), v.minLength(2), v.description('Language of posts that name none (BCP 47).')),
  ),
  agency: v.optional(v.pipe(v.string(), v.description('Agency of posts that name none.'))),
  theme: v.optional(v.pipe(path, v.description('A theme by its name, or a path to its file.'))),
  date_order: v.optional(
    v.pipe(
      v.picklist(['mdy', 'dmy', 'ymd']),
      v.description('How numeric dates such as 08/07/2024 are meant.'),
    ),
  ),
  dates_in_names: v.optional(
    v.pipe(v.boolean(), v.description('Keep the date of the post in the names of its files.')),
  ),
  strict: v.optional(v.pipe(v.boolean(), v.description('Write nothing for a post with an error.'))),
  fonts: v.optional(
    v.pipe(v.array(path), v.description('More fonts: npm packages or folders, in the order of fallback.')),
  ),
  plugins: v.optional(
    v.pipe(
      v.array(path),
      v.description(
        'Remark plugins and handlers of markup: npm packages, or files (only with --allow-plugins).',
      ),
    ),
  ),
  templates: v.optional(
    v.pipe(path, v.description('A folder whose files stand in for those of the same name in templates/.')),
  ),
  links: v.optional(v.pipe(links, v.description("How the site's own links become absolute."))),
  collections: v.optional(
    v.pipe(collections, v.description('Books of many posts, by the name of their files.')),
  ),
  lint: v.optional(v.pipe(lint, v.description('How serious a rule is in this project, or off.'))),
  limits: v.optional(v.pipe(limits, v.description('What is refused because it is too large.'))),
});

/** What may stand in `tagleaf.yaml`; every key may be absent. `templates/tagleaf.schema.json` is made from it. */
export const configSchema: v.GenericSchema<unknown, Config> = schema;

/** The keys that may stand at each place of the configuration; `*` stands for the name of a collection. */
export const configKeys: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(schema.entries),
  links: Object.keys(links.entries),
  lint: Object.keys(lint.entries),
  limits: Object.keys(limits.entries),
  'collections.*': Object.keys(collection.entries),
  'collections.*.series': Object.keys(series.entries),
  'collections.*.cover': Object.keys(cover.entries),
};

/** ISO 2108: ten or thirteen digits, the last of which checks the others. */
function isIsbn(value: string): boolean {
  if (/^\d{13}$/u.test(value)) {
    const sum = Array.from(value, (digit, index) => Number(digit) * (index % 2 === 0 ? 1 : 3));
    return sum.reduce((total, part) => total + part, 0) % 10 === 0;
  }
  if (!/^\d{9}[\dX]$/u.test(value)) return false;
  const sum = Array.from(value, (digit, index) => (digit === 'X' ? 10 : Number(digit)) * (10 - index));
  return sum.reduce((total, part) => total + part, 0) % 11 === 0;
}
