import type { SiteLinks } from '../posts/generators/site-path.ts';
import type { Format } from '../diagnostics/message.ts';
import type { Dialect } from '../document/dialect.ts';
import type { PlainDate } from '../document/plain-date.ts';
import type { RuleLevels } from '../lint/settle-messages.ts';
import type { Profile } from '../pdf/profile/profile.ts';
import type { LookedFor } from '../personal-data/pattern-set-names.ts';
import type { PageSize } from '../pdf/page-size.ts';
import type { CollectionPlan } from './plan-collections.ts';

/**
 * Options and configuration in one, with every default filled in. Paths are absolute. Plain data: it can be sent to a
 * worker by structured clone.
 */
export interface Settings {
  readonly cwd: string;
  readonly inputs: readonly Input[];
  readonly out: string;
  readonly formats: readonly Format[];
  readonly page: PageSize;
  readonly theme: string;
  /** It was filed with a record, with those that it extends beside it, and is let in as it was then. */
  readonly themeAsFiled: boolean;
  /** Whether the addresses of links are printed; `undefined`: the theme says it. */
  readonly printedUrls: boolean | undefined;
  /** Of the EPUB of a post. */
  readonly cover: 'drawn' | 'none';
  /** What kind of PDF is made. */
  readonly profile: Profile;
  readonly strict: boolean;
  readonly verify: boolean;
  /** False: what is made stays in memory. */
  readonly write: boolean;
  readonly lang: string | undefined;
  readonly agency: string | undefined;
  readonly dateOrder: 'mdy' | 'dmy' | 'ymd' | undefined;
  readonly links: SiteLinks | undefined;
  readonly fonts: readonly string[];
  /** Where font packages and folders are looked for. */
  readonly modulesFrom: string;
  readonly templates: string | undefined;
  /** Of what was filed: files of `templates` that a release of Tagleaf brought, as `epub/style.css`; today's stand in for them. */
  readonly filedOwnTemplates: readonly string[];
  readonly datesInNames: boolean;
  readonly hidden: 'leave-out' | 'keep';
  /** Where pictures of other hosts are kept. */
  readonly pictures: { readonly remote?: string | undefined } | undefined;
  /** What of persons is looked for before filing. */
  readonly lookedFor: LookedFor;
  /** `auto`: by the site that each post lies in. */
  readonly dialect: Dialect;
  /** Of what was filed: the dialect of each post that was read as another one than `dialect`, by its path; no site is looked for. */
  readonly filedDialects: Readonly<Record<string, Dialect>> | undefined;
  readonly levels: RuleLevels;
  /** Modules that take part in the reading of posts. */
  readonly plugins: readonly string[];
  readonly allowPlugins: boolean;
  readonly limits: Limits;
  /** The collections to build instead of posts. */
  readonly collections: readonly CollectionPlan[];
  readonly pageList: boolean;
  readonly catalogue: boolean;
  readonly checkLinks: boolean;
  readonly drafts: boolean;
  readonly force: boolean;
  /** Where results are kept for later runs; absent where none are kept or taken. */
  readonly cache: { readonly folder: string; readonly mostBytes: number } | undefined;
  readonly workers: Workers;
  readonly asOf: PlainDate | undefined;
  /** `SOURCE_DATE_EPOCH`, which wins over the dates of posts. */
  readonly sourceDate: Date | undefined;
}

/** A file or folder to build, as it was named and where it is. */
export interface Input {
  readonly name: string;
  readonly path: string;
  /** Whether nobody named it: it is where posts are looked for when nothing says where they are. */
  readonly isAssumed?: boolean;
}

/** Who makes publications, and what one may take of a machine: none of it bears on what is made. */
export interface Workers {
  /** Threads beside that of the run, 0 for none; `auto`: as many as the work is worth. */
  readonly count: number | 'auto';
  /** How long a thread may make one publication. */
  readonly seconds: number;
  /** So much memory of the engine a thread may use. */
  readonly megabytes: number;
}

/** What a publication may take where neither configuration nor caller says otherwise. */
export const defaultWorkers: Workers = { count: 0, seconds: 600, megabytes: 2000 };

/** Beyond what something is refused. Sizes in bytes and pixels. */
export interface Limits {
  readonly postBytes: number;
  readonly readWork: number;
  readonly readWorkPerByte: number;
  readonly depth: number;
  readonly imagePixels: number;
  readonly imageBytes: number;
  /** Of the check of links: how long a request may take, how many run at a time, and how long a host is left alone. */
  readonly linkSeconds: number;
  readonly linksAtATime: number;
  readonly linkDelaySeconds: number;
}

/** What is refused where neither configuration nor caller says otherwise. */
export const defaultLimits: Limits = {
  postBytes: 10_000_000,
  readWork: 400_000_000,
  readWorkPerByte: 11_000,
  depth: 64,
  imagePixels: 50_000_000,
  imageBytes: 20_000_000,
  linkSeconds: 20,
  linksAtATime: 8,
  linkDelaySeconds: 1,
};
