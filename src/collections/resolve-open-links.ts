import { posix } from 'node:path';
import type { Message, Result } from '../diagnostics/message.ts';
import { reportRule } from './rules.ts';
import type { Document } from '../document/document.ts';
import type { LinkTarget } from '../document/inline.ts';
import { describeSiteLinks, lacksBase, lacksPermalink, type UnknownAddress } from '../document/site-links.ts';
import { mapLeaves } from '../document/map-leaves.ts';
import { nearFragment } from '../document/near-fragment.ts';
import { numberTexts } from '../document/number-texts.ts';
import { placeWords } from '../document/place-words.ts';
import { startOf } from '../document/publication-outline.ts';
import { walkDocument } from '../document/walk.ts';
import type { MemberPost } from './divide-posts.ts';
import { siteKey, type Member } from './member-names.ts';

/** A post with the names by which others know it. */
export interface NamedPost extends MemberPost, Member {}

/**
 * The posts with every link among them led to its place. A fragment that its own post does not have leads to the place of
 * that name in the same folder or, failing that, in the collection, if there is just one, or just one that is a label. What leads nowhere becomes its
 * words (`link-target-missing`; `link-address-unknown` where it is a page of the site). `base` is the address of the site that the posts are from.
 */
export function resolveOpenLinks(named: readonly NamedPost[], base?: string): Result<readonly NamedPost[]> {
  const posts = named.map(withStart);
  const byPrefix = new Map(posts.map((post) => [post.idPrefix, post]));
  const byAddress = collectAddresses(posts);
  const places = collectPlaces(posts);
  const messages: Message[] = [];
  const wordsOf = wordFinder(posts);
  const resolved = posts.map((post) => {
    const onSite: (UnknownAddress & { readonly place: Message['place'] })[] = [];
    let isChanged = false;
    const words = (to: LinkTarget): string | undefined => {
      const found = to.kind === 'internal' ? wordsOf(to.id) : undefined;
      if (found !== undefined) isChanged = true;
      return found;
    };
    const target = (to: LinkTarget, node: { readonly place?: Message['place'] }): LinkTarget | undefined => {
      const open = openAddress(to, base);
      if (open === undefined) return to;
      const { address, fragment } = open;
      const other = byPrefix.get(address) ?? byAddress.get(siteKey(address));
      if (to.kind === 'external' && !other) return to;
      const id = other
        ? placeIn(other.document, fragment)
        : address === ''
          ? (onlyPlace(places.get(fragment), post) ?? nearPlace(post.document, fragment))
          : undefined;
      if (id !== undefined) return { kind: 'internal', id };
      const shown = `${other?.path ?? address}${fragment === '' ? '' : `#${fragment}`}`;
      if (!other && address.startsWith('/')) {
        onSite.push({
          address: shown,
          lacks: base === undefined ? lacksBase : lacksPermalink,
          place: node.place,
        });
        return undefined;
      }
      const found = { reason: `No target “${shown}”`, file: post.document.file, place: node.place };
      messages.push(reportRule('link-target-missing', found));
      return undefined;
    };
    const mapper = { target, words };
    const document = mapLeaves(post.document, mapper);
    const [first] = onSite;
    if (first) {
      const reason = describeSiteLinks(onSite);
      messages.push(
        reportRule('link-address-unknown', { reason, file: post.document.file, place: first.place }),
      );
    }
    return { ...post, document: isChanged ? numberTexts(document).document : document };
  });
  return { value: resolved, messages };
}

/** What readers know a place of any of the posts by, by its id; each post is looked through once, and only where that is asked. */
function wordFinder(posts: readonly NamedPost[]): (id: string) => string | undefined {
  const byPrefix = new Map(posts.map(({ idPrefix, document }) => [idPrefix, document]));
  const found = new Map<string, ReadonlyMap<string, string>>();
  return (id) => {
    const prefix = id.slice(0, id.indexOf('.') + 1);
    const document = byPrefix.get(prefix);
    if (document === undefined) return undefined;
    const words = found.get(prefix) ?? placeWords(document);
    found.set(prefix, words);
    return words.get(id);
  };
}

/** The part before the `#` of an open link, the prefix of a post or an address on the site, and the part behind it. */
function openAddress(
  to: LinkTarget,
  base: string | undefined,
): { readonly address: string; readonly fragment: string } | undefined {
  const inside = to.kind === 'external' && base !== undefined && to.url.startsWith(`${base}/`);
  const written = to.kind === 'internal' ? to.id : inside ? to.url.slice(base.length) : undefined;
  if (written === undefined || (to.kind === 'internal' && !written.includes('#'))) return undefined;
  const [address = '', ...fragments] = written.split('#');
  return { address, fragment: fragments.join('#') };
}

/** The posts by the addresses that they name as their own; one that several name leads to none. */
function collectAddresses(posts: readonly NamedPost[]): ReadonlyMap<string, NamedPost | undefined> {
  const owners = new Map<string, NamedPost | undefined>();
  for (const post of posts) {
    for (const address of post.document.metadata.addresses ?? []) {
      const key = siteKey(address);
      owners.set(key, owners.has(key) && owners.get(key) !== post ? undefined : post);
    }
  }
  return owners;
}

/** The id of a fragment; without one, that of the place where the post begins. */
function placeIn(document: Document, fragment: string): string | undefined {
  if (fragment === '') return startOf(document);
  return document.targets?.get(fragment) ?? nearPlace(document, fragment);
}

function nearPlace({ targets }: Document, fragment: string): string | undefined {
  return targets && nearFragment(targets, fragment);
}

/** A post whose beginning can be led to, also where it has no title and begins with words. */
function withStart(post: NamedPost): NamedPost {
  const { document, idPrefix } = post;
  const [first, ...rest] = document.body;
  if (!first || startOf(document) !== undefined) return post;
  const used = new Set<string>();
  for (const { id } of walkDocument(document)) if (id !== undefined) used.add(id);
  let id = `${idPrefix}start`;
  for (let count = 2; used.has(id); count += 1) id = `${idPrefix}start-${count}`;
  return { ...post, document: { ...document, body: [{ ...first, id }, ...rest] } };
}

interface Place {
  readonly folder: string;
  readonly id: string;
  /** Whether the author gave it this name; else a heading is called so by its words. */
  readonly isLabel: boolean;
}

function collectPlaces(posts: readonly NamedPost[]): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  for (const { path, document } of posts) {
    for (const [fragment, id] of document.targets ?? []) {
      const known = places.get(fragment);
      const isLabel = document.labels?.has(fragment) ?? false;
      const place = { folder: posix.dirname(path), id, isLabel };
      if (known) known.push(place);
      else places.set(fragment, [place]);
    }
  }
  return places;
}

function onlyPlace(places: readonly Place[] | undefined, from: NamedPost): string | undefined {
  const near = places?.filter(({ folder }) => folder === posix.dirname(from.path)) ?? [];
  const wanted = near.length > 0 ? near : (places ?? []);
  const labelled = wanted.filter(({ isLabel }) => isLabel);
  const [only, ...others] = labelled.length > 0 ? labelled : wanted;
  return others.length === 0 ? only?.id : undefined;
}
