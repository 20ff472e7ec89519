import type { Message } from '../diagnostics/message.ts';
import type { Assets } from '../document/asset.ts';
import { plainDesign } from '../document/book-design.ts';
import { captionKinds, countCaptions, nameCaptioned, type CaptionKind } from '../document/caption-lists.ts';
import type { LanguageTag } from '../document/language-tag.ts';
import type { Document } from '../document/document.ts';
import {
  factsForCatalogues,
  numberChapters,
  type Chapter,
  type ChapterKind,
  type Cover,
  type Publication,
  type PublicationMetadata,
} from '../document/publication.ts';
import { publicationId, type EditionKind } from '../document/publication-id.ts';
import type { Strings } from '../document/strings.ts';
import { sha256Of } from '../files/digest.ts';
import type { Collection } from './collection.ts';
import { dividePosts, type MemberPost } from './divide-posts.ts';
import { contentsPage, divisionPage, titlePage } from './front-pages.ts';
import { imprintPage } from './imprint-page.ts';
import { noticesPage } from './notices-page.ts';

/** What a collection is made of. */
export interface AssembleOptions {
  readonly collection: Collection;
  readonly posts: readonly MemberPost[];
  /** Documents of the user before and after the posts. */
  readonly front: readonly Document[];
  readonly back: readonly Document[];
  readonly cover?: Cover;
  /** Of what size the pages of its PDF are. */
  readonly pdf: Exclude<EditionKind, 'epub'>;
  readonly assets: Assets;
  /** All that was said of the collection and of its posts. */
  readonly messages: readonly Message[];
  /** The product's words for a language. */
  readonly strings: (lang: LanguageTag | undefined) => Strings;
}

/** The publication of a collection: its posts in order and in parts, with front and back matter around them. */
export function assemble(options: AssembleOptions): Publication {
  const { collection, front, back, cover } = options;
  const strings = options.strings(collection.lang);
  const divisions = dividePosts(options.posts, collection);
  const posts = divisions.flatMap((division) => division.posts.map(({ document }) => document));
  const metadata = metadataOf(options, [...front, ...posts, ...back]);
  const hasParts = divisions.some(({ heading }) => heading !== undefined);
  const ofUser = (kind: ChapterKind, document: Document): Chapter => ({
    kind,
    document,
    strings: options.strings(document.metadata.lang),
  });
  const ours = (kind: ChapterKind, document: Document): Chapter => ({ kind, document, strings });
  const notices = noticesPage(collection, posts, strings);
  const body = divisions.flatMap(({ heading, posts: members }, index): readonly Chapter[] => [
    ...(heading === undefined
      ? []
      : [ours('division', divisionPage(collection, { number: index + 1, heading }, strings))]),
    ...members.map(({ document }) => ({
      ...ofUser('post', document),
      ...(hasParts && heading === undefined && { outsideParts: true as const }),
    })),
  ]);
  const before: readonly Chapter[] = [
    ours('title-page', titlePage(collection, strings)),
    ours('imprint', imprintPage(collection, strings)),
    ...front.map((document) => ofUser('front', document)),
  ];
  const after: readonly Chapter[] = [
    ...body,
    ...(notices ? [ours('notices', notices)] : []),
    ...back.map((document) => ofUser('back', document)),
  ];
  const lists = listsOf(collection, [...before, ...after]);
  const contents = ours('contents', contentsPage(collection, lists, strings));
  const chapters = nameCaptioned([...before, contents, ...after], lists);
  return {
    form: 'collection',
    metadata,
    chapters: numberChapters(chapters),
    ...(cover && { cover }),
    ...(collection.design && { design: collection.design }),
    strings,
    colophon: { posts: posts.length, identifiers: metadata.identifiers },
    assets: options.assets,
    messages: options.messages,
  };
}

/** Fewer captions are found without a list of them. */
const fewestListed = 5;

function listsOf({ design = plainDesign }: Collection, chapters: readonly Chapter[]): readonly CaptionKind[] {
  if (design.lists === 'none') return [];
  return captionKinds.filter((kind) => countCaptions(chapters, kind) >= fewestListed);
}

function metadataOf(
  { collection, pdf, posts: members }: AssembleOptions,
  documents: readonly Document[],
): PublicationMetadata {
  const { id, order: _order, parts: _parts, identifier, lang, series, ...facts } = collection;
  // The same posts under the same cover are the same edition: the digest is of both.
  const parts = members.map(({ part }) => part ?? '');
  const given = parts.every((part) => part === '') ? [] : [JSON.stringify(parts)];
  const digests = documents.map((post) => post.sha256);
  const sha256 = sha256Of([JSON.stringify(collection), ...digests, ...given].join(''));
  const languages = documents.flatMap(({ metadata }) => [
    ...(metadata.lang === undefined ? [] : [metadata.lang]),
    ...metadata.otherLanguages,
  ]);
  return {
    title: facts.title,
    ...(facts.subtitle !== undefined && { subtitle: facts.subtitle }),
    ...(lang !== undefined && { lang }),
    otherLanguages: [...new Set(languages)].filter((other) => other !== lang),
    creators: facts.creators,
    ...(facts.publisher !== undefined && { publisher: facts.publisher }),
    ...(facts.description !== undefined && { description: facts.description }),
    ...(facts.published && { published: facts.published }),
    ...(facts.rights !== undefined && { rights: facts.rights }),
    subjects: facts.subjects ?? [],
    ...factsForCatalogues(facts),
    identifiers: {
      pdf: publicationId(sha256, pdf),
      epub: identifier ?? publicationId(sha256, 'epub'),
    },
    ...(facts.isbn !== undefined && { isbn: facts.isbn }),
    ...(facts.isbnPdf !== undefined && { isbnPdf: facts.isbnPdf }),
    ...(series && {
      series: { name: series.name, ...(series.position !== undefined && { position: series.position }) },
    }),
    slug: id,
  };
}
