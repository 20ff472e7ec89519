import type { LanguageTag } from '../../document/language-tag.ts';
import type { PluggableList } from 'unified';
import { linePlaces, type LinePlaces } from '../../document/line-places.ts';
import type { Message, Place } from '../../diagnostics/message.ts';
import { reportRule, type PostRuleId } from '../rules.ts';
import type { Strings } from '../../document/strings.ts';
import type { Dialect } from '../../document/dialect.ts';
import type { UnknownAddress } from '../../document/site-links.ts';
import { type IncludedFile, includeFiles } from '../generators/include-files.ts';
import { findMarkup } from '../generators/find-markup.ts';
import type { FoundMarkup } from '../generators/markup.ts';
import { markupHandlers } from '../generators/handlers.ts';
import type { Markup, MarkupHandlers } from '../generators/markup.ts';
import { maskMarkup, type MaskedSource } from '../generators/mask-markup.ts';
import { findFrontMatter } from '../front-matter/find-front-matter.ts';
import { type FoundMatter, readMatter } from '../front-matter/read-matter.ts';
import type { SiteLinks } from '../generators/site-path.ts';
import { type TitleOfPage, pageTitles } from './page-titles.ts';
import { paramsOf } from './params-of.ts';
import { type ProjectVariable, projectVariables } from './project-variables.ts';
import { type FindSaved, savedPictures } from './saved-pictures.ts';
import type { Work } from './work.ts';

/** Sizes beyond which a post is refused or flattened. */
export interface PostLimits {
  /** Size of the file in bytes. */
  readonly bytes: number;
  /** How deep quotes, lists and emphasis may nest. */
  readonly depth: number;
  /** Units of work (`workWeights`) that the reading of any post may take. */
  readonly work: number;
  /** How many more it may take for each byte of the post. */
  readonly workPerByte: number;
}

/** The limits that hold where nobody sets others. */
export const defaultPostLimits: PostLimits = {
  bytes: 10_000_000,
  depth: 64,
  work: 400_000_000,
  workPerByte: 11_000,
};

/** The files of the folder that a post was found in. No path leads out of it, nor does a link on the disk. */
export interface NearbyFiles {
  /** Whether there is a file at a path from the root of the folder, its parts separated by `/`. */
  readonly has: (path: string) => boolean;
  /** The words of a file of text; `undefined` where there is none, or where it is too large. */
  readonly read: (path: string) => string | undefined;
  /** The path of the only page that calls a place so (`(name)=` of MyST). Without it no page is known by its places. */
  readonly pageOf?: (label: string) => string | undefined;
}

/** What the caller knows about a post besides its bytes. */
export interface ReadPostOptions {
  /** The file as the user named it; printed in messages. */
  readonly file: string;
  /** Its path inside the folder given, parts separated by `/`; images are resolved against it. */
  readonly path: string;
  readonly lang?: LanguageTag;
  readonly agency?: string;
  readonly dateOrder?: 'mdy' | 'dmy' | 'ymd';
  /** The dialect of Markdown; `auto` where it is not known. */
  readonly dialect?: Dialect;
  /** Whether the slug keeps the date of the file name, for sites that use a title again. */
  readonly datesInNames?: boolean;
  /** What becomes of what a page hides; it is left out where nothing is said. */
  readonly hidden?: 'leave-out' | 'keep';
  /** The product's words for a language, English where it has no file. */
  readonly strings: (lang: LanguageTag | undefined) => Strings;
  readonly limits: PostLimits;
  /** How the site's own links become absolute; without it they are written as their words. */
  readonly links?: SiteLinks;
  /** The folder of pictures of other hosts that were saved, seen from that of the posts; their list lies in it. */
  readonly savedPictures?: string;
  /** What more of generators' markup is understood, by name; it wins over what is understood anyway. */
  readonly handlers?: MarkupHandlers;
  /** What lies beside the post. Without it addresses are taken as they are written, and no file is included. */
  readonly nearby?: NearbyFiles;
  /**
   * Whether an address without a scheme leads to a page or a file that lies in the folder of the site, in the publication or not.
   * Without it only addresses from the root of the site are taken for pages of it.
   */
  readonly onSite?: (address: string) => boolean;
  /** Whether the folder of the site is known to have no post whose file has this name, without its ending. */
  readonly lacksPost?: (name: string) => boolean;
  /** Put before every id, so that the posts of a collection can share a file; without a full stop but its last character. */
  readonly idPrefix?: string;
  /** The id prefix of the other post that an address without its fragment leads to. Without it no post knows another. */
  readonly memberOf?: (address: string) => string | undefined;
  /** Plugins of remark, run in order on the Markdown of the post; they must not be asynchronous. */
  readonly remarkPlugins?: PluggableList;
}

