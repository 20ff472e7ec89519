import type { Asset, Assets } from '../document/asset.ts';
import { isUndecided } from '../catalogue/message-rules.ts';
import { memberFinder, nameMembers } from '../collections/member-names.ts';
import { resolveOpenLinks, type NamedPost } from '../collections/resolve-open-links.ts';
import type { Message, Result } from '../diagnostics/message.ts';
import type { Document } from '../document/document.ts';
import { idsIn, withoutLostPlaces } from '../document/lost-places.ts';
import { appendAll } from '../lists/append-all.ts';
import { siteAddress } from '../posts/generators/site-path.ts';
import type { PlacedFile } from '../project/place-posts.ts';
import type { CollectionPlan } from '../project/plan-collections.ts';
import { readOnePost } from './plan-posts.ts';
import type { ReadDocument } from './read-document.ts';
import type { Running } from './running.ts';
import { messagesOfMember } from './untitled-member.ts';
import { publishable } from './unreadable-error.ts';

/**
 * The documents of the collection that can be read, with the links among them led to their places; with `strict` nothing where one
 * cannot be. Nothing either where the clock stopped one, since it has no say in what a book holds.
 */
export function readMembers(
  plan: CollectionPlan,
  sources: readonly PlacedFile[],
  { settings, stages, onProgress, signal }: Running,
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
    signal?.throwIfAborted();
    const [number, total] = [index + 1, sources.length];
    onProgress?.({ type: 'member-read', post: plan.name, member: source.file, number, total });
    const { idPrefix } = member;
    const options = { ...(lang !== undefined && { lang }), idPrefix, memberOf: find(source.path) };
    const result = readOnePost(source, stages, options);
    appendAll(messages, messagesOfMember(result));
    if (result.value) posts.push({ ...member, document: result.value });
  });
  if (isUndecided(messages) || (posts.length < sources.length && settings.strict)) {
    return { value: undefined, messages };
  }
  const resolved = resolveOpenLinks(posts, links?.base);
  return { value: resolved.value, messages: [...messages, ...resolved.messages] };
}

/** The posts of a collection, ready to be put together. */
export interface SettledMembers {
  readonly posts: readonly NamedPost[];
  readonly assets: Assets;
  readonly messages: readonly Message[];
}

/** The documents with their pictures read, and all that is to be said of each before it is rendered. */
export async function settleMembers(
  read: Result<readonly NamedPost[] | undefined>,
  sources: readonly PlacedFile[],
  { stages, signal }: Running,
): Promise<SettledMembers> {
  const { root = '', siteRoot } = sources[0] ?? {};
  const assets = new Map<string, Asset>();
  const messages: Message[] = [];
  const posts: NamedPost[] = [];
  const bySource = new Map<string, Message[]>();
  for (const message of read.messages) {
    const known = bySource.get(message.file);
    if (known) known.push(message);
    else bySource.set(message.file, [message]);
  }
  const members = read.value ?? [];
  const kept = new Set(members.map(({ document }) => document.file));
  // What is said of a post that cannot be read is said of the book.
  for (const [file, said] of bySource) if (!kept.has(file)) appendAll(messages, said);
  const withPictures: (readonly [NamedPost, ReadDocument & { readonly document: Document }])[] = [];
  for (const post of members) {
    signal?.throwIfAborted();
    const { file } = post.document;
    const parsed = { value: post.document, messages: bySource.get(file) ?? [] };
    const settled = await stages.addPictures(parsed, { file, from: root, siteRoot });
    withPictures.push([post, { ...settled, document: publishable(settled) }]);
    // A picture that several posts show is kept once.
    for (const [id, asset] of settled.assets) if (!assets.has(id)) assets.set(id, asset);
  }
  const ids = idsIn(withPictures.map(([, { document }]) => document));
  for (const [post, settled] of withPictures) {
    const { value: document, messages: told } = withoutLostPlaces(settled.document, (id) => ids.has(id));
    appendAll(messages, stages.check({ ...settled, document, messages: [...settled.messages, ...told] }));
    posts.push({ ...post, document });
  }
  return { posts, assets, messages };
}
