import type { Asset, Assets } from '../assets/asset.ts';
import type { CoverWords } from '../cover/cover-words.ts';
import type { Message, Result } from '../diagnostics/message.ts';
import type { Document } from '../document/document.ts';
import type { PageStart } from '../document/page-start.ts';
import type { Publication } from '../document/publication.ts';
import type { ReadPostOptions } from '../posts/context/post-context.ts';
import type { FindStrings } from '../project/read-strings.ts';
import type { FoundFile } from '../project/find-files.ts';

/** One publication as bytes. */
export interface Rendered {
  readonly bytes: Uint8Array;
  readonly pages?: number;
  readonly claims: readonly string[];
  /** Of a PDF: where its pages begin, and what was rendered, with the chapter that only the layout could make. */
  readonly pageStarts?: readonly PageStart[];
  readonly publication?: Publication;
}

export interface RenderInput {
  readonly assets: Assets;
  /** All that was said of the post so far; an open error withholds the claims. */
  readonly messages: readonly Message[];
  readonly modified: Date | undefined;
  /** Where the pages of the PDF of the same run begin. */
  readonly pageStarts?: readonly PageStart[];
}

/** How a post is read that is part of a collection. */
export type MemberOptions = Pick<ReadPostOptions, 'lang' | 'idPrefix' | 'memberOf'>;

/** The stages of a run with everything bound that does not change from post to post. */
export interface Stages {
  readonly strings: FindStrings;
  readonly readPost: (
    bytes: Uint8Array,
    post: FoundFile,
    member?: MemberOptions,
  ) => Result<Document | undefined>;
  readonly readAssets: (document: Document, root: string) => Promise<Result<Assets>>;
  /** All that is to be said of a document before it is rendered, given what was said so far. */
  readonly lint: (document: Document, messages: readonly Message[]) => readonly Message[];
  /** What a renderer says, at the levels of the project. */
  readonly level: (messages: readonly Message[]) => readonly Message[];
  /** A cover made of words, for a collection without a picture; `file` is what messages are about. */
  readonly drawCover: (words: CoverWords, file: string) => Promise<Result<Asset>>;
  /** In the order in which they run: the PDF first, for its pages are named in the EPUB. */
  readonly renderers: readonly Renderer[];
}

export interface Renderer {
  readonly format: 'pdf' | 'epub';
  /** Whether its file was asked for; a PDF may be made for its pages alone. */
  readonly wanted: boolean;
  readonly render: (publication: Publication, input: RenderInput) => Promise<Result<Rendered>>;
  /** Reads the bytes back and throws InternalError where their words are not those of the publication. */
  readonly verify: ((publication: Publication, bytes: Uint8Array) => Promise<void>) | undefined;
}
