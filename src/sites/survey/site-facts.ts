import type { Dialect } from '../../document/dialect.ts';

/** What a folder says of the project in it. What it does not say is absent; nothing of it is run. */
export interface SiteSurvey {
  /** What people call the generator; absent where none was found. */
  readonly generator?: string;
  /** The file that was read, or what the generator was known by, from the folder. */
  readonly foundBy?: string;
  /** Why nothing of its configuration is known, where that is so: “is a program, and was not run”. */
  readonly notRead?: string;
  readonly facts: SiteFacts;
  /** Sites in folders below that were found beside the one that is told of. */
  readonly others: readonly OtherSite[];
  /** What the configuration names as the place of posts or chapters and does not lie in the folder; absent where nothing does so. */
  readonly outside?: readonly string[];
}

/** A site that was found, and no more was looked at. */
export interface OtherSite {
  /** What people call its generator. */
  readonly generator: string;
  /** What it was known by, from the folder that was looked at. */
  readonly foundBy: string;
  /** Where it lies in that folder. */
  readonly folder: string;
}

/** What was taken from a configuration, and whether it was not read as a whole: of a program there may be more to know. */
export interface SurveyedFacts extends SiteFacts {
  readonly isUnread?: boolean;
}

/** What a configuration says. Texts are as they are written, not yet checked. */
export interface SiteFacts {
  readonly title?: string | undefined;
  readonly lang?: string | undefined;
  readonly creators?: readonly string[] | undefined;
  /** The address of the site's root. */
  readonly base?: string | undefined;
  /** The pattern of its posts' addresses, or one for each outermost folder. */
  readonly permalink?: string | Readonly<Record<string, string>> | undefined;
  /** The dialect of Markdown that its posts are written in. */
  readonly dialect?: Dialect | undefined;
  /** Files and folders that hold the posts. */
  readonly posts?: readonly string[] | undefined;
  /** Of a book: what names its chapters, in order. */
  readonly chapters?: readonly ChapterSource[] | undefined;
}

/** A file, a folder or a list of contents, or several of them under a heading. */
export type ChapterSource = string | { readonly part: string; readonly posts: readonly string[] };
