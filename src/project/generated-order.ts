import { join } from 'node:path';
import { readRegularText } from '../files/regular-file.ts';
import { readMatter } from '../posts/front-matter/read-matter.ts';
import { readData, type SiteData } from '../sites/read-data.ts';
import type { FoundFile } from './find-files.ts';
import type { ListedPost } from './listed-post.ts';

/** A page, or a folder of pages, in the place that Docusaurus gives it. */
interface Item {
  readonly position: number;
  readonly posts: readonly ListedPost[];
}

/** A number before a name, which says its place and is no part of it. */
const numberBefore = /^(\d+)\s*[-_.]\s*(?=\S)/u;

/**
 * The pages below a folder (`.` for all) in the order in which Docusaurus makes a sidebar of it: in each folder by `sidebar_position`
 * of front matter, `position` of `_category_.json` or `.yml`, or the number before the name, then by name. The outermost folder is a
 * part by its label, where none is given, and its `index`, `README` or page of its own name begins it. `pages` are all of the docs,
 * sorted by path.
 */
export async function generatedOrder(
  below: string,
  { pages, part }: { readonly pages: readonly FoundFile[]; readonly part: string | undefined },
): Promise<readonly ListedPost[]> {
  const from = below.split('/').filter((name) => name !== '' && name !== '.');
  const inside = pages
    .map((page) => ({ page, names: page.path.split('/') }))
    .filter(({ names }) => from.every((name, index) => names[index] === name))
    .map(({ page, names }) => ({ page, names: names.slice(from.length) }));
  return itemsOf(inside, part);
}

interface PagePath {
  readonly page: FoundFile;
  /** The parts of its path that are left. */
  readonly names: readonly string[];
}

async function itemsOf(pages: readonly PagePath[], part: string | undefined): Promise<readonly ListedPost[]> {
  const byName = new Map<string, PagePath[]>();
  for (const page of pages) {
    const [name = ''] = page.names;
    const known = byName.get(name);
    if (known) known.push(page);
    else byName.set(name, [page]);
  }
  const items: Item[] = [];
  for (const [name, inner] of byName) {
    const [{ page, names } = { page: undefined, names: [] }] = inner;
    if (page && names.length === 1) items.push(await pageItem(page, name, part));
    else items.push(await folderItem(name, inner.map(oneDeeper), part));
  }
  // Sorting keeps the order of what has the same position, and of what has none.
  return items.toSorted((a, b) => compare(a.position, b.position)).flatMap(({ posts }) => posts);
}

function oneDeeper({ page, names }: PagePath): PagePath {
  return { page, names: names.slice(1) };
}

/** Places that are not known stand last; two of them have no difference. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

async function pageItem(page: FoundFile, name: string, part: string | undefined): Promise<Item> {
  const position = numberOf((await matterOf(page))['sidebar_position']) ?? numberBeforeName(name);
  return { position, posts: [{ path: page.absolutePath, ...(part !== undefined && { part }) }] };
}

async function folderItem(
  name: string,
  pages: readonly PagePath[],
  above: string | undefined,
): Promise<Item> {
  const category = await categoryOf(pages);
  const bare = name.replace(numberBefore, '');
  const label = category?.['label'];
  const part = above ?? (typeof label === 'string' && label.trim() !== '' ? label.trim() : bare);
  const own = pages.find(({ names: [first = '', ...rest] }) => rest.length === 0 && isOwn(first, bare));
  const position =
    numberOf(category?.['position']) ??
    (own && numberOf((await matterOf(own.page))['sidebar_position'])) ??
    numberBeforeName(name);
  const others = await itemsOf(
    pages.filter((page) => page !== own),
    part,
  );
  return { position, posts: own ? [{ path: own.page.absolutePath, part }, ...others] : others };
}

/** Whether a file is the page of its folder. */
function isOwn(file: string, folder: string): boolean {
  const name = file.replace(/\.[a-z]+$/iu, '').replace(numberBefore, '');
  return /^(?:index|readme)$/iu.test(name) || name.toLowerCase() === folder.toLowerCase();
}

/** What the file of a category says, which lies in the folder of these pages. */
async function categoryOf(pages: readonly PagePath[]): Promise<SiteData | undefined> {
  const [first] = pages;
  if (!first) return undefined;
  const folder = join(first.page.absolutePath, '../'.repeat(first.names.length));
  for (const ending of ['json', 'yml', 'yaml']) {
    const data = await readData(join(folder, `_category_.${ending}`));
    if (data) return data;
  }
  return undefined;
}

async function matterOf({ absolutePath }: FoundFile): Promise<SiteData> {
  return readMatter(await readRegularText(absolutePath).catch(() => ''))?.values ?? {};
}

function numberOf(value: unknown): number | undefined {
  const number =
    typeof value === 'number' ? value : typeof value === 'string' ? Number.parseFloat(value) : NaN;
  return Number.isNaN(number) ? undefined : number;
}

function numberBeforeName(name: string): number {
  return numberOf(numberBefore.exec(name)?.[1]) ?? Infinity;
}
