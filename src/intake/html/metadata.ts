import type { Comment, Element, Nodes, Root } from 'hast';
import { attribute, elementsOf, oneLine, textOf } from './tree.ts';
import { webAddress } from './links.ts';

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

/** What a program that saved the page says of it in a comment. */
export interface SaveComment {
  /** As written; of HTTrack without a scheme. */
  readonly address: string;
  readonly on: string | undefined;
}

/** Reads `meta`, `link`, `base`, `title` and the comments of HTTrack and SingleFile. */
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
  const ogUrl = webAddress(value('og:url'));
  const base = elements.find(
    ({ tagName, properties }) => tagName === 'base' && properties['href'] !== undefined,
  );
  return {
    title: title && { element: title, text: textOf(title) },
    ogTitle: value('og:title'),
    creator: value('dc.creator', 'dcterms.creator', 'author'),
    released: declared(releasedNames),
    updated: declared(updatedNames),
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
  'dcterms.date',
  'dc.date',
];
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

function readSaveComment({ value }: Comment): SaveComment | undefined {
  const track = /^\s*Mirrored from (\S+) by HTTrack Website Copier\/[^,]*(?:,[^,]*\])?,?/u.exec(value);
  if (track?.[1] !== undefined) {
    const on = value.slice(track[0].length).trim();
    return /[\r\n\u2028\u2029]/u.test(on) ? undefined : { address: track[1], on: on === '' ? undefined : on };
  }
  if (!/^\s*Page saved with SingleFile/u.test(value)) return undefined;
  const address = /^[^\S\r\n\u2028\u2029]*url:\s*(\S+)/mu.exec(value)?.[1];
  const on = /^[^\S\r\n\u2028\u2029]*saved date:\s*(\S.*)$/mu.exec(value)?.[1]?.trimEnd();
  return address === undefined ? undefined : { address, on };
}

/** The day of a date as its own zone has it: RFC 822 (`Mon, 04 Apr 2022 15:44:49 +0000`) or ISO 8601. */
export function readZonedDate(value: string): string | undefined {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ]|$)/u.exec(value.trim());
  if (iso?.[1] !== undefined) return iso[1];
  const mail = /^(?:[A-Za-z]{3},\s*)?(\d{1,2})\s+([A-Za-z]{3})\s+(\d{4})(?:\s|$)/u.exec(value.trim());
  const month = 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf((mail?.[2] ?? '-').toLowerCase());
  if (mail === null || month < 0 || month % 3 !== 0) return undefined;
  return `${mail[3]}-${String(month / 3 + 1).padStart(2, '0')}-${(mail[1] ?? '').padStart(2, '0')}`;
}
