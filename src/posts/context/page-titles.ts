import { findFrontMatter } from '../front-matter/find-front-matter.ts';
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

/** A heading of a page, in Markdown. */
export interface PageHeading {
  readonly level: number;
  readonly words: string;
  /** What stands right before it or in it as its name: `(name)=`, `{#name}`. */
  readonly names: readonly string[];
}

/** The title of the page that a link names by its file, or of the part of it that is asked for, where the page has such a part. */
export type TitleOfPage = (file: string, isPart?: (heading: PageHeading) => boolean) => PageTitle | undefined;

/**
 * What gives the title of a page: of its front matter, else its first heading of the first level. `undefined` where there is no such
 * file or title, or where it is too much.
 */
export function pageTitles({ read, path, onTitle }: PageTitleOptions): TitleOfPage {
  const known = new Map<string, Page | undefined>();
  let left = most;
  const find = (file: string): Page | undefined => {
    const text = left <= 0 ? undefined : read(file);
    left -= text?.length ?? 0;
    return text === undefined ? undefined : { text, title: titleOf(text) };
  };
  return (file, isPart) => {
    const [near] = nearPath(file, path);
    if (near === undefined) return undefined;
    if (!known.has(near)) known.set(near, find(near));
    const page = known.get(near);
    if (page === undefined) return undefined;
    if (isPart !== undefined) left -= page.text.length;
    const title = (isPart && left > 0 ? titleOfPart(page.text, isPart) : undefined) ?? page.title;
    if (title) onTitle({ path: near, text: page.text });
    return title;
  };
}

interface Page {
  readonly text: string;
  readonly title: PageTitle | undefined;
}

function titleOfPart(text: string, isPart: (heading: PageHeading) => boolean): PageTitle | undefined {
  for (const heading of headingsOf(text))
    if (isPart(heading)) return { words: heading.words, isMarkdown: true };
  return undefined;
}

function titleOf(text: string): PageTitle | undefined {
  const title = readMatter(text)?.values['title'];
  if (typeof title === 'string' && title.trim() !== '') return { words: title, isMarkdown: false };
  for (const { level, words } of headingsOf(text, furthest))
    if (level === 1) return { words, isMarkdown: true };
  return undefined;
}

/** The headings of a page in their order, no further into it than so many units of text. */
function* headingsOf(text: string, reach = Infinity): Generator<PageHeading, void, undefined> {
  const from = findFrontMatter(text)?.close ?? 0;
  let fence = '';
  let before = '';
  let names: string[] = [];
  for (const line of text.slice(from, from + reach).split(/\r?\n/u)) {
    const [, ticks = ''] = /^ {0,3}(`{3,}|~{3,}|:{3,})/u.exec(line) ?? [];
    if (fence === '' && ticks !== '') fence = ticks;
    else if (fence !== '' && ticks.startsWith(fence)) fence = '';
    else if (fence === '') {
      const [, signs = '', written] = /^ {0,3}(#{1,6}) +(\S.*)$/u.exec(line) ?? [];
      const words = written === undefined ? underlined(before, line) : withoutClosing(written);
      const label = /^\(([^()\s]+)\)=\s*$/u.exec(line)?.[1];
      if (label !== undefined) names.push(label);
      if (words !== undefined) {
        const { bare, own } = withoutBraces(words);
        const level = signs.length || (line.includes('=') ? 1 : 2);
        yield { level, words: bare, names: own === undefined ? names : [...names, own] };
      }
      if (label === undefined && line.trim() !== '') names = [];
    }
    before = fence === '' && ticks === '' ? line : '';
  }
}

/** A heading without the signs that may end it. */
function withoutClosing(words: string): string {
  const parts = words.trimEnd().split(' ');
  if (parts.length > 1 && /^#+$/u.test(parts.at(-1) ?? '')) parts.pop();
  return parts.join(' ').trim();
}

/** A line of words above one of `=` or `-`. */
function underlined(before: string, line: string): string | undefined {
  return /^ {0,3}(?:=+|-+) *$/u.test(line) && /^ {0,3}[^\s>#]/u.test(before) ? before.trim() : undefined;
}

/** The words of a heading, and the name that braces at their end give it. */
function withoutBraces(words: string): { readonly bare: string; readonly own?: string } {
  const open = words.endsWith('}') ? words.lastIndexOf('{#') : -1;
  const own = open < 0 ? undefined : /^[^\s{}]+/u.exec(words.slice(open + 2))?.[0];
  return own === undefined ? { bare: words } : { bare: words.slice(0, open).trimEnd(), own };
}
