import { unzipSync } from 'fflate';
import type { Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';

import { InternalError } from '../diagnostics/errors.ts';
import {
  findNav,
  readNavigation,
  readNavigationLists,
  type NavigationEntry,
  type NavigationList,
} from './read-navigation.ts';
import { xhtmlText } from './xhtml-text.ts';
import { attributeOf, descendants, textContent } from './xml-tree.ts';

/** What an EPUB says to someone who reads its spine from beginning to end. */
export interface EpubReadback {
  /** The first `dc:title` of the package document. */
  readonly title: string | undefined;
  /** The first `dc:language`. */
  readonly lang: string | undefined;
  /**
   * The words of the content documents in spine order, without what is generated (`xhtmlText`) and without the nav; behind
   * them those of all endnotes.
   */
  readonly text: string;
  /** The entries of the container by path, in file order. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The content documents in spine order, parsed. */
  readonly documents: readonly ContentDocument[];
  /** The entries of the page-list in order; empty where there is none. */
  readonly pages: readonly EpubPage[];
  /** The entries of the nav's table of contents. */
  readonly entries: readonly NavigationEntry[];
  /** The nav's lists of figures and of tables. */
  readonly lists: readonly NavigationList[];
  /** The nav's table of contents as indented lines, for golden files. */
  readonly contents: string;
  /**
   * Missing files, broken links inside the publication, ids used twice, pages without a marker and markers without a page;
   * empty in a good file.
   */
  readonly problems: readonly string[];
}

/** A content document by its path in the container. */
export interface ContentDocument {
  readonly path: string;
  readonly tree: Root;
}

/** Where a page of the print edition begins. */
export interface EpubPage {
  readonly label: string;
  /** Path and id, for instance `OEBPS/post.xhtml#page-1`. */
  readonly target: string;
  /** How many characters of `EpubReadback.text` stand before its marker; absent where the entry leads to no marker. */
  readonly at?: number;
}

interface ManifestItem {
  readonly path: string;
  readonly properties: string;
}

const sizeLimit = 1024 ** 3;

/** Reads text and metadata of a finished EPUB 3 file. Throws an `InternalError` for a file that it cannot read. */
export async function readEpub(bytes: Uint8Array): Promise<EpubReadback> {
  const files = unzip(bytes);
  const packagePath = findPackage(files);
  const packageTree = parse(files, packagePath);
  const manifest = readManifest(packageTree, packagePath);
  const missing = [...manifest.values()].flatMap(({ path }) =>
    files.has(path) ? [] : [`${path} is missing`],
  );
  const spine = descendants(packageTree, 'itemref').map((item) =>
    manifest.get(attributeOf(item, 'idref') ?? ''),
  );
  const documents = spine.flatMap((item) => {
    if (!item || isNav(item) || !files.has(item.path)) return [];
    return [{ path: item.path, tree: parse(files, item.path) }];
  });
  const nav = [...manifest.values()].find(isNav);
  const navDocument = nav && files.has(nav.path) ? [{ path: nav.path, tree: parse(files, nav.path) }] : [];
  const words = joinTexts(documents);
  const pages = navDocument.flatMap((document) => readPages(document, words.pageBreaks));
  const entries = navDocument.flatMap(({ tree }) => {
    const toc = findNav(tree, 'toc');
    return toc ? readNavigation(toc) : [];
  });
  return {
    title: firstText(packageTree, 'dc:title'),
    lang: firstText(packageTree, 'dc:language'),
    text: words.text,
    files,
    documents,
    pages,
    entries,
    lists: navDocument.flatMap(({ tree }) => readNavigationLists(tree)),
    contents: entries.map(printEntry).join(''),
    problems: [
      ...(spine.includes(undefined) ? ['the spine names an item that the manifest has not'] : []),
      ...missing,
      ...findLinkProblems([...documents, ...navDocument], files),
      ...findPageProblems(pages, words.pageBreaks),
    ],
  };
}

function fail(message: string, cause?: unknown): InternalError {
  return new InternalError(`cannot read the EPUB: ${message}`, { stage: 'readback', cause });
}

function unzip(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  let total = 0;
  try {
    const entries = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        if (total > sizeLimit) throw fail('it is larger than 1 GiB');
        return true;
      },
    });
    return new Map(Object.entries(entries));
  } catch (error) {
    throw error instanceof InternalError ? error : fail('it is not a ZIP file', error);
  }
}

