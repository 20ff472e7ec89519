import type { Comment, Element, Nodes, Root } from 'hast';
import { attribute, elementsOf, oneLine, textOf } from './tree.ts';
import { readLinkedData } from './json-ld.ts';
import { webAddress } from './links.ts';
import { readSaveComment, type SaveComment } from './save-comment.ts';

/** What a page declares of itself without showing it. */
export interface PageMetadata {
  /** The first `title` of the head, with its text as it stands. */
  readonly title: { readonly element: Element; readonly text: string } | undefined;
  readonly ogTitle: string | undefined;
  readonly creator: string | undefined;
  /** Dates as written, with what declares them; the most trusted first. */
  readonly released: readonly { readonly name: string; readonly value: string }[];
  readonly updated: readonly { readonly name: string; readonly value: string }[];
  readonly agency: string | undefined;
  /** Absolute addresses with what declares them; the most trusted first. */
  readonly urls: readonly { readonly name: string; readonly value: string }[];
  readonly base: string | undefined;
  readonly saved: SaveComment | undefined;
}

/** Reads `meta`, `link`, `base`, `title`, JSON-LD and the comments of programs that save pages. */
export function readMetadata(tree: Root): PageMetadata {
  const elements = elementsOf(tree);
  const metas = elements.filter(({ tagName }) => tagName === 'meta');
  const value = (...names: readonly string[]): string | undefined =>
    names.flatMap((name) => metas.filter((meta) => nameOf(meta) === name).map(contentOf)).find(isFilled);
  const declared = (names: readonly string[]): { name: string; value: string }[] =>
    names.flatMap((name) => {
      const found = value(name);
      return found === undefined ? [] : [{ name: `meta ${name}`, value: found }];
    });
  const title = elements.find(({ tagName, children }) => tagName === 'title' && children.length > 0);
  const canonical = elements
    .filter(
      ({ tagName, properties }) => tagName === 'link' && String(properties['rel'] ?? '') === 'canonical',
    )
    .map((link) => webAddress(attribute(link, 'href')))
    .find(isFilled);
  const linked = readLinkedData(elements);
  const inLinked = (name: 'datePublished' | 'dateModified'): { name: string; value: string }[] => {
    const said = linked[name];
    return said === undefined ? [] : [{ name: `JSON-LD ${name}`, value: oneLine(said) }];
  };
  const published = [...declared(releasedNames), ...inLinked('datePublished')];
  const ogUrl = webAddress(value('og:url'));
  const base = elements.find(
    ({ tagName, properties }) => tagName === 'base' && properties['href'] !== undefined,
  );
  return {
    title: title && { element: title, text: textOf(title) },
    ogTitle: value('og:title'),
    creator: value('dc.creator', 'dcterms.creator', 'author') ?? linked.author,
    // When it was made is not when it was released: asked only where nothing says that.
    released: published.length > 0 ? published : declared(createdNames).slice(0, 1),
    updated: [...declared(updatedNames), ...inLinked('dateModified')],
    agency: value('og:site_name', 'dc.publisher', 'dcterms.publisher'),
    urls: [
      ...(canonical === undefined ? [] : [{ name: 'link rel=canonical', value: canonical }]),
      ...(ogUrl === undefined ? [] : [{ name: 'meta og:url', value: ogUrl }]),
    ],
    base: base && webAddress(attribute(base, 'href')),
    saved: commentsOf(tree)
      .map(readSaveComment)
      .find((found) => found !== undefined),
  };
}

const releasedNames = [
  'pubdate',
  'article:published_time',
  'datepublished',
  'dcterms.issued',
  'dc.date.issued',
  'dcterms.available',
  'dcterms.date',
  'dc.date',
];
const createdNames = ['dcterms.created', 'dc.date.created', 'datecreated'];
const updatedNames = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
];

function isFilled(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}

function nameOf(meta: Element): string {
  const name = ['property', 'name', 'itemProp', 'httpEquiv']
    .map((key) => attribute(meta, key))
    .find(isFilled);
  return (name ?? '').trim().toLowerCase();
}

function contentOf(meta: Element): string {
  return oneLine(attribute(meta, 'content') ?? '');
}

function commentsOf(node: Nodes): readonly Comment[] {
  if (node.type === 'comment') return [node];
  return 'children' in node ? node.children.flatMap(commentsOf) : [];
}
