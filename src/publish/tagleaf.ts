import type { Message } from '../diagnostics/message.ts';
import type { PageStart } from '../document/page-start.ts';
import type { Publication } from '../document/publication.ts';
import type { BuildOptions } from '../project/build-options.ts';
import type { ConfigInput } from '../project/config-schema.ts';
import type { GivenPlugin } from '../project/load-plugins.ts';
import type { OnEvent } from './build-event.ts';
import type { BuildReport } from './build-report.ts';
import type { ReadDocument } from './read-document.ts';
import type { RenderedEpub, RenderedPdf } from './rendered-file.ts';

/** What `tagleaf.yaml` may say, as a value; its plug-ins may be functions too. */
export type ProjectConfig = Omit<ConfigInput, 'plugins'> & {
  /** Remark plugins and handlers of markup: names of npm packages and files, or what their default exports would be. */
  readonly plugins?: readonly GivenPlugin[] | undefined;
};

/** Where a project is opened, and what wins over its configuration. */
export interface OpenOptions extends Pick<BuildOptions, 'page' | 'theme' | 'sourceDate'> {
  /** The working folder: relative paths are resolved against it. That of the process where absent. */
  readonly cwd?: string;
  /** Run plug-ins that are files of the project; those of npm packages, and functions, run in any case. */
  readonly allowPlugins?: boolean;
}

/** Where a post comes from that is given as bytes or text. */
export interface ReadOptions {
  /** The file as messages shall name it; with `root` relative to the working folder. `post.md` where absent. */
  readonly file?: string;
  /** The folder of the posts: addresses of pictures lead into it, and no picture may lie outside of it. */
  readonly root?: string;
  /** The bytes of pictures by their paths inside the folder of the posts, instead of `root`. */
  readonly pictures?: Readonly<Record<string, Uint8Array>>;
}

/** What a single run of a project may ask for. */
export interface BuildRequest extends Pick<
  BuildOptions,
  | 'inputs'
  | 'out'
  | 'formats'
  | 'strict'
  | 'verify'
  | 'write'
  | 'collections'
  | 'pageList'
  | 'catalogue'
  | 'checkLinks'
  | 'drafts'
  | 'force'
  | 'cache'
  | 'workers'
  | 'asOf'
> {
  /** Told when the run, and each post or collection, is begun and done. */
  readonly onProgress?: OnEvent;
  /** Ends the run between two steps, or at once where workers make what it is at: `build` then rejects with the reason of the signal, and no file is left half. */
  readonly signal?: AbortSignal;
}

/**
 * An opened project: the steps from Markdown to files, and a run of all of them. What is wrong with a post is a message,
 * never an exception. Everything that is handed from one step to the next is plain data and carries what was said of it, so
 * that a file with an open error claims nothing, in whatever order the steps are called.
 */
export interface Tagleaf {
  /**
   * Reads a post and its pictures. Without `root` or `pictures` it has none.
   *
   * @throws UsageError where both are given; ResourceError where a picture is there but cannot be read.
   */
  readonly read: (source: Uint8Array | string, options?: ReadOptions) => Promise<ReadDocument>;
  /** All that is to be said of a post, or of a publication with all its posts, at the levels of the project and with what its author overruled. */
  readonly check: (value: ReadDocument | Publication) => readonly Message[];
  /**
   * What one PDF and one EPUB of the post are made of.
   *
   * @throws UnreadableError where the post could not be read at all.
   */
  readonly publication: (document: ReadDocument) => Publication;
  /**
   * The publication of a collection of the configuration.
   *
   * @throws UsageError where there is no such collection or it names no posts; UnreadableError where none of its posts can be
   * read, or whether one can be was not decided; ResourceError where a file cannot be.
   */
  readonly collection: (id: string) => Promise<Publication>;
  /** @throws UsageError for an unknown theme; ResourceError where a font is missing. */
  readonly pdf: (publication: Publication) => Promise<RenderedPdf>;
  /**
   * With the page starts of a PDF the EPUB names its pages. A collection's colophon tells of the PDF where the publication
   * is the one that `pdf` returned.
   *
   * @throws ResourceError where a template is missing or cannot be rendered, or a font that the cover of a post is drawn with is
   * missing; UsageError for an unknown theme, which may name those fonts.
   */
  readonly epub: (
    publication: Publication,
    options?: { readonly pageStarts?: readonly PageStart[] },
  ) => Promise<RenderedEpub>;
  /**
   * Builds the publications of all posts or collections named: reads, renders, verifies where asked, and writes. What is
   * wrong with a post is a message of the report, and what failed is one of its failures; neither stops the other posts.
   *
   * @throws UsageError where the request or an input is wrong; ResourceError where something that every post needs is
   * missing; what `signal` was aborted with.
   */
  readonly build: (request?: BuildRequest) => Promise<BuildReport>;
  /** Lets go of fonts and templates. Every later call throws a UsageError. */
  readonly close: () => Promise<void>;
}
