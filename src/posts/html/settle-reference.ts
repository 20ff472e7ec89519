import { posix } from 'node:path';
import { slug } from 'github-slugger';
import type { Element } from 'hast';
import { percentDecoded } from '../../characters/percent-decoded.ts';
import type { PageHeading } from '../context/page-titles.ts';
import { placeOf } from '../context/place-of.ts';
import { type PostContext, report } from '../context/post-context.ts';
import { nearPath } from '../generators/include-files.ts';
import { isMarkdownFile } from '../generators/site-path.ts';
import { registerAddress } from '../generators/register-address.ts';
import { mystFragment, textContent } from './anchors.ts';
import { charactersOf } from '../source/characters-of.ts';
import { inlineMarkdown } from './inline-markdown.ts';
import { factOf, markerFacts } from './markers.ts';
import { wordsOf } from './words-of-place.ts';

/** The places of a post by their names. */
export interface NamedPlaces {
  /** By what references call them: MyST targets, `name` and `label` of directives. */
  readonly labels: Map<string, Element>;
  /** By their fragments: ids, and what a site makes of the words of headings. */
  readonly fragments: Map<string, Element>;
}

/** Leads a link to the place that it names, and gives it the words of that place where it has none of its own. Edits the link. */
export function settleReference(link: Element, places: NamedPlaces, context: PostContext): void {
  const { href: written } = link.properties;
  if (typeof written !== 'string') return;
  const href = onThisPage(written, context);
  const found = findPlace(href, places);
  // MyST also writes `[words](label)`.
  if (found?.name !== undefined) link.properties['href'] = `#${found.name}`;
  const isRole = factOf(context, link, 'reference') !== undefined;
  const isMyst = context.dialect === 'myst';
  if (found === undefined) {
    if (isMyst) link.properties['href'] = onOtherPage(href, context);
    if (link.children.length === 0 || isRole || isMyst)
      leaveOpen(link, String(link.properties['href']), context);
    return;
  }
  const label = found.name ?? percentDecoded(href.slice(1));
  const words = (): string => wordsOf(found.element, context) || label;
  if (isRole || link.children.length === 0) setWords(link, words());
  else if (found.name !== undefined || isMyst) fillWords(link, words, context);
}

/** The fragment alone where an address names the file of the post itself. */
function onThisPage(href: string, { dialect, options: { path } }: PostContext): string {
  const at = dialect === 'myst' ? href.indexOf('#') : -1;
  const file = percentDecoded(href.slice(0, Math.max(0, at)));
  return at > 0 && isMarkdownFile(file) && nearPath(file, path)[0] === path ? href.slice(at) : href;
}

