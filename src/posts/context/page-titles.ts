import { readMatter } from '../front-matter/read-matter.ts';
import { type IncludedFile, nearPath } from '../generators/include-files.ts';

/** What a page calls itself. */
export interface PageTitle {
  readonly words: string;
  /** A heading is Markdown, a fact of front matter is letters. */
  readonly isMarkdown: boolean;
}

/** What looking for titles needs to know. */
export interface PageTitleOptions {
  /** The words of a file of text inside the folder of the posts. */
  readonly read: (path: string) => string | undefined;
  /** The path of the post inside that folder. */
  readonly path: string;
  /** Told of each page whose title is given. */
  readonly onTitle: (page: IncludedFile) => void;
}

/** So many units of text may be read for all titles together: reading them is part of the work of the post. */
const most = 2_000_000;

/** Further into a page no title is looked for. */
const furthest = 20_000;

/**
 * What gives the title of the page that a link names by its file: of its front matter, else its first heading of the first level.
 * `undefined` where there is no such file or title, or where it is too much.
 */
export function pageTitles({
  read,
  path,
  onTitle,
}: PageTitleOptions): (file: string) => PageTitle | undefined {
  const known = new Map<string, PageTitle | undefined>();
  let left = most;
  const find = (file: string): PageTitle | undefined => {
    if (left <= 0) return undefined;
    const text = read(file);
    if (text === undefined) return undefined;
    left -= text.length;
    const title = titleOf(text);
    if (title) onTitle({ path: file, text });
    return title;
  };
  return (file) => {
    const [near] = nearPath(file, path);
    if (near === undefined) return undefined;
    if (!known.has(near)) known.set(near, find(near));
    return known.get(near);
  };
}

function titleOf(text: string): PageTitle | undefined {
  const matter = readMatter(text);
  const title = matter?.values['title'];
  if (typeof title === 'string' && title.trim() !== '') return { words: title, isMarkdown: false };
  const from = matter?.block.close ?? 0;
  let fence = '';
  let before = '';
  for (const line of text.slice(from, from + furthest).split(/\r?\n/u)) {
    const [, ticks = ''] = /^ {0,3}(`{3,}|~{3,}|:{3,})/u.exec(line) ?? [];
    if (fence === '' && ticks !== '') fence = ticks;
    else if (fence !== '' && ticks.startsWith(fence)) fence = '';
    else if (fence === '') {
      const words = /^ {0,3}# +(\S.*)$/u.exec(line)?.[1] ?? underlined(before, line);
      if (words !== undefined) return { words: withoutClosing(words), isMarkdown: true };
    }
    before = fence === '' && ticks === '' ? line : '';
  }
  return undefined;
}

/** A heading without the signs that may end it. */
function withoutClosing(words: string): string {
  const parts = words.trimEnd().split(' ');
  if (parts.length > 1 && /^#+$/u.test(parts.at(-1) ?? '')) parts.pop();
  return parts.join(' ').trim();
}

/** A line of words above one of `=`. */
function underlined(before: string, line: string): string | undefined {
  return /^ {0,3}=+ *$/u.test(line) && /^ {0,3}[^\s>#]/u.test(before) ? before : undefined;
}
