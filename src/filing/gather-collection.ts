import { join } from 'node:path';
import { realPathInside } from '../files/inside.ts';
import { appendAll } from '../lists/append-all.ts';
import type { FoundFile } from '../project/find-files.ts';
import { writtenCollection } from '../project/written-collection.ts';
import { findCollectionPosts } from '../project/find-collection-posts.ts';
import { placeCollection, postPlacer, type PlacedFile } from '../project/place-posts.ts';
import { reportDialects } from '../publish/report-dialects.ts';
import { makeCollection } from '../publish/make-collection.ts';
import type { CollectionPlan } from '../project/plan-collections.ts';
import type { Running } from '../publish/running.ts';
import type { Dialect } from '../document/dialect.ts';
import type { Message, Result } from '../diagnostics/message.ts';
import { reportRule } from './rules.ts';
import { readRecordFacts } from '../ledger/facts/read-record-facts.ts';
import { describeCollection } from '../terms/record-description.ts';
import type { Gathered } from './gather-post.ts';
import { readPostFacts } from './read-post-facts.ts';
import { sourcesOf, type SourceFile } from './source-files.ts';

/**
 * Reads a collection with all that is filed with it: its posts, their pictures and series files, and its cover. It is a record of
 * its own, which lists as members the posts that have a `record.id`.
 *
 * @throws UsageError where a file that it names is not there.
 */
export async function gatherCollection(
  plan: CollectionPlan,
  running: Running,
): Promise<Result<Gathered | undefined>> {
  const { settings } = running;
  const placer = postPlacer(settings);
  const files = await placeCollection(await findCollectionPosts(plan, settings), placer);
  const made = await makeCollection(plan, files, { ...running, onStage: () => undefined });
  const messages: Message[] = [...reportDialects(placer), ...made.messages];
  const facts = readRecordFacts({ frontMatter: plan.facts, inherited: [], file: plan.configName });
  appendAll(messages, facts.messages);
  if (!facts.value && facts.messages.length === 0) {
    const reason = `\`${plan.name}\` has no “record.id”, so it cannot be filed`;
    messages.push(reportRule('record-id-missing', { reason, file: plan.configName }));
  }
  if (!made.value || !facts.value) return { value: undefined, messages };
  const publication = made.value;
  const { assets } = publication;
  const byFile = new Map(publication.chapters.map(({ document }) => [document.file, document]));
  const pathsOf = (sources: readonly FoundFile[]): readonly string[] =>
    sources.filter(({ file }) => byFile.has(file)).map(({ path }) => path);
  const found = [...files.front, ...files.posts, ...files.back].flatMap((post) => {
    const document = byFile.get(post.file);
    return document ? [{ post, document }] : [];
  });
  const members: string[] = [];
  const series: SourceFile[] = [];
  for (const { post, document } of found) {
    const { value } = await readPostFacts(document, post);
    if (value.record) members.push(value.record.id);
    appendAll(series, value.seriesFiles);
  }
  return {
    value: {
      publication,
      record: describeCollection(publication.metadata, facts.value, members),
      sources: [...sourcesOf({ posts: found, assets, series }), ...(await coverFile(plan))],
      documents: found.map(({ document }) => document),
      collection: {
        ...writtenCollection(plan.collection),
        posts: withParts(files.posts.filter(({ file }) => byFile.has(file))),
        front: pathsOf(files.front),
        back: pathsOf(files.back),
        ...(plan.cover && { cover: plan.cover }),
        facts: plan.facts,
        ...mixedDialects([...files.front, ...files.posts, ...files.back]),
      },
    },
    messages,
  };
}

/** The dialects of the posts by their paths, where they are not all the same. */
function mixedDialects(files: readonly PlacedFile[]): {
  readonly dialects?: Readonly<Record<string, Dialect>>;
} {
  const [first, ...others] = files;
  if (others.every(({ dialect }) => dialect === first?.dialect)) return {};
  return { dialects: Object.fromEntries(files.map(({ path, dialect }) => [path, dialect])) };
}

/** The posts as the configuration names them: those that follow one another in a part under its heading. */
function withParts(posts: readonly FoundFile[]): readonly (string | FiledPart)[] {
  const named: (string | FiledPart)[] = [];
  for (const { path, part } of posts) {
    const last = named.at(-1);
    if (part === undefined) named.push(path);
    else if (typeof last === 'object' && last.part === part) last.posts.push(path);
    else named.push({ part, posts: [path] });
  }
  return named;
}

interface FiledPart {
  readonly part: string;
  readonly posts: string[];
}

async function coverFile({ cover, base }: CollectionPlan): Promise<readonly SourceFile[]> {
  if (!cover) return [];
  const absolutePath = join(base, cover.image);
  const path = await realPathInside(base, absolutePath);
  return path === undefined ? [] : [{ absolutePath, path: `cover/${path}`, role: 'source', kind: 'picture' }];
}
