import { basename, join, posix } from 'node:path';
import { percentDecoded } from '../characters/percent-decoded.ts';
import { pathInside } from '../files/inside.ts';
import { glanceAtFolder } from '../files/list-folder.ts';
import { readMatter } from '../posts/front-matter/read-matter.ts';
import { isNoContent, pagesIn } from './pages-in.ts';

/** What lies in the folder of a site, as far as links can lead there. */
export interface SiteFiles {
  /** Whether an address that a post has leads to a page or a file of the folder. `post` is the absolute path of its file. */
  readonly holds: (post: string, address: string) => boolean;
  /** Whether it is a site all of whose files are known, and none has this name or path, whatever its ending. */
  readonly lacks: (name: string) => boolean;
}

/** How the generator of a site finds pages. */
export interface SiteKind {
  readonly anywhere: boolean;
  readonly isSite: boolean;
  readonly hasSections?: boolean;
}

/** Beyond so many names a folder is no site, and what it holds is not known. */
const mostNames = 50_000;

/** Of the files of posts in other languages than Markdown, and of none, since those of Markdown have no part in keys. */
const otherEndings = ['', '.mkd', '.mkdn', '.mkdown', '.textile', '.adoc', '.asciidoc', '.org', '.rst'];

/**
 * The files of a site's folder (absolute), listed when they are first asked for. `anywhere`: also what lies deeper answers to an
 * address that is the end of its path, as the generator finds pages by their names. `isSite`: the folder is all of a site, and what
 * it does not have is nowhere. `hasSections`: the folders of its content are pages without files of their own, as those of Hugo.
 */
export function siteFiles(folder: string, { anywhere, isSite, hasSections }: SiteKind): SiteFiles {
  let listed: Listed | undefined;
  let named: ReadonlySet<string> | undefined;
  return {
    lacks: (name) => {
      if (!isSite) return false;
      listed ??= listFiles(folder, hasSections);
      const { ends } = listed;
      const key = keyOf(name);
      return ends.size > 0 && !otherEndings.some((ending) => ends.has(`${key}${ending}`));
    },
    holds: (post, address) => {
      const own = pathInside(folder, post);
      const written = /^[^?#]*/u.exec(address)?.[0].trim() ?? '';
      if (own === undefined || written === '') return false;
      listed ??= listFiles(folder, hasSections);
      const keys = keysOf(percentDecoded(written), { folder, own });
      const { whole, ends } = listed;
      if (keys.some((key) => whole.has(key)) || (anywhere && ends.has(keyOf(percentDecoded(written)))))
        return true;
      // Hugo makes addresses of links by a template of the site, where it has one: a bare name, as that of a term, is then its word.
      if (anywhere && ends.has('_markup/render-link') && /^[\w-]+$/u.test(written)) return true;
      // Their front matter is read where their names do not tell.
      named ??= namesOfPages(folder);
      return keys.some((key) => named?.has(key) === true);
    },
  };
}

/** What pages call themselves, where it is not the name of their file: `id` and `slug` of Docusaurus beside their file, addresses from the root. */
function namesOfPages(folder: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { path, text } of pagesIn(folder)) {
    const { id, slug, permalink, url } = readMatter(text)?.values ?? {};
    for (const name of [id, slug, permalink, url])
      if (typeof name === 'string' && name !== '')
        names.add(keyOf(name.startsWith('/') ? name : posix.join(posix.dirname(path), name)));
  }
  return names;
}

interface Listed {
  /** The paths of all files from the folder. */
  readonly whole: ReadonlySet<string>;
  /** All their ends: `a/b/c`, `b/c` and `c`. */
  readonly ends: ReadonlySet<string>;
}

/** What lies directly in the folder of the content, or in that of one of its languages. */
const section = /^((?:.{0,200}\/)?content\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?([^/]{1,200}))\//u;

function listFiles(folder: string, hasSections = false): Listed {
  const whole = new Set<string>();
  const ends = new Set<string>();
  const within = basename(folder) === 'content' ? 'content/' : '';
  const rest = [''];
  let count = 0;
  for (let here = rest.pop(); here !== undefined; here = rest.pop()) {
    for (const entry of glanceAtFolder(join(folder, here))) {
      count += 1;
      if (count > mostNames) return { whole: new Set(), ends: new Set() };
      if (isNoContent(entry.name)) continue;
      const path = posix.join(here, entry.name);
      if (entry.kind === 'folder') rest.push(path);
      else if (entry.kind === 'file') {
        const key = keyOf(path);
        whole.add(key);
        const [, sectionPath, name] = (hasSections && section.exec(`${within}${key}`)) || [];
        if (sectionPath !== undefined) whole.add(sectionPath);
        if (name !== undefined) ends.add(name);
        for (let at = 0; at >= 0; at = key.indexOf('/', at + 1)) ends.add(key.slice(at === 0 ? 0 : at + 1));
      }
    }
  }
  return { whole, ends };
}

/**
 * Where a relative address leads: seen from the file that it stands in, and from the address of that file's page. One that leads out
 * of the folder may lead back into it by its name.
 */
function keysOf(
  address: string,
  { folder, own }: { readonly folder: string; readonly own: string },
): readonly string[] {
  if (address.startsWith('/')) return [keyOf(address)];
  const beside = posix.dirname(own);
  const page = /^_?index\.[^.]+$/iu.test(posix.basename(own)) ? beside : own.replace(/\.[^./]+$/u, '');
  return [beside, page].map((from) =>
    keyOf(pathInside(folder, join(folder, from, address)) ?? posix.join(from, address)),
  );
}

/**
 * The form in which paths and addresses are compared: a page is what its file is, with its ending or without, also where that is a notebook
 * or in another language; that of a folder is its index, or its README where it has none (mdBook, MkDocs, Docusaurus).
 */
function keyOf(path: string): string {
  return path
    .replace(/(?<!\/)\/+$/u, '')
    .replace(/\.(?:html?|ipynb|markdown|mdx?|mkd|njk|qmd|rmd|rst)$/iu, '')
    .replace(/(?<=^|\/)(?:_?index|readme)$/iu, '')
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/')
    .normalize('NFC')
    .toLowerCase();
}
