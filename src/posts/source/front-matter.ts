import * as v from 'valibot';
import type { Place } from '../../diagnostics/message.ts';
import { placeAt, type PostContext, report } from '../context/post-context.ts';
import { cleanValue } from './clean-values.ts';
import { unclosedFence } from '../front-matter/find-front-matter.ts';
import { type FrontMatterValues, frontMatterSchema, synonyms, unseenKeys } from './front-matter-schema.ts';
import { keyMeant } from './misspelt-key.ts';
import { readFlag } from '../front-matter/read-showing.ts';
import type { Stretch, WrittenMatter } from '../front-matter/written-matter.ts';

/** Front matter as it stands in a post, its known keys checked. */
export interface FrontMatter {
  readonly values: FrontMatterValues;
  /** The place of a key's value, where the key stands in the post. */
  readonly placeOf: (key: string) => Place | undefined;
}

/** Front matter of a post that has none. */
const noFrontMatter: FrontMatter = { values: {}, placeOf: () => undefined };

/** Reads the front matter at the head of a post; keys that are wrong are left out with a message, the others are kept. */
export function readFrontMatter(context: PostContext): FrontMatter {
  const { matter } = context;
  if (matter === undefined) {
    reportUnclosed(context);
    return noFrontMatter;
  }
  const { block, keys, values, problems } = matter;
  const at = ({ start, end }: Stretch): Place => placeAt(context, block.start + start, block.start + end);
  for (const { reason, start, end } of problems) {
    const place =
      start === undefined || end === undefined ? placeAt(context, 0, block.close) : at({ start, end });
    report(context, 'frontmatter-invalid', { reason, place });
  }
  reportRepeated(keys, at, context);
  const places = new Map(keys.map((key) => [key.name, at(key)]));
  const placeOf = (key: string): Place | undefined => places.get(key);
  return { values: checkKeys({ values, placeOf }, context), placeOf };
}

/** Blogs are built from front matter with a key twice: Ruby's and Python's readers take the last (YAML 1.2 §3.2.1.3 forbids it). */
function reportRepeated(
  keys: WrittenMatter['keys'],
  at: (stretch: Stretch) => Place,
  context: PostContext,
): void {
  const last = new Map(keys.map(({ name, start }) => [name, start]));
  for (const key of keys) {
    if (last.get(key.name) === key.start) continue;
    const reason = `Key “${key.name}” is repeated; its last value counts`;
    report(context, 'frontmatter-key-repeated', { reason, place: at(key) });
  }
}

interface FoundKeys {
  readonly values: Readonly<Record<string, unknown>>;
  readonly placeOf: (key: string) => Place | undefined;
}

function checkKeys(found: FoundKeys, context: PostContext): FrontMatterValues {
  const good: Record<string, unknown> = {};
  const unknown: string[] = [];
  for (const [key, value] of Object.entries(found.values)) {
    const schema = schemaOf(key);
    if (schema === undefined) {
      unknown.push(key);
      continue;
    }
    if (key === 'holds') {
      const reason = '“holds” stands in a file, but a hold is placed in the store';
      report(context, 'record-holds-in-post', { reason, place: found.placeOf(key) });
    }
    const checked = v.safeParse(schema, cleanValue(value, found.placeOf(key), context));
    if (checked.success) good[key] = checked.output;
    else {
      const reason = `Front matter “${key}”: ${checked.issues[0].message}`;
      const ruleId = unseenKeys.has(key) ? 'frontmatter-value' : 'frontmatter-invalid';
      report(context, ruleId, { reason, place: found.placeOf(key) });
    }
  }
  reportUnknown(unknown, found, context);
  const values = v.parse(frontMatterSchema, good);
  reportUnused({ values, placeOf: found.placeOf }, context);
  return values;
}

/** Tells of each key that was most likely meant to be a known one, and once of all others: sites have many of their own. */
function reportUnknown(keys: readonly string[], { values, placeOf }: FoundKeys, context: PostContext): void {
  const present = new Set(Object.keys(values));
  const unknown: string[] = [];
  for (const key of keys) {
    const meant = keyMeant(key, present);
    if (meant === undefined) unknown.push(key);
    else {
      const reason = `Unknown key “${key}”: did you mean “${meant}”?`;
      report(context, 'frontmatter-key-misspelt', { reason, place: placeOf(key) });
    }
  }
  const [first] = unknown;
  if (first === undefined) return;
  const named = unknown.map((key) => `“${key}”`).join(', ');
  const reason = `Unknown ${unknown.length === 1 ? 'key' : 'keys'} ${named}`;
  report(context, 'frontmatter-unknown-key', { reason, place: placeOf(first) });
}

function schemaOf(key: string): v.GenericSchema | undefined {
  const entries: Readonly<Record<string, v.GenericSchema>> = frontMatterSchema.entries;
  return Object.hasOwn(entries, key) ? entries[key] : undefined;
}

/** Of several keys for one fact the first counts; what the others say otherwise is in neither file. */
function reportUnused({ values, placeOf }: FrontMatter, context: PostContext): void {
  for (const keys of synonyms) {
    const isSaid = (key: (typeof keys)[number]): boolean =>
      values[key] !== undefined &&
      values[key] !== '' &&
      !(key === 'published' && readFlag(values[key]) !== undefined);
    const [first, ...others] = keys.filter(isSaid);
    for (const key of others) {
      if (first === undefined || JSON.stringify(values[key]) === JSON.stringify(values[first])) continue;
      const reason = `“${key}” is not used, since “${first}” stands beside it`;
      report(context, 'frontmatter-key-unused', { reason, place: placeOf(key) });
    }
  }
}

/** Front matter begins, but nothing ends it. */
function reportUnclosed(context: PostContext): void {
  const unclosed = unclosedFence(context.source);
  if (unclosed === undefined) return;
  const reason = `Front matter does not end with “${unclosed.end}”`;
  report(context, 'frontmatter-invalid', { reason, place: placeAt(context, 0, unclosed.fence.length) });
}
