import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pathInside } from '../files/inside.ts';
import { appendAll } from '../lists/append-all.ts';
import { foundIn, type FoundFile } from '../project/find-files.ts';
import { postPlacer } from '../project/place-posts.ts';
import { isMarkdown, namedEndings } from '../document/markdown-names.ts';
import { headOf } from '../posts/front-matter/post-head.ts';
import { leftOut } from '../publish/left-out.ts';
import { readBytes } from '../publish/read-bytes.ts';
import { reportDialects } from '../publish/report-dialects.ts';
import { publishable } from '../publish/unreadable-error.ts';
import type { Running } from '../publish/running.ts';
import { UsageError } from '../diagnostics/errors.ts';
import type { Message, Result } from '../diagnostics/message.ts';
import type { Document } from '../document/document.ts';
import type { Publication } from '../document/publication.ts';
import { describePost, type RecordDescription } from '../terms/record-description.ts';
import { findCapture } from './find-capture.ts';
import { matchDigest } from './scan/scan-finding.ts';
import { readPostFacts } from './read-post-facts.ts';
import { sourcesOf, type SourceFile } from './source-files.ts';

/** All that is filed as a record, before anything is rendered. */
export interface Gathered {
  readonly publication: Publication;
  readonly record: RecordDescription;
  /** The source tree: posts, pictures, captures, series files; each path once. */
  readonly sources: readonly SourceFile[];
  /** The documents whose words are filed. */
  readonly documents: readonly Document[];
  /** Of a collection: what is said of it, its files by their paths in the source tree. */
  readonly collection?: Readonly<Record<string, unknown>>;
}

/**
 * Reads a post with all that is filed with it; nothing where a message says why it cannot be filed.
 *
 * @throws UsageError where there is no such post.
 */
export async function gatherPost(
  name: string,
  { settings, stages }: Running,
  { requireCapture = false }: { readonly requireCapture?: boolean | undefined } = {},
): Promise<Result<Gathered | undefined>> {
  const found = await findPost(name, settings);
  const placer = postPlacer(settings);
  const post = { ...found, ...(await placer.placeOf(found)) };
  const bytes = readBytes(post);
  const out = leftOut(headOf(bytes), { ...post, named: true }, settings);
  if (out) return { value: undefined, messages: [out] };
  const result = stages.parse(bytes, post);
  const messages: Message[] = [...reportDialects(placer), ...result.messages];
  if (!result.value) return { value: undefined, messages };
  const facts = await readPostFacts(result.value, post);
  const settled = await stages.addPictures(result, { ...post, from: post.root });
  const publication = stages.publication(settled);
  const said = [...reportDialects(placer), ...publication.messages, ...facts.messages];
  if (!facts.value.record) return { value: undefined, messages: said };
  const document = publishable(settled);
  const { assets } = publication;
  const sources = sourcesOf({ posts: [{ post, document }], assets, series: facts.value.seriesFiles });
  const { waivers } = facts.value.record;
  const capture = await findCapture(facts.value.frontMatter, post, {
    required: requireCapture,
    taken: new Set(sources.map(({ path }) => path)),
    isWaived: (path) => {
      const digest = matchDigest(`data/source/${path}`);
      return waivers.some(
        ({ rule, matchSha256 }) => rule === 'file-name-unsafe' && matchSha256?.toLowerCase() === digest,
      );
    },
  });
  appendAll(said, capture.messages);
  const described = describePost(document.metadata, facts.value.record, {
    ...(capture.value.facts && { capture: capture.value.facts }),
  });
  return {
    value: {
      publication,
      record: described,
      sources: [...sources, ...capture.value.files],
      documents: [document],
    },
    messages: said,
  };
}

/** A post seen from the folder of posts that holds it, as a build of that folder sees it; else from its own folder. */
async function findPost(name: string, settings: Running['settings']): Promise<FoundFile> {
  const path = resolve(settings.cwd, name);
  const status = await stat(path).catch(() => undefined);
  if (!status) throw new UsageError(`${name}: there is no such file`);
  if (!status.isFile() || !isMarkdown(path))
    throw new UsageError(`${name}: a post is a Markdown file (${namedEndings})`);
  const folders = settings.inputs.map(({ path: folder }) => folder);
  const root = folders.find((folder) => pathInside(folder, path)) ?? dirname(path);
  return foundIn(root, path, settings.cwd);
}