function parse(files: ReadonlyMap<string, Uint8Array>, path: string): Root {
  const bytes = files.get(path);
  if (!bytes) throw fail(`${path} is missing`);
  try {
    return fromXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw fail(`${path} is not well-formed XML`, error);
  }
}

function findPackage(files: ReadonlyMap<string, Uint8Array>): string {
  const [rootfile] = descendants(parse(files, 'META-INF/container.xml'), 'rootfile');
  const path = rootfile && attributeOf(rootfile, 'full-path');
  if (path === undefined) throw fail('the container names no package document');
  return path;
}

function readManifest(packageTree: Root, packagePath: string): ReadonlyMap<string, ManifestItem> {
  return new Map(
    descendants(packageTree, 'item').map((item) => [
      attributeOf(item, 'id') ?? '',
      {
        path: resolvePath(packagePath, attributeOf(item, 'href') ?? ''),
        properties: attributeOf(item, 'properties') ?? '',
      },
    ]),
  );
}

function isNav(item: ManifestItem): boolean {
  return item.properties.split(' ').includes('nav');
}

/** The path inside the container that an address in the file at `from` leads to. */
function resolvePath(from: string, address: string): string {
  const base = new URL(from, 'epub:///');
  return decodeURIComponent(new URL(address, base).pathname).replace(/^\/+/u, '');
}

function firstText(tree: Root, name: string): string | undefined {
  const [element] = descendants(tree, name);
  return element && textContent(element).trim();
}

interface JoinedText {
  readonly text: string;
  /** By path and id, `a/b.xhtml#page-1`. */
  readonly pageBreaks: ReadonlyMap<string, number>;
}

function joinTexts(documents: readonly ContentDocument[]): JoinedText {
  const pageBreaks = new Map<string, number>();
  let text = '';
  let notes = '';
  for (const { path, tree } of documents) {
    const own = xhtmlText(tree);
    for (const [id, at] of own.pageBreaks) pageBreaks.set(`${path}#${id}`, text.length + at);
    text += own.text;
    notes += own.notes;
  }
  return { text: text + notes, pageBreaks };
}

function readPages(nav: ContentDocument, pageBreaks: JoinedText['pageBreaks']): readonly EpubPage[] {
  const list = findNav(nav.tree, 'page-list');
  return (list ? descendants(list, 'a') : []).map((link) => {
    const href = attributeOf(link, 'href') ?? '';
    const target = `${resolvePath(nav.path, href)}#${decodeURIComponent(href.split('#')[1] ?? '')}`;
    const at = pageBreaks.get(target);
    return { label: textContent(link), target, ...(at !== undefined && { at }) };
  });
}

function findPageProblems(
  pages: readonly EpubPage[],
  pageBreaks: JoinedText['pageBreaks'],
): readonly string[] {
  const listed = new Set(pages.map(({ target }) => target));
  return [
    ...pages.flatMap(({ label, at }) => (at === undefined ? [`page ${label} leads to no marker`] : [])),
    ...[...pageBreaks.keys()].flatMap((marker) =>
      listed.has(marker) ? [] : [`${marker} is a marker that the page-list has not`],
    ),
  ];
}

function printEntry({ depth, label, href = '-' }: NavigationEntry): string {
  return `${'  '.repeat(depth - 1)}${label} → ${href}\n`;
}

function findLinkProblems(
  documents: readonly ContentDocument[],
  files: ReadonlyMap<string, Uint8Array>,
): readonly string[] {
  const problems: string[] = [];
  const ids = new Map<string, Set<string>>();
  for (const { path, tree } of documents) {
    const own = new Set<string>();
    for (const element of descendants(tree)) {
      const id = attributeOf(element, 'id');
      if (id !== undefined && own.has(id)) problems.push(`${path}: the id ${id} is used twice`);
      if (id !== undefined) own.add(id);
    }
    ids.set(path, own);
  }
  for (const { path, tree } of documents) {
    for (const element of descendants(tree)) {
      const address = attributeOf(element, 'href') ?? attributeOf(element, 'src');
      if (address === undefined || /^[a-z][a-z0-9+.-]*:/iu.test(address)) continue;
      const target = resolvePath(path, address);
      const fragment = decodeURIComponent(address.split('#')[1] ?? '');
      const known = fragment === '' || (ids.get(target)?.has(fragment) ?? false);
      if (!files.has(target) || !known) problems.push(`${path}: ${address} leads nowhere`);
    }
  }
  return problems;
}
