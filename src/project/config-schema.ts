import * as v from 'valibot';
import { messageRules } from '../catalogue/message-rules.ts';
import { dialects } from '../document/dialect.ts';
import { hasLevel } from '../catalogue/rule-groups.ts';
import { patternSetNames } from '../personal-data/pattern-set-names.ts';
import { compareCodePoints } from '../files/compare-code-points.ts';
import { collectionSchema } from './collection-schema.ts';
import { languageTag, path, paths } from './config-values.ts';

const positive = v.pipe(v.number(), v.integer(), v.minValue(1));

// What fonts and programs themselves take of a worker.
const leastMegabytes = 64;

const limits = v.strictObject({
  /** Most bytes of a post. */
  postBytes: v.optional(v.pipe(positive, v.description('Most bytes of a post.'))),
  /** Most units of work that reading any post may take; README says what is counted. */
  readWork: v.optional(
    v.pipe(
      positive,
      v.description('Most units of work that reading any post may take; README says what is counted.'),
    ),
  ),
  /** How many units of work more it may take for each byte of the post. */
  readWorkPerByte: v.optional(
    v.pipe(positive, v.description('How many units of work more it may take for each byte of the post.')),
  ),
  /** Deepest nesting of blocks. */
  depth: v.optional(v.pipe(positive, v.description('Deepest nesting of blocks.'))),
  /** Most pixels of a picture. */
  imagePixels: v.optional(v.pipe(positive, v.description('Most pixels of a picture.'))),
  /** Most bytes of a picture's file. */
  imageBytes: v.optional(v.pipe(positive, v.description("Most bytes of a picture's file."))),
  /** Most seconds that a worker may make one post or book. */
  makeSeconds: v.optional(
    v.pipe(positive, v.description('Most seconds that a worker may make one post or book.')),
  ),
  /** Most megabytes of memory that a worker may use. */
  makeMegabytes: v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(leastMegabytes),
      v.description('Most megabytes of memory that a worker may use.'),
    ),
  ),
  /** Most seconds that the check of a link may take. */
  linkSeconds: v.optional(v.pipe(positive, v.description('Most seconds that the check of a link may take.'))),
  /** Most links that are checked at a time. */
  linksAtATime: v.optional(v.pipe(positive, v.description('Most links that are checked at a time.'))),
  /** Seconds between two requests to one host. */
  linkDelaySeconds: v.optional(
    v.pipe(v.number(), v.minValue(0), v.description('Seconds between two requests to one host.')),
  ),
});

const placeholders = 'year|short_year|month|i_month|day|i_day|title|slug|basename';
// JSON Schema knows no flags of expressions.
const permalinkForm = new RegExp(`^/(?:[^:]|:(?:${placeholders})(?![a-z_]))*$`);
const permalinkIs = `a path with the placeholders :${placeholders.replaceAll('|', ', :')}`;
const permalink = v.pipe(v.string(), v.regex(permalinkForm, permalinkIs));

