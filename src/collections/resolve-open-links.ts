import { posix } from 'node:path';
import type { Message, Result } from '../diagnostics/message.ts';
import { reportRule } from '../diagnostics/report-rule.ts';
import type { Document, LinkTarget } from '../document/document.ts';
import { mapLeaves } from '../document/map-leaves.ts';
import type { MemberPost } from './divide-posts.ts';
import type { Member } from './member-names.ts';

/** A post with the names by which others know it. */
export interface NamedPost extends MemberPost, Member {}

/**
 * The posts with every link among them led to its place. A fragment that its own post does not have leads to the place of
 * that name in the same folder or, failing that, in the collection, if there is just one. What leads nowhere becomes its
 * words (`link-target-missing`).
 */
export function resolveOpenLinks(posts: readonly NamedPost[]): Result<readonly NamedPost[]> {
  const byPrefix = new Map(posts.map((post) => [post.idPrefix, post]));
  const places = collectPlaces(posts);
  const messages: Message[] = [];
  const resolved = posts.map((post) => {
    const target = (to: LinkTarget, node: { readonly place?: Message['place'] }): LinkTarget | undefined => {
      const at = to.kind === 'internal' ? to.id.indexOf('#') : -1;
      if (to.kind === 'external' || at < 0) return to;
      const fragment = to.id.slice(at + 1);
      const other = byPrefix.get(to.id.slice(0, at));
      const id = other ? placeIn(other.document, fragment) : onlyPlace(places.get(fragment), post);
      if (id !== undefined) return { kind: 'internal', id };
      const shown = other ? `${other.path}#${fragment}` : `#${fragment}`;
      const found = { reason: `No target “${shown}”`, file: post.document.file, place: node.place };
      messages.push(reportRule('link-target-missing', found));
      return undefined;
    };
    const document = mapLeaves(post.document, { text: (text) => text, image: (image) => image, target });
    return { ...post, document };
  });
  return { value: resolved, messages };
}

/** The id of a fragment; without one, that of the first block that can be led to: the title, as a rule. */
function placeIn(document: Document, fragment: string): string | undefined {
  if (fragment !== '') return document.targets?.get(fragment);
  return [...document.titleBlock, ...document.body].find(({ id }) => id !== undefined)?.id;
}

interface Place {
  readonly folder: string;
  readonly id: string;
}

function collectPlaces(posts: readonly NamedPost[]): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  for (const { path, document } of posts) {
    for (const [fragment, id] of document.targets ?? []) {
      const known = places.get(fragment);
      const place = { folder: posix.dirname(path), id };
      if (known) known.push(place);
      else places.set(fragment, [place]);
    }
  }
  return places;
}

function onlyPlace(places: readonly Place[] | undefined, from: NamedPost): string | undefined {
  const near = places?.filter(({ folder }) => folder === posix.dirname(from.path)) ?? [];
  const wanted = near.length > 0 ? near : (places ?? []);
  return wanted.length === 1 ? wanted[0]?.id : undefined;
}