/** The address with the page that has the place in MyST, where another page of the folder has it and no book says where it is. */
function onOtherPage(href: string, context: PostContext): string {
  const { memberOf, nearby, path } = context.options;
  const label = percentDecoded(href.replace(/^#/u, '')).replace(/\s+/gu, '-');
  const page = memberOf === undefined && !/[?#]/u.test(label) ? nearby?.pageOf?.(label) : undefined;
  const file = page === undefined ? '' : posix.relative(posix.dirname(path), page);
  // The page is filed with the post, so that the link leads there again.
  return file === '' || page === path || context.titleOfPage(file) === undefined
    ? href
    : `${encodeURI(file)}#${encodeURI(label)}`;
}

function findPlace(
  href: string,
  { labels, fragments }: NamedPlaces,
): { readonly element: Element; readonly name?: string } | undefined {
  const label = percentDecoded(href.replace(/^#/u, '')).replace(/\s+/gu, '-');
  for (const name of [label, label.toLowerCase()]) {
    const element = labels.get(name);
    if (element !== undefined) return { element, name };
  }
  const element = href.startsWith('#') ? (fragments.get(href.slice(1)) ?? fragments.get(label)) : undefined;
  return element && { element };
}

function setWords(link: Element, value: string): void {
  const position = placeOf(link);
  link.children = [{ type: 'text', value, ...(position && { position }) }];
}

/** What stands in the words of a reference for the number or for the words of its place (`Figure %s`, `{number}`, `{name}`). */
const placeholder = /%s|\{(?:number|name)\}/u;

/** A number is what a site counts: where the words of a reference ask for one, those of the place stand for it. */
function fillWords(link: Element, words: () => string, context: PostContext): void {
  const written = textContent(link.children, context);
  if (!placeholder.test(written)) return;
  const rest = written.replace('{name}', '');
  if (!placeholder.test(rest)) {
    setWords(
      link,
      written.replace('{name}', () => words()),
    );
    return;
  }
  tellNumber(link, written, context);
  setWords(link, words());
}

function tellNumber(link: Element, written: string, context: PostContext): void {
  const reason = `“${written}” left out for the words of its place: the number is one that a site counts`;
  report(context, 'html-attr-dropped', { reason, place: placeOf(link) });
}

/** The words that the page of a file in the folder is known by, or the part of it that a fragment names; none where they are not known. */
function titleOfPage(path: string, link: Element, context: PostContext): string {
  const [, fragment = ''] = String(link.properties['href']).split('#');
  const name = percentDecoded(fragment);
  const isPart = ({ words, names }: PageHeading): boolean =>
    names.includes(name) || [slug(plain(words)), mystFragment(plain(words))].includes(name.toLowerCase());
  const title = isMarkdownFile(path)
    ? context.titleOfPage(path, name === '' ? undefined : isPart)
    : undefined;
  const position = placeOf(link);
  const words =
    title?.isMarkdown && position
      ? textContent(inlineMarkdown(title.words, position, context), context)
      : charactersOf(title?.words ?? '');
  return words.replace(/\s+/gu, ' ').trim();
}

/** The words of a heading without the signs that would not be part of its fragment, of which those within words are. */
function plain(words: string): string {
  return words.replace(/[`*]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '');
}

/** An address tells readers no more than no words do. */
function tellAddress(link: Element, href: string, context: PostContext): void {
  const reason = `Link to “${href}” has no words, and no file with a title is there: its address is printed for them`;
  report(context, 'link-empty', { reason, place: placeOf(link) });
}

/** A reference to a place that another post of the publication may have: until that is known, its words are how it calls the place. */
function leaveOpen(link: Element, href: string, context: PostContext): void {
  const { memberOf } = context.options;
  const isMyst = context.dialect === 'myst';
  const isEmpty = link.children.length === 0;
  const written = textContent(link.children, context);
  const isWeb = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(href);
  if (isWeb) {
    const found = isMyst ? registerAddress(href) : undefined;
    if (found !== undefined) link.properties['href'] = found.href;
    // A site prints an address that is given no words.
    if (isEmpty && isMyst) setWords(link, found === undefined ? href : percentDecoded(found.name));
    return;
  }
  const path = percentDecoded(href.split('#')[0] ?? '');
  const isMember = path !== '' && memberOf?.(path) !== undefined;
  const isLabel = isMyst && context.options.nearby?.pageOf?.(href.replace(/^#/u, '')) !== undefined;
  const isName = (isLabel || /^#?[^\s/.#]+$/u.test(href)) && !isMember;
  const isKnown = isMyst || (memberOf !== undefined && (isMember || isName));
  if (isName && memberOf !== undefined && isKnown) link.properties['href'] = `#${href.replace(/^#/u, '')}`;
  const asks = isMyst && placeholder.test(written);
  if (asks && written !== '{name}') tellNumber(link, written, context);
  const isRole = factOf(context, link, 'reference') !== undefined;
  const isAsking = isMyst && !isMember && (isEmpty || isRole || asks);
  const title = isAsking ? titleOfPage(path, link, context) : '';
  if (title !== '') {
    setWords(link, title);
    return;
  }
  if ((!isEmpty && !asks) || !isKnown) return;
  if (path !== '' && !isName && !isMember) tellAddress(link, href, context);
  setWords(link, percentDecoded(href.replace(/^#/u, '')));
  link.properties = { ...link.properties, ...markerFacts(context, { reference: 'open' }) };
}
