import { isMarkdown, namedEndings } from '../document/markdown-names.ts';
import { join } from 'node:path';
import { UsageError } from '../diagnostics/errors.ts';
import { findFiles, joinFound, type FoundFiles } from './find-files.ts';
import { listsChapters } from '../sites/contents/read-summary.ts';
import { readSmallText } from '../files/read-small-text.ts';
import {
  nameRulesFor,
  whyPassedOver,
  type ListedFolder,
  type NameOptions,
  type PassedOverWhy,
} from './passed-over.ts';
import type { Input, Settings } from './settings.ts';

/** Whether a name is that of a program with Markdown in it, which is not read. */
export const isMdx = (name: string): boolean => /\.mdx$/iu.test(name);

/** Where posts are found, and what of the settings decides which names are read. */
export type FindPostsOptions = NameOptions & Pick<Settings, 'cwd'>;

/**
 * The posts of all inputs: the Markdown files that a run makes publications of.
 *
 * @throws UsageError where an input does not exist, is no Markdown file, or nothing at all is found.
 * @throws ResourceError where nothing is found since something cannot be read.
 */
export async function findPosts(inputs: readonly Input[], options: FindPostsOptions): Promise<FoundFiles> {
  const each: FoundFiles[] = [];
  for (const input of inputs) each.push(await findPostsIn(input, options));
  const found = joinFound(each);
  if (found.files.length > 0) return found;
  const [unreadable] = found.unreadable;
  if (unreadable) throw unreadable.error;
  const names = inputs.map(({ name }) => name).join(', ');
  const [passed] = found.passedOver;
  const unless = passed?.why === 'mdx' ? '' : ' unless it is named';
  const but = passed ? `; \`${passed.file}\` is not read${unless}` : '';
  throw new UsageError(`no posts (${namedEndings}) in ${names}${but}`);
}

/** The posts of one input, which may be none; throws as `findPosts` does. */
export async function findPostsIn(input: Input, options: FindPostsOptions): Promise<FoundFiles> {
  const rules = await nameRulesFor(input.path, options);
  return findFiles(input, {
    cwd: options.cwd,
    accepts: isMarkdown,
    isUnread: (name) => (isMdx(name) ? 'mdx' : undefined),
    refusal: refusalOf(input.name),
    passesOver: async (name, folder) =>
      whyPassedOver(name, folder, rules) ?? (await whyContents(name, folder)),
  });
}

/** Why a file is no post, and what makes one of it. */
function refusalOf(name: string): string {
  const isArchived = /\.(?:html?|txt|warc(?:\.gz)?)$/iu.test(name);
  return `a post is a Markdown file (${namedEndings})${isArchived ? '; `tagleaf intake` makes one of flat text, a saved page or a capture' : ''}`;
}

/** A book of mdBook or GitBook may lie there without its configuration: then its list of chapters tells by itself that it is one. */
async function whyContents(name: string, { path }: ListedFolder): Promise<PassedOverWhy | undefined> {
  if (name !== 'SUMMARY.md') return undefined;
  const text = await readSmallText(join(path, name), mostBytes).catch(() => undefined);
  return text !== undefined && listsChapters(text) ? 'contents' : undefined;
}

/** No list of chapters is larger. */
const mostBytes = 1_000_000;