const links = v.strictObject({
  /** The address of the site's root: a link to `/path/` leads there. */
  base: v.pipe(
    v.string(),
    v.regex(/^https?:\/\/[^\s/?#]+(?:\/[^\s?#]*)?$/, 'an http or https address'),
    v.description("The address of the site's root: a link to `/path/` leads there."),
  ),
  /** The pattern of the posts' addresses, as Jekyll writes it: `/:year/:month/:day/:title/`; or one for each outermost folder of the posts, by its name. */
  permalink: v.optional(
    v.pipe(
      v.union([permalink, v.record(v.pipe(v.string(), v.minLength(1)), permalink)], permalinkIs),
      v.description(
        "The pattern of the posts' addresses, as Jekyll writes it: `/:year/:month/:day/:title/`; or one for each outermost folder of the posts, by its name.",
      ),
    ),
  ),
});

// Seen from the folder of the posts, or from that of their site where it begins as what a site serves.
const remoteForm = /^(?![/\\])(?:(?!\.{1,2}(?:\/|$))[^/\\:]+\/)*(?!\.{1,2}$)[^/\\:]+$/;

const patternsAre = `one of ${patternSetNames.join(', ')}, or a map with \`name\`, \`expression\` and \`beside\``;

const pictures = v.strictObject({
  /** The folder of saved pictures with their list, pictures.csv: inside that of the posts, or assets/… or static/… of their site. */
  remote: v.optional(
    v.pipe(
      v.string(),
      v.regex(remoteForm, 'a folder inside that of the posts, its parts separated by /'),
      v.description(
        'The folder of saved pictures with their list, pictures.csv: inside that of the posts, or assets/… or static/… of their site.',
      ),
    ),
  ),
});

const ownPattern = v.strictObject({
  /** What it is, for messages. */
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(80), v.description('What it is, for messages.')),
  /** A regular expression in the syntax of RE2, of at most 1,000 characters; it finds what stands in one line. */
  expression: v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(1_000),
    v.description(
      'A regular expression in the syntax of RE2, of at most 1,000 characters; it finds what stands in one line.',
    ),
  ),
  /** Words of which one stands within 60 characters before it or 30 behind it. */
  beside: v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.minLength(1))),
      v.minLength(1),
      v.description('Words of which one stands within 60 characters before it or 30 behind it.'),
    ),
  ),
});

const scan = v.strictObject({
  /** Numbers of persons that block filing beside the social security numbers of the United States: sets by country, and patterns of the project. */
  patterns: v.optional(
    v.pipe(
      v.array(v.union([v.picklist(patternSetNames), ownPattern], patternsAre)),
      v.description(
        'Numbers of persons that block filing beside the social security numbers of the United States: sets by country, and patterns of the project.',
      ),
    ),
  ),
});

const level = v.picklist(['off', 'info', 'warning', 'error']);

/** One key a rule; what no project can overrule is as serious as it is. */
const lint = v.strictObject(
  Object.fromEntries(
    Object.entries(messageRules)
      .toSorted(([left], [right]) => compareCodePoints(left, right))
      .map(([id, { severity }]) => [id, v.optional(hasLevel(id) ? level : v.picklist([severity]))]),
  ),
);

// JSON Schema knows no flags of expressions.
const fileName = /^[^\s.\-/\\:*?"<>|][^\s/\\:*?"<>|]{0,99}$/;

const collections = v.record(
  v.pipe(v.string(), v.regex(fileName, 'a name that can be a file name')),
  collectionSchema,
);

