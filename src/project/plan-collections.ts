import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Collection } from '../collections/collection.ts';
import {
  catalogueFacts,
  namesOf,
  type CatalogueFacts,
  type WrittenPerson,
} from '../document/catalogue-facts.ts';
import { plainDesign, type BookDesign } from '../document/book-design.ts';
import { parsePlainDate } from '../document/plain-date.ts';
import { UsageError } from '../diagnostics/errors.ts';
import type { BuildOptions } from './build-options.ts';
import type { CollectionConfig, Config } from './config-schema.ts';

/** What names posts: a file, a folder, a pattern or a list of contents, and the heading of the part that they stand in. */
export interface NamedPosts {
  readonly pattern: string;
  readonly part?: string;
}

/** A collection to build, and where what it names is looked for. */
export interface CollectionPlan {
  readonly collection: Collection;
  /** The key in the configuration and the file, for messages. */
  readonly name: string;
  readonly configName: string;
  /** The folder of the configuration: patterns and paths are relative to it. */
  readonly base: string;
  /** Folders of posts that the project has: a collection inside one of them is seen from it. */
  readonly roots: readonly string[];
  readonly posts: readonly NamedPosts[];
  readonly front: readonly string[];
  readonly back: readonly string[];
  readonly cover: { readonly image: string; readonly alt: string } | undefined;
  /** What the collection is filed with, as front matter says it of a post. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/**
 * The collections that were asked for, with the defaults of the project.
 *
 * @throws UsageError for one that the configuration does not have, or where posts are named beside it.
 */
export function planCollections(
  { collections, inputs = [] }: BuildOptions,
  at: { readonly config: Config; readonly configName: string; readonly base: string },
): readonly CollectionPlan[] {
  if (collections === undefined) return [];
  if (inputs.length > 0) {
    throw new UsageError('a collection names its own posts: no other inputs may be given');
  }
  const known = at.config.collections ?? {};
  const ids = collections === true ? Object.keys(known) : collections;
  if (ids.length === 0) throw new UsageError(`${at.configName} has no collections`);
  return ids.map((id) => {
    const config = Object.hasOwn(known, id) ? known[id] : undefined;
    if (config) return planOne(id, config, at);
    const others = Object.keys(known).join(', ');
    throw new UsageError(
      `${at.configName} has no collection \`${id}\`${others === '' ? '' : `; it has ${others}`}`,
    );
  });
}

function planOne(
  id: string,
  collection: CollectionConfig,
  {
    config,
    configName,
    base,
  }: { readonly config: Config; readonly configName: string; readonly base: string },
): CollectionPlan {
  const { title, subtitle, identifier, series } = collection;
  return {
    collection: {
      id,
      title,
      subtitle,
      creators: namesOf(personsOf(collection.creators)),
      publisher: collection.publisher ?? config.agency,
      lang: collection.lang ?? config.lang,
      identifier,
      ...catalogued(collection),
      series,
      order: collection.order ?? 'listed',
      parts: collection.parts ?? 'none',
      ...designOf(collection),
    },
    name: `collections.${id}`,
    configName,
    base,
    roots: listOf(config.posts ?? 'posts').map((name) => resolve(base, name)),
    posts: namedPosts(collection.posts),
    front: listOf(collection.front),
    back: listOf(collection.back),
    cover: collection.cover,
    facts: factsOf(collection),
  };
}

/** What catalogues are told of a collection; what is not given is absent, so that its digest is that of before. */
function catalogued(
  config: CollectionConfig,
): Pick<
  Collection,
  'place' | 'edition' | 'description' | 'published' | 'rights' | 'subjects' | 'isbn' | 'isbnPdf'
> &
  CatalogueFacts {
  const { place, edition, description, date, rights, subjects = [], isbn, audience } = config;
  const isbns = typeof isbn === 'string' ? { epub: isbn } : (isbn ?? {});
  const published = date === undefined ? undefined : parsePlainDate(date);
  const statement = statementOf(rights);
  const written = {
    creators: personsOf(config.creators),
    contributors: personsOf(config.contributors),
    subjects,
    audience,
  };
  return {
    ...(place !== undefined && { place }),
    ...(edition !== undefined && { edition }),
    ...(description !== undefined && { description }),
    ...(published && { published }),
    ...(statement !== undefined && { rights: statement }),
    ...(subjects.length > 0 && { subjects: namesOf(subjects) }),
    ...catalogueFacts(written, (text) => text?.trim()),
    ...(isbns.epub !== undefined && { isbn: isbns.epub }),
    ...(isbns.pdf !== undefined && { isbnPdf: isbns.pdf }),
  };
}

/** How a collection is made up, where that is not how every one is. */
function designOf(config: CollectionConfig): Pick<Collection, 'design'> {
  const design: BookDesign = {
    binding: config.binding ?? plainDesign.binding,
    partsPage: config.parts_page ?? plainDesign.partsPage,
    contentsDepth: config.contents_depth ?? plainDesign.contentsDepth,
    lists: config.lists ?? plainDesign.lists,
  };
  return isDeepStrictEqual(design, plainDesign) ? {} : { design };
}

/** The words on the rights; what else may stand there is checked where the collection is filed. */
function statementOf(rights: unknown): string | undefined {
  const said = typeof rights === 'object' && rights !== null ? Reflect.get(rights, 'statement') : rights;
  return typeof said === 'string' && said.trim() !== '' ? said.trim() : undefined;
}

function personsOf(persons: CollectionConfig['creators']): readonly WrittenPerson[] {
  return typeof persons === 'string' ? [persons] : (persons ?? []);
}

function namedPosts(posts: CollectionConfig['posts']): readonly NamedPosts[] {
  return (typeof posts === 'string' ? [posts] : posts).flatMap((each) =>
    typeof each === 'string'
      ? [{ pattern: each }]
      : listOf(each.posts).map((pattern) => ({ pattern, part: each.part })),
  );
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

function factsOf({ record, retention, rights, access, waivers }: CollectionConfig): CollectionPlan['facts'] {
  const facts = Object.entries({ record, retention, rights, access, waivers });
  return Object.fromEntries(
    facts.flatMap(([key, value]) => (value === undefined ? [] : [[key, asText(value)]])),
  );
}

/** Every scalar as text, as the failsafe schema of YAML reads front matter. */
function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asText);
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asText(inner)]));
}
