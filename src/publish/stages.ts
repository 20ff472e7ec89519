import type { AccountedPost } from '../account/account-words.ts';
import type { CoverWords } from '../cover/cover-words.ts';
import type { DrawCoverOptions } from '../cover/draw-cover.ts';
import type { Format, Message, Result } from '../diagnostics/message.ts';
import type { Asset, Assets } from '../document/asset.ts';
import type { Dialect } from '../document/dialect.ts';
import type { Document } from '../document/document.ts';
import type { PageStart } from '../document/page-start.ts';
import type { Publication } from '../document/publication.ts';
import type { PostHead } from '../posts/front-matter/post-head.ts';
import type { ReadPostOptions } from '../posts/context/post-context.ts';
import type { FindStrings } from '../project/read-strings.ts';
import type { ReadAssetsOptions } from '../assets/read-assets.ts';
import type { RenderedEpub, RenderedFile, RenderedPdf } from './rendered-file.ts';
import type { Answer, OnAsk, Question } from './question.ts';
import type { ReadDocument } from './read-document.ts';

/** Where the pictures of a post are: a folder that none may lie outside of, or their bytes by their paths inside it. */
export type PictureSource = ReadAssetsOptions['from'];

/** Where a post stands: its name for messages, and its path inside the folder of the posts, with `/` between the parts. */
export interface PostPlace {
  readonly file: string;
  readonly path: string;
  readonly dialect: Dialect;
  /** The folder of the posts, where there is one. */
  readonly root?: string;
  /** The folder of the site, where that lies above `root`. */
  readonly siteRoot?: string | undefined;
}

/** How a post is read that is part of a collection. */
export type MemberOptions = Pick<ReadPostOptions, 'lang' | 'idPrefix' | 'memberOf'>;

/** Who hears what a step asks of the files around a post. */
export interface Hearing {
  readonly onAsk?: OnAsk | undefined;
}

/** The steps from bytes to files, with everything bound that does not change from post to post. */
export interface Stages {
  readonly strings: FindStrings;
  /** Whether plug-ins take part that were given as functions: such a run exists in this process alone. */
  readonly hasFunctions: boolean;
  /** What the files of a post would be called, by its front matter and its name alone; `undefined` where its bytes are no post. */
  readonly slug: (
    bytes: Uint8Array,
    post: Pick<PostPlace, 'file' | 'path'>,
    head: PostHead,
  ) => string | undefined;
  readonly parse: (bytes: Uint8Array, post: PostPlace, member?: MemberOptions & Hearing) => AccountedPost;
  /** Reads the pictures of what was parsed. */
  readonly addPictures: (
    parsed: Result<Document | undefined>,
    at: Pick<PostPlace, 'file' | 'siteRoot'> & Hearing & { readonly from: PictureSource },
  ) => Promise<ReadDocument>;
  readonly readAssets: (document: Document, root: string, hearing?: Hearing) => Promise<Result<Assets>>;
  /** What is answered now to something that a step asked before. */
  readonly answer: (question: Question) => Promise<Answer>;
  /** All that is to be said of a post before it is rendered, at the levels of the project and of its author. */
  readonly check: (read: ReadDocument) => readonly Message[];
  /** Of a post that can be read: its publication, which carries all that `check` says. */
  readonly publication: (read: ReadDocument) => Publication;
  /** A cover made of words, for a publication without a picture; `file` is what messages are about. */
  readonly drawCover: (words: CoverWords, options: Omit<DrawCoverOptions, 'fonts'>) => Promise<Result<Asset>>;
  /**
   * Loads what the formats are made with. Without it that is done when they are first made.
   *
   * @throws UsageError for an unknown theme; ResourceError for a missing font or template.
   */
  readonly prepare: (formats: readonly Format[]) => Promise<void>;
  readonly pdf: (publication: Publication) => Promise<RenderedPdf>;
  /** `pageStarts`: where the pages of the PDF of the same run begin; without them no pages are named. */
  readonly epub: (
    publication: Publication,
    options: { readonly pageStarts: readonly PageStart[] | undefined },
  ) => Promise<RenderedEpub>;
  /** Reads a file back and throws InternalError where its words are not those of the publication. */
  readonly verify: (publication: Publication, file: RenderedFile) => Promise<void>;
}