/** Uses of markup that is not known, by its label. */
export type UnknownMarkup = Map<string, { addresses: number; unwrapped: number; readonly places: Place[] }>;

/** A link to a part of the site whose address cannot be known. */
export interface SiteLink extends UnknownAddress {
  readonly place: Place | undefined;
}

/** What the steps of reading one post share. `messages` grows while they run. */
export interface PostContext {
  readonly options: ReadPostOptions;
  readonly dialect: Dialect;
  /** The decoded file. */
  readonly source: string;
  /** Its front matter, as it is written. */
  readonly matter: FoundMatter | undefined;
  /** What its front matter says that can be printed, by its keys. */
  readonly params: Readonly<Record<string, string>>;
  /** The source with the markup of generators put out of the way of Markdown. */
  readonly masked: MaskedSource;
  /** Files whose words are part of the post, by their paths. */
  readonly included: ReadonlyMap<string, string>;
  /** What the page of the folder calls itself that a link names by its file; its words are then part of the post. */
  readonly titleOfPage: TitleOfPage;
  /** The words that the project has for a name, where files can be read; their file is then part of the post. */
  readonly variable: ProjectVariable | undefined;
  /** The picture that was saved for an address of another host, where there is a folder of such. */
  readonly saved: FindSaved | undefined;
  /** Markup that was kept as text; grows while the post is read. */
  readonly unknownMarkup: UnknownMarkup;
  /** Markup that Markdown says is code, found on lines that were taken for empty. */
  readonly markupInCode: Set<Markup>;
  /** Mathematics that was found where Markdown has prose; grows while the post is read. */
  readonly math: Set<Markup>;
  /** Links to the site that lead nowhere from here; grows while the post is read. */
  readonly siteLinks: SiteLink[];
  readonly messages: Message[];
  /** What reading has taken so far. */
  readonly work: Work;
  /** A word that does not occur in the source: names made with it cannot be written by the author. */
  readonly marker: string;
  /** Where the offsets of the source stand. */
  readonly places: LinePlaces;
}

/** What outlives the reading of a post that is stopped. */
type Shared = Pick<PostContext, 'options' | 'messages' | 'work'>;

/** The context of one post, at the beginning of its reading. */
export function createContext(source: string, shared: Shared): PostContext {
  const matter = readMatter(source);
  const included = new Map<string, string>();
  const onRead = (file: IncludedFile): void => void included.set(file.path, file.text);
  const { nearby, path } = shared.options;
  const include = nearby && includeFiles({ read: nearby.read, path, withoutMatter, onInclude: onRead });
  const titleOfPage = pageTitles({ read: nearby?.read ?? (() => undefined), path, onTitle: onRead });
  const variable = nearby && projectVariables({ read: nearby.read, path, onUse: onRead });
  const { options } = shared;
  const folder = options.savedPictures;
  const saved =
    nearby && folder !== undefined ? savedPictures(folder, { read: nearby.read, onUse: onRead }) : undefined;
  const params = paramsOf(matter);
  const masked = maskMarkup(source, markupOf(source, { options, matter, params, include, variable }));
  // Elements of what is included are made with the same word.
  const marker = unusedWord([source, ...masked.markup.map(includedText)]);
  const own = { matter, params, included, masked };
  return { ...shared, ...begin(source, shared), ...own, marker, titleOfPage, variable, saved };
}

