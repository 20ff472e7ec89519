import type { Asset, Assets } from '../assets/asset.ts';
import { memberFinder, nameMembers } from '../collections/member-names.ts';
import { resolveOpenLinks, type NamedPost } from '../collections/resolve-open-links.ts';
import type { Message, Result } from '../diagnostics/message.ts';
import { siteAddress } from '../posts/generators/site-path.ts';
import type { FoundFile } from '../project/find-files.ts';
import type { CollectionPlan } from '../project/plan-collections.ts';
import { readOnePost } from './plan-posts.ts';
import type { Settings } from '../project/resolve-settings.ts';
import { settleDocument } from './settle-document.ts';
import type { Stages } from './stages.ts';

/** What every step of a run is given. */
export interface Running {
  readonly settings: Settings;
  readonly stages: Stages;
}

/** All documents of the collection, with the links among them led to their places; nothing where one cannot be read. */
export function readMembers(
  plan: CollectionPlan,
  sources: readonly FoundFile[],
  { settings, stages }: Running,
): Result<readonly NamedPost[] | undefined> {
  const members = nameMembers(sources.map(({ path }) => path));
  const { links } = settings;
  const find = memberFinder(members, {
    base: links?.base,
    pathOf: (name) => links && siteAddress(name, links)?.slice(links.base.length),
  });
  const { lang } = plan.collection;
  const messages: Message[] = [];
  const posts: NamedPost[] = [];
  sources.forEach((source, index) => {
    const member = members[index];
    if (!member) return;
    settings.onProgress({ post: source.file, number: index + 1, total: sources.length });
    const { idPrefix } = member;
    const options = { ...(lang !== undefined && { lang }), idPrefix, memberOf: find(source.path) };
    const { result } = readOnePost(source, stages, options);
    messages.push(...result.messages);
    if (result.value) posts.push({ ...member, document: result.value });
  });
  if (posts.length < sources.length) return { value: undefined, messages };
  const resolved = resolveOpenLinks(posts, links?.base);
  return { value: resolved.value, messages: [...messages, ...resolved.messages] };
}

export interface SettledMembers {
  readonly posts: readonly NamedPost[];
  readonly assets: Assets;
  readonly messages: readonly Message[];
}

/** The documents with their pictures read, and all that is to be said of each before it is rendered. */
export async function settleMembers(
  read: Result<readonly NamedPost[] | undefined>,
  sources: readonly FoundFile[],
  stages: Stages,
): Promise<SettledMembers> {
  const root = sources[0]?.root ?? '';
  const assets = new Map<string, Asset>();
  const messages: Message[] = [];
  const posts: NamedPost[] = [];
  const bySource = new Map<string, Message[]>();
  for (const message of read.messages) {
    const known = bySource.get(message.file);
    if (known) known.push(message);
    else bySource.set(message.file, [message]);
  }
  for (const post of read.value ?? []) {
    const said = bySource.get(post.document.file) ?? [];
    const settled = await settleDocument(post.document, { root, said, stages });
    messages.push(...settled.messages);
    // A picture that several posts show is kept once.
    for (const [id, asset] of settled.value.assets) if (!assets.has(id)) assets.set(id, asset);
    posts.push({ ...post, document: settled.value.document });
  }
  return { posts, assets, messages };
}
