import type { Yaml } from 'mdast';
import * as v from 'valibot';
import { isMap } from 'yaml';
import type { Place } from '../../diagnostics/message.ts';
import { placeOf } from '../context/place-of.ts';
import { placeAt, type PostContext, report } from '../context/post-context.ts';
import {
  joinQuoted,
  keyAt,
  keyFinder,
  keysOf,
  parseYaml,
  withoutKeys,
  type WrittenKey,
} from './front-matter-yaml.ts';

const text = v.pipe(v.string('expected text'), v.trim());
const list = v.union([v.pipe(v.array(text), v.readonly()), text], 'expected text or a list of texts');
const people = v.union(
  [text, v.array(v.union([text, v.object({ name: text })])), v.object({ name: text })],
  'expected a name or a list of names',
);
/** The keys of front matter: the project's own, then those of Jekyll, Hugo and 11ty for the same facts. All scalars are text (YAML failsafe schema). */
const frontMatterSchema = v.object({
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
  subjects: v.optional(list),
  slug: v.optional(text),
  author: v.optional(people),
  date: v.optional(text),
  lastmod: v.optional(text),
  last_modified_at: v.optional(text),
  description: v.optional(text),
  excerpt: v.optional(text),
  tags: v.optional(list),
  language: v.optional(text),
  locale: v.optional(text),
  // Addresses on the site of the post: links in a collection are led by them. Sites put other things there too.
  permalink: v.optional(v.unknown()),
  url: v.optional(v.unknown()),
  redirect_from: v.optional(v.unknown()),
  aliases: v.optional(v.unknown()),
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

/** Front matter as it stands in a post, its known keys checked. */
export interface FrontMatter {
  readonly values: FrontMatterValues;
  /** The place of a key's value, where the key stands in the post. */
  readonly placeOf: (key: string) => Place | undefined;
}

/** Front matter of a post that has none. */
const noFrontMatter: FrontMatter = { values: {}, placeOf: () => undefined };

/** Reads the YAML at the head of a post; keys that are wrong are left out with a message, the others are kept. */
export function readFrontMatter(node: Yaml | undefined, context: PostContext): FrontMatter {
  if (node === undefined) {
    reportUnclosed(context);
    return noFrontMatter;
  }
  const block = placeOf(node);
  const base =
    (block?.start.offset ?? 0) + (/^---[^\r\n]*(?:\r\n?|\n)/u.exec(context.source)?.[0].length ?? 4);
  const source = context.source.slice(base, base + sourceLength(node, context, base));
  const joined = joinQuoted(source);
  const whole = parseYaml(joined);
  const broken = new Set<number>();
  const keyBefore = keyFinder(joined);
  for (const error of whole.errors) {
    const key = keyBefore(error.pos[0]);
    if (broken.has(key)) continue;
    broken.add(key);
    const place = placeAt(context, base + error.pos[0], base + error.pos[1]);
    const hint = error.message.startsWith('Nested mappings')
      ? '; a value that holds “: ” stands in quotes'
      : '';
    const reason = `Front matter is not YAML: ${error.message}${hint}`;
    report(context, 'frontmatter-invalid', { reason, place });
  }
  const document = broken.size === 0 ? whole : parseYaml(withoutKeys(joined, broken));
  if (document.contents === null && document.errors.length === 0) return noFrontMatter;
  if (!isMap(document.contents)) {
    if (whole.errors.length === 0) {
      report(context, 'frontmatter-invalid', { reason: 'Front matter is not a map of keys', place: block });
    }
    return noFrontMatter;
  }
  const keys = keysOf(document.contents.items);
  const places = new Map(
    keys.map(({ name, start, end }) => [name, placeAt(context, base + start, base + end)] as const),
  );
  reportRepeated(keys, (start, end) => placeAt(context, base + start, base + end), context);
  const halves = new Set(document.errors.map(({ pos }) => keyAt(keys, pos[0])?.name));
  const values = Object.fromEntries(
    Object.entries(toValues(document, context, block)).filter(([key]) => !halves.has(key)),
  );
  const found: FoundKeys = { values, placeOf: (key) => places.get(key) };
  return { values: checkKeys(found, context), placeOf: found.placeOf };
}

/** Blogs are built from front matter with a key twice: Ruby's and Python's readers take the last (YAML 1.2 §3.2.1.3 forbids it). */
function reportRepeated(
  keys: readonly WrittenKey[],
  at: (start: number, end: number) => Place,
  context: PostContext,
): void {
  const last = new Map(keys.map(({ name, start }) => [name, start]));
  keys.forEach(({ name, start, end }) => {
    if (last.get(name) === start) return;
    const reason = `Key “${name}” is repeated; its last value counts`;
    report(context, 'frontmatter-key-repeated', { reason, place: at(start, end) });
  });
}

interface FoundKeys {
  readonly values: Readonly<Record<string, unknown>>;
  readonly placeOf: (key: string) => Place | undefined;
}

function sourceLength(node: Yaml, context: PostContext, base: number): number {
  const end = placeOf(node)?.end.offset ?? base;
  const closing = /(?:\r\n?|\n)?---[ \t]*$/u.exec(context.source.slice(base, end));
  return closing?.index ?? Math.max(0, end - base);
}

function toValues(
  document: ReturnType<typeof parseYaml>,
  context: PostContext,
  place: Place | undefined,
): Readonly<Record<string, unknown>> {
  try {
    // Aliases can make a small file grow without end.
    const value: unknown = document.toJS({ maxAliasCount: 50 });
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch (error) {
    const reason = `Front matter cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    report(context, 'frontmatter-invalid', { reason, place });
    return {};
  }
}

function checkKeys(found: FoundKeys, context: PostContext): FrontMatterValues {
  const good: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(found.values)) {
    const entries: Readonly<Record<string, v.GenericSchema>> = frontMatterSchema.entries;
    const schema = Object.hasOwn(entries, key) ? entries[key] : undefined;
    if (schema === undefined) {
      report(context, 'frontmatter-unknown-key', {
        reason: `Unknown key “${key}”`,
        place: found.placeOf(key),
      });
      continue;
    }
    if (key === 'holds') {
      const reason = '“holds” stands in a file, but a hold is placed in the store';
      report(context, 'record-holds-in-post', { reason, place: found.placeOf(key) });
    }
    const checked = v.safeParse(schema, value);
    if (checked.success) good[key] = checked.output;
    else {
      const reason = `Front matter “${key}”: ${checked.issues[0].message}`;
      report(context, 'frontmatter-invalid', { reason, place: found.placeOf(key) });
    }
  }
  return v.parse(frontMatterSchema, good);
}

/** `---` and a key at the head of the post, but no `---` after them. */
function reportUnclosed(context: PostContext): void {
  if (!/^---[ \t]*(?:\r\n?|\n)[A-Za-z_]+:/u.test(context.source)) return;
  report(context, 'frontmatter-invalid', {
    reason: 'Front matter does not end with “---”',
    place: placeAt(context, 0, 3),
  });
}
