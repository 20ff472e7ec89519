import type { WordShares } from '../account/word-shares.ts';
import type { Format, Message, Severity } from '../diagnostics/message.ts';
import type { Dialect } from '../document/dialect.ts';

/** One file that was written. Paths are relative to the working folder, with `/` between the parts. */
export interface BuiltFile {
  readonly path: string;
  /** The post it was made from, or `collections.` and the name of a collection. */
  readonly post: string;
  readonly format: Format;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** The dialects of Markdown that its posts were read as, each once. */
  readonly dialects: readonly Dialect[];
  /** Of a PDF. */
  readonly pages?: number;
  /** What the file says of itself, for instance `PDF/UA-1`. */
  readonly claims: readonly string[];
  /** The rules whose errors withheld its claims, each once, in order of report. */
  readonly withheld: readonly string[];
  /** What stands beside an EPUB for catalogues, where that was asked for. */
  readonly catalogue?: readonly CatalogueFile[];
  /** Its bytes, where nothing was written. */
  readonly content?: Uint8Array;
}

/** A file for catalogues: an OPDS 2.0 publication, the codes of ONIX list 196 or the picture of the cover. */
export type CatalogueFile = Pick<BuiltFile, 'path' | 'bytes' | 'sha256' | 'content'>;

/** A post that could not be finished for a reason that does not lie in the post. */
export interface BuildFailure {
  readonly post: string;
  /** `resource`: the world failed; `internal`: a defect of ours. */
  readonly kind: 'resource' | 'internal';
  readonly stage: string;
  readonly reason: string;
  /** Where in our code a defect arose; absent for `resource`. */
  readonly stack?: string;
}

/** What became of the words of a post: of its source, in which markup and front matter have words too. */
export interface PostWords {
  readonly post: string;
  readonly words: WordShares;
}

/** All that a run did: plain data, fit for JSON. */
export interface BuildReport {
  readonly version: string;
  readonly files: readonly BuiltFile[];
  /** The list of all links of what was written; absent where nothing was. */
  readonly linkInventory?: string;
  /** Its bytes, where nothing was written. */
  readonly linkInventoryContent?: Uint8Array;
  /** What became of the words of each post that was read. */
  readonly posts: readonly PostWords[];
  /** All that was said of the posts, at the levels of the project. */
  readonly messages: readonly Message[];
  /** What failed, beside the posts that were built. */
  readonly failures: readonly BuildFailure[];
  readonly counts: {
    /** Posts of the run. */
    readonly posts: number;
    /** Files that were made, without those for catalogues. */
    readonly files: number;
    /** Pages of all PDFs. */
    readonly pages: number;
    /** Bytes of all files, without those for catalogues. */
    readonly bytes: number;
    /** Messages by their severity. */
    readonly messages: Readonly<Record<Severity, number>>;
    /** Messages by their rule. */
    readonly rules: Readonly<Record<string, number>>;
    /** The words of all posts. */
    readonly words: WordShares;
  };
}
