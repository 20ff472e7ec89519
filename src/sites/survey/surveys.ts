import { join, posix } from 'node:path';
import { readRegularText } from '../../files/regular-file.ts';
import { listNames } from '../../files/list-names.ts';
import { asList, asText } from '../contents/contents-list.ts';
import { isContentsList, readContents } from '../contents/read-contents.ts';
import { readLiteral } from '../contents/read-literal.ts';
import { configPath, type Site } from '../find-site.ts';
import type { Generator } from '../generator.ts';
import { asMap, readData, type SiteData } from '../read-data.ts';
import { readHugo } from '../read-hugo.ts';
import { sphinxWords } from '../sphinx-config.ts';
import { namesIn } from './names-in.ts';
import { docsFolder } from '../docs-folder.ts';
import { hugoFacts } from './hugo-facts.ts';
import { hexoPermalink, jekyllPermalink } from './permalinks.ts';
import type { ChapterSource, SiteFacts, SurveyedFacts } from './site-facts.ts';

/** What the configuration of a generator says; `undefined` where it cannot be read without running it. */
type Survey = (site: Site, names: ReadonlySet<string>) => Promise<SurveyedFacts | undefined>;

/** How the configuration of each generator is read. */
export const surveys: Readonly<Record<Generator, Survey>> = {
  jekyll: async (site) => {
    const data = site.config === '_posts' ? {} : await readData(configPath(site));
    if (!data) return undefined;
    return {
      title: asText(data['title']),
      lang: asText(data['lang']) ?? asText(data['locale']),
      creators: namesIn(data['author']),
      base: joined(asText(data['url']), asText(data['baseurl'])),
      permalink: jekyllPermalink(asText(data['permalink'])),
    };
  },
  hexo: async (site) => {
    const data = await readData(configPath(site));
    if (!data) return undefined;
    const [lang] = asList(data['language']);
    return {
      title: asText(data['title']),
      lang: asText(lang),
      creators: namesIn(data['author']),
      base: joined(asText(data['url']), asText(data['root'])),
      permalink: hexoPermalink(asText(data['permalink'])),
      posts: [asText(data['source_dir']) ?? 'source'],
    };
  },
  hugo: async (site, names) => {
    const posts = names.has('content') ? ['content'] : undefined;
    if (site.config === 'content') return { posts };
    const data = await readHugo(site);
    if (!data) return undefined;
    const facts = hugoFacts(data);
    return { posts, ...facts, base: withoutStroke(facts.base) };
  },
  // Its configuration is a program, of which no more is taken than where its pages lie.
  eleventy: async (site, names) => {
    const text = await readRegularText(configPath(site)).catch(() => '');
    const folder = /\binput: {0,4}(['"])(?:\.\/)?([\w-]{1,100})\/?\1/u.exec(text)?.[2];
    return { isUnread: true, ...(folder !== undefined && names.has(folder) && { posts: [folder] }) };
  },
  myst: async (site, names) => {
    const data = await readData(configPath(site));
    if (!data) return undefined;
    const project = asMap(data['project']) ?? data;
    const [domain] = asList(asMap(data['site'])?.['domains']);
    return {
      title: asText(project['title']) ?? asText(asMap(data['site'])?.['title']),
      lang: asText(project['language']),
      creators: namesIn(project['authors'] ?? project['author']),
      base: typeof domain === 'string' ? `https://${domain}` : undefined,
      chapters: await listIn(site, [site.config, ...(names.has('_toc.yml') ? ['_toc.yml'] : [])]),
    };
  },
  // Its configuration is a program, of which words are taken that stand in it plainly.
  sphinx: async (site) => {
    const said = await sphinxWords(configPath(site));
    return {
      title: said.get('html_title') ?? said.get('project'),
      // Sphinx writes its pages in English where it is told no other language.
      lang: said.get('language') ?? 'en',
      creators: namesIn(said.get('author')),
      base: withoutStroke(said.get('html_baseurl')),
    };
  },
  mdbook: async (site) => {
    if (site.config.endsWith('SUMMARY.md')) return mdbookFacts(site, site.config, {});
    const book = await readData(configPath(site));
    const source = asText(asMap(book?.['book'])?.['src']) ?? 'src';
    // mdBook declares its pages as English where the book says no language.
    return book && mdbookFacts(site, `${source}/SUMMARY.md`, { language: 'en', ...asMap(book['book']) });
  },
  quarto: async (site) => {
    const data = await readData(configPath(site));
    if (!data) return undefined;
    const book = asMap(data['book']);
    const website = asMap(data['website']);
    return {
      title: asText(book?.['title']) ?? asText(website?.['title']) ?? asText(data['title']),
      // Quarto declares its pages as English where nothing is said of languages.
      lang: asText(data['lang']) ?? 'en',
      creators: namesIn(book?.['author']),
      base: withoutStroke(asText(website?.['site-url']) ?? asText(book?.['site-url'])),
      chapters: await listIn(site, [site.config]),
    };
  },
  docusaurus: async (site, names) => {
    const text = await readRegularText(configPath(site)).catch(() => '');
    const own = ['docs', 'blog'].filter((name) => names.has(name));
    // A repository may keep its documents beside the folder of the site.
    const [, beside] = own.length > 0 ? [] : (/\bpath:\s*(?:'|")(\.\.\/[\w./-]+)(?:'|")/u.exec(text) ?? []);
    const posts = beside === undefined ? own : [beside];
    const sidebars = [...names].filter((name) => name.startsWith('sidebars.'));
    const data = asMap(readLiteral(text));
    const said = data ?? wordsIn(text);
    // Docusaurus declares its pages as English where nothing is said of languages.
    const locale = data ? (asText(asMap(data['i18n'])?.['defaultLocale']) ?? 'en') : localeIn(text);
    return {
      ...(posts.length > 0 && { posts }),
      chapters: beside === undefined ? await listIn(site, sidebars) : undefined,
      title: asText(said['title']),
      lang: locale,
      base: joined(asText(said['url']), asText(said['baseUrl'])),
    };
  },
  mkdocs: async (site) => {
    const data = await readData(configPath(site));
    if (!data) return undefined;
    return {
      title: asText(data['site_name']),
      lang: asText(asMap(data['theme'])?.['language']),
      creators: namesIn(data['site_author']),
      base: withoutStroke(asText(data['site_url'])),
      posts: [docsFolder(data)],
      chapters: await listIn(site, [site.config]),
    };
  },
  carpentries: async (site, names) => {
    const data = await readData(configPath(site));
    if (!data) return undefined;
    return {
      title: asText(data['title']),
      lang: asText(data['lang']),
      base: withoutStroke(asText(data['url'])),
      chapters: await lessonParts(site, names, data),
    };
  },
};

/** What a program says as plain text in the outermost of its maps; nothing of it is run. */
function wordsIn(text: string): SiteData {
  const lines = text.matchAll(/^(?: {2}|\t)(title|url|baseUrl): {0,4}(['"])([^'"\\\n]{1,200})\2/gmu);
  return Object.fromEntries([...lines].map(([, key = '', , value]) => [key, value]));
}

function localeIn(text: string): string | undefined {
  if (!/\bi18n\b/u.test(text)) return 'en';
  return /\bdefaultLocale: {0,4}(['"])([\w-]{1,40})\1/u.exec(text)?.[2];
}

async function mdbookFacts(site: Site, list: string, book: SiteData): Promise<SiteFacts> {
  return {
    title: asText(book['title']),
    lang: asText(book['language']),
    creators: namesIn(book['authors']),
    posts: [posix.dirname(list)],
    chapters: await listIn(site, [list]),
  };
}

/** The first of these lists of contents that names a page. */
async function listIn(site: Site, names: readonly string[]): Promise<readonly ChapterSource[] | undefined> {
  for (const name of names) {
    if (!isContentsList(name)) continue;
    const list = await readContents(join(site.folder, name)).catch(() => undefined);
    if (list && list.pages.length > 0) return [name];
  }
  return undefined;
}

/** The parts of a lesson of the Carpentries, each in the order that the configuration gives it. */
async function lessonParts(
  { folder }: Site,
  names: ReadonlySet<string>,
  data: SiteData,
): Promise<readonly ChapterSource[]> {
  const chapters: ChapterSource[] = ['index.md'].filter((name) => names.has(name));
  for (const part of ['episodes', 'learners', 'instructors', 'profiles']) {
    const there = ((await listNames(join(folder, part))) ?? []).filter((name) => name.endsWith('.md'));
    const listed = asList(data[part]).flatMap((name) => asText(name) ?? []);
    const posts = listed.length > 0 ? listed.filter((name) => there.includes(name)) : there;
    const title = `${part.slice(0, 1).toUpperCase()}${part.slice(1)}`;
    if (posts.length > 0) chapters.push({ part: title, posts: posts.map((name) => `${part}/${name}`) });
  }
  return chapters;
}

function joined(url: string | undefined, path: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const below = (path ?? '').split('/').filter((part) => part !== '');
  return [withoutStroke(url), ...below].join('/');
}

function withoutStroke(url: string | undefined): string | undefined {
  let end = url?.length ?? 0;
  while (end > 0 && url?.[end - 1] === '/') end -= 1;
  return url?.slice(0, end);
}
