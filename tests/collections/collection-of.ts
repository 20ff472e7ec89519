import { assemble, type AssembleOptions } from '../../src/collections/assemble.ts';
import type { Collection } from '../../src/collections/collection.ts';
import { memberFinder, nameMembers } from '../../src/collections/member-names.ts';
import { resolveOpenLinks, type NamedPost } from '../../src/collections/resolve-open-links.ts';
import type { Result } from '../../src/diagnostics/message.ts';
import type { Publication } from '../../src/document/publication.ts';
import { readDocument, strings } from '../posts/read-text.ts';

/** Reads the posts of a collection, given as the text of each by its path, and leads the links among them to their places. */
export function readMembers(
  texts: Readonly<Record<string, string>>,
  links?: { readonly base: string },
): Result<readonly NamedPost[]> {
  const members = nameMembers(Object.keys(texts));
  const find = memberFinder(members, links);
  return resolveOpenLinks(
    members.map((member) => {
      const { path, idPrefix } = member;
      const options = {
        file: path,
        path,
        idPrefix,
        memberOf: find(path),
        lang: 'en',
        ...(links && { links }),
      };
      return { ...member, document: readDocument(texts[path] ?? '', options) };
    }),
    links?.base,
  );
}

/** What the tests say of a collection where they say nothing else. */
export const plain: Collection = {
  id: 'book',
  title: 'The Book',
  creators: [],
  lang: 'en',
  order: 'listed',
  parts: 'none',
};

/** The publication of a collection of these posts. */
export function collectionOf(
  texts: Readonly<Record<string, string>>,
  facts: Partial<Collection> = {},
  options: Partial<AssembleOptions> = {},
): Publication {
  const collection = { ...plain, ...facts };
  const posts = readMembers(texts).value;
  return assemble({
    collection,
    posts,
    front: [],
    back: [],
    pdf: 'pdf',
    strings: () => strings,
    assets: new Map(),
    messages: [],
    ...options,
  });
}
