import type { PostMetadata } from '../document/post-metadata.ts';
import type { PublicationMetadata } from '../document/publication.ts';
import type { RecordFacts } from '../ledger/facts/record-facts.ts';

/** How the page that a record is of was captured; each fact as its source gives it. */
export interface Capture {
  /** When: an ISO 8601 date or date and time, such as `WARC-Date`. */
  readonly capturedAt?: string;
  /** With what, as it names itself. */
  readonly tool?: string;
}

/** All that the metadata of a bag say of the record itself. A fact that nobody gave is absent; nothing is guessed. */
export interface RecordDescription extends Pick<
  PostMetadata,
  | 'title'
  | 'lang'
  | 'agency'
  | 'sourceUrl'
  | 'released'
  | 'releasedAsShown'
  | 'updated'
  | 'updatedAsShown'
  | 'archived'
  | 'summary'
  | 'contributors'
  | 'audience'
> {
  readonly facts: RecordFacts;
  readonly creators: readonly string[];
  /** What the files themselves say of their rights: the statement at filing, else what the post says. */
  readonly rights?: string;
  readonly capture?: Capture;
  /** The ids of the records that this one is made of. */
  readonly members: readonly string[];
}

/** The description of a post that is filed. */
export function describePost(
  post: PostMetadata,
  facts: RecordFacts,
  { capture }: { readonly capture?: Capture } = {},
): RecordDescription {
  return {
    ...post,
    facts,
    creators: post.authors,
    members: [],
    ...rightsOf(facts, post.rights),
    ...(capture && { capture }),
  };
}

/** The description of a collection that is filed; `members` are the ids of its records. */
export function describeCollection(
  metadata: PublicationMetadata,
  facts: RecordFacts,
  members: readonly string[],
): RecordDescription {
  const { title, lang, creators, publisher, description, published, source, contributors, audience } =
    metadata;
  return {
    facts,
    title,
    creators,
    members,
    ...(lang !== undefined && { lang }),
    ...(publisher !== undefined && { agency: publisher }),
    ...(source !== undefined && { sourceUrl: source }),
    ...(published && { released: published }),
    ...(description !== undefined && { summary: description }),
    ...(contributors && { contributors }),
    ...(audience !== undefined && { audience }),
    ...rightsOf(facts, metadata.rights),
  };
}

/** What a record is about: as filed, else as the post sums itself up. */
export function descriptionOf({ facts, summary }: RecordDescription): string | undefined {
  return facts.description ?? summary;
}

/** Who made a record: as filed, else the authors that the post names. */
export function creatorsOf({ facts, creators }: RecordDescription): readonly string[] {
  return facts.creator === undefined ? creators : [facts.creator];
}

function rightsOf(facts: RecordFacts, ofPost: string | undefined): { readonly rights?: string } {
  const rights = facts.rights?.statement ?? ofPost;
  return rights === undefined ? {} : { rights };
}