/**
 * The context of Markdown that a post includes, with messages of its own: its places are those of the included text. It includes nothing
 * further.
 */
export function includedContext(source: string, around: PostContext): PostContext {
  const { options, work, matter, params, marker, titleOfPage, variable, saved } = around;
  const read = { options, matter, params, include: undefined, variable };
  const masked = maskMarkup(source, markupOf(source, read));
  const shared = { options, work, messages: [] };
  const own = { matter: undefined, params, included: new Map(), masked };
  return { ...shared, ...begin(source, shared), ...own, marker, titleOfPage, variable, saved };
}

function withoutMatter(text: string): string {
  return text.slice(findFrontMatter(text)?.close ?? 0);
}

interface MarkupOptions {
  readonly options: ReadPostOptions;
  /** The front matter of the post. */
  readonly matter: FoundMatter | undefined;
  readonly params: PostContext['params'];
  readonly include: ReturnType<typeof includeFiles> | undefined;
  readonly variable: PostContext['variable'];
}

function markupOf(
  source: string,
  { options, matter, params, include, variable }: MarkupOptions,
): FoundMarkup {
  return findMarkup(source, {
    dialect: options.dialect ?? 'auto',
    handlers: { ...markupHandlers, ...options.handlers },
    base: options.links?.base,
    params,
    substitutions: substitutionsOf(matter),
    from: findFrontMatter(source)?.close ?? 0,
    ...(include && { include }),
    ...(variable && { variable }),
  });
}

function includedText({ content }: Markup): string {
  return content.type === 'meaning' && content.meaning.type === 'included' ? content.meaning.value : '';
}

/** What is the same at the beginning of any reading. */
function begin(
  source: string,
  { options }: Shared,
): Omit<
  PostContext,
  keyof Shared | 'matter' | 'params' | 'included' | 'masked' | 'marker' | 'titleOfPage' | 'variable' | 'saved'
> {
  return {
    dialect: options.dialect ?? 'auto',
    source,
    unknownMarkup: new Map(),
    siteLinks: [],
    markupInCode: new Set(),
    math: new Set(),
    places: linePlaces(source),
  };
}

/** Words that MyST prints where their names stand in braces; of Markdown that is more than a few words nothing is taken. */
function substitutionsOf(matter: FoundMatter | undefined): Readonly<Record<string, string>> {
  const { substitutions, myst } = matter?.values ?? {};
  const inMyst =
    typeof myst === 'object' && myst !== null && 'substitutions' in myst ? myst.substitutions : undefined;
  return Object.fromEntries(
    [inMyst, substitutions].flatMap((given) =>
      typeof given === 'object' && given !== null
        ? Object.entries(given).filter(
            (entry): entry is [string, string] =>
              typeof entry[1] === 'string' && !/\{[{%]|\n\s*\n/u.test(entry[1]),
          )
        : [],
    ),
  );
}

/** Adds the message of a rule. */
export function report(
  context: PostContext,
  ruleId: PostRuleId,
  found: { reason: string; place?: Place | undefined; also?: readonly Place[] },
): void {
  context.messages.push(reportRule(ruleId, { ...found, file: context.options.file }));
}

/** The range between two offsets of the source. */
export function placeAt(context: PostContext, start: number, end: number): Place {
  return context.places.placeAt(start, end);
}

function unusedWord(texts: readonly string[]): string {
  const lower = texts.map((text) => text.toLowerCase());
  let word = 'tlx';
  while (lower.some((text) => text.includes(word))) word += 'x';
  return word;
}
