import type { Format } from '../diagnostics/message.ts';
import type { ConfigInput } from './config-schema.ts';
import type { PageSize } from '../pdf/page-size.ts';

/**
 * What a caller may ask of `build`; everything absent comes from the configuration file, then from the defaults.
 * Relative paths are resolved against `cwd`.
 */
export interface BuildOptions {
  /** Files and folders; `posts` of the configuration where empty. */
  readonly inputs?: readonly string[];
  /** The folder that the files are written to. */
  readonly out?: string;
  /** What to make of each post. */
  readonly formats?: readonly Format[];
  /** The page size of the PDF. */
  readonly page?: PageSize;
  /** A theme's name, or a path to its file. */
  readonly theme?: string;
  /** The configuration, as a value or as a file; `tagleaf.yaml` in `cwd`, where there is one. */
  readonly config?: ConfigInput | string;
  /** Write nothing for a post with an error. */
  readonly strict?: boolean;
  /** Read every file back and compare its words before it is moved into place. */
  readonly verify?: boolean;
  /** Take what was made of the same before from `.tagleaf/cache` beside the configuration, and keep what is made there. */
  readonly cache?: boolean;
  /**
   * How many threads beside this one make posts and collections: `auto` for as many as the work is worth, none for little; 0, as where
   * it is absent, for none. With plug-ins that are functions there are none. Files and report are the same.
   */
  readonly workers?: number | 'auto';
  /** False: write nothing; the report holds the files (`content`). */
  readonly write?: boolean;
  /** Write over files in the output folder that no run wrote. */
  readonly force?: boolean;
  /** Build these collections of the configuration instead of posts; all of them where `true`. */
  readonly collections?: readonly string[] | true;
  /** False: no page-list in the EPUB, so that an EPUB alone needs no layout of pages. */
  readonly pageList?: boolean;
  /** Put beside each EPUB what catalogues read: an OPDS 2.0 publication, codes of ONIX list 196 and the picture of its cover. */
  readonly catalogue?: boolean;
  /** Request every external link once, and say which fail. */
  readonly checkLinks?: boolean;
  /** Run plugins that are files of the project; those of npm packages run in any case. */
  readonly allowPlugins?: boolean;
  /** Build drafts too. */
  readonly drafts?: boolean;
  /** Leave out what was not to be seen on this day, `YYYY-MM-DD`: posts with a later `publishDate`, or an `expiryDate` not after it. */
  readonly asOf?: string;
  /** The working folder; that of the process where absent. */
  readonly cwd?: string;
  /** The date written into files; that of `SOURCE_DATE_EPOCH`, else of each post, where absent. */
  readonly sourceDate?: Date;
}