/** What may stand in `tagleaf.yaml`; `templates/tagleaf.schema.json` is made from it. */
export const configSchema = v.strictObject({
  /** Folders or files to build when none is named. */
  posts: v.optional(v.pipe(paths, v.description('Folders or files to build when none is named.'))),
  /** The folder that the files are written to. */
  out: v.optional(v.pipe(path, v.description('The folder that the files are written to.'))),
  /** What to make of each post. */
  formats: v.optional(
    v.pipe(v.array(v.picklist(['pdf', 'epub'])), v.minLength(1), v.description('What to make of each post.')),
  ),
  /** The page size of the PDF. */
  page: v.optional(v.pipe(v.picklist(['letter', 'a4']), v.description('The page size of the PDF.'))),
  /** Language of posts that name none (BCP 47). */
  lang: v.optional(v.pipe(languageTag, v.description('Language of posts that name none (BCP 47).'))),
  /** Agency of posts that name none. */
  agency: v.optional(v.pipe(v.string(), v.description('Agency of posts that name none.'))),
  /** The cover of the EPUB of each post: drawn from its title, or none. */
  cover: v.optional(
    v.pipe(
      v.picklist(['drawn', 'none']),
      v.description('The cover of the EPUB of each post: drawn from its title, or none.'),
    ),
  ),
  /** A theme by its name, or a path to its file. */
  theme: v.optional(v.pipe(path, v.description('A theme by its name, or a path to its file.'))),
  /** Whether the PDF prints the addresses of links to pages of the web behind their words, whatever the theme says. */
  printed_urls: v.optional(
    v.pipe(
      v.boolean(),
      v.description(
        'Whether the PDF prints the addresses of links to pages of the web behind their words, whatever the theme says.',
      ),
    ),
  ),
  /** How numeric dates such as 08/07/2024 are meant. */
  date_order: v.optional(
    v.pipe(
      v.picklist(['mdy', 'dmy', 'ymd']),
      v.description('How numeric dates such as 08/07/2024 are meant.'),
    ),
  ),
  /** Keep the date of the post in the names of its files. */
  dates_in_names: v.optional(
    v.pipe(v.boolean(), v.description('Keep the date of the post in the names of its files.')),
  ),
  /** What becomes of what a page hides (hidden, display:none, visibility:hidden): it is left out with a warning, or kept for pages whose tabs and transcripts are hidden. */
  hidden: v.optional(
    v.pipe(
      v.picklist(['leave-out', 'keep']),
      v.description(
        'What becomes of what a page hides (hidden, display:none, visibility:hidden): it is left out with a warning, or kept for pages whose tabs and transcripts are hidden.',
      ),
    ),
  ),
  /** The dialect of Markdown of the posts: auto goes by the configuration of the site generator that they lie in, and else reads all that can hardly mean anything else. */
  dialect: v.optional(
    v.pipe(
      v.picklist(dialects),
      v.description(
        'The dialect of Markdown of the posts: auto goes by the configuration of the site generator that they lie in, and else reads all that can hardly mean anything else.',
      ),
    ),
  ),
  /** Write nothing for a post with an error. */
  strict: v.optional(v.pipe(v.boolean(), v.description('Write nothing for a post with an error.'))),
  /** More fonts: npm packages or folders, in the order of fallback. */
  fonts: v.optional(
    v.pipe(v.array(path), v.description('More fonts: npm packages or folders, in the order of fallback.')),
  ),
  /** Remark plugins and handlers of markup: npm packages, or files of the project (only with --allow-plugins). */
  plugins: v.optional(
    v.pipe(
      v.array(path),
      v.description(
        'Remark plugins and handlers of markup: npm packages, or files of the project (only with --allow-plugins).',
      ),
    ),
  ),
  /** A folder whose files stand in for those of the same name in templates/. */
  templates: v.optional(
    v.pipe(path, v.description('A folder whose files stand in for those of the same name in templates/.')),
  ),
  /** How the site's own links become absolute. */
  links: v.optional(v.pipe(links, v.description("How the site's own links become absolute."))),
  /** Books of many posts, by the name of their files. */
  collections: v.optional(
    v.pipe(collections, v.description('Books of many posts, by the name of their files.')),
  ),
  /** Where pictures are that posts show from other hosts. */
  pictures: v.optional(
    v.pipe(pictures, v.description('Where pictures are that posts show from other hosts.')),
  ),
  /** What is looked for in what is to be filed. */
  scan: v.optional(v.pipe(scan, v.description('What is looked for in what is to be filed.'))),
  /** How serious a rule is in this project, or off. */
  lint: v.optional(v.pipe(lint, v.description('How serious a rule is in this project, or off.'))),
  /** How many megabytes of results are kept for later builds in .tagleaf/cache beside this file (1000); false: none are kept or taken. */
  cache: v.optional(
    v.pipe(
      v.union(
        [v.literal(false), v.strictObject({ megabytes: v.optional(positive) })],
        'false, or `megabytes`',
      ),
      v.description(
        'How many megabytes of results are kept for later builds in .tagleaf/cache beside this file (1000); false: none are kept or taken.',
      ),
    ),
  ),
  /** What is refused because it is too large. */
  limits: v.optional(v.pipe(limits, v.description('What is refused because it is too large.'))),
});

/** The content of `tagleaf.yaml`, checked. Every key may be absent. */
export type Config = v.InferOutput<typeof configSchema>;

/** What may stand in `tagleaf.yaml`, as a value. Paths are relative to the file, or to the working folder where there is none. */
export type ConfigInput = v.InferInput<typeof configSchema>;

/** One of `collections`, checked. */
export type CollectionConfig = v.InferOutput<typeof collectionSchema>;
