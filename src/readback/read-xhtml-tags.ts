import type { Element } from 'xast';
import type { ContentDocument } from './read-epub.ts';
import { attributeOf, descendants } from './xml-tree.ts';
import { isGenerated } from './xhtml-text.ts';

/** What the tags of an EPUB say beside words, each in the order of the spine, those of notes last, without what is generated. */
export interface XhtmlTags {
  readonly words: readonly { readonly text: string; readonly lang: string | undefined }[];
  /** Of pictures; `undefined` where one has none. */
  readonly alternatives: readonly (string | undefined)[];
  readonly expansions: readonly string[];
  /** As of `ReadTags`. */
  readonly cells: readonly string[];
  /** The level of each heading as `H2`, then its words. */
  readonly headings: readonly { readonly role: string; readonly text: string }[];
  /** Addresses outside of the publication. */
  readonly addresses: readonly string[];
}

interface Found extends XhtmlTags {
  readonly words: { text: string; lang: string | undefined }[];
  readonly alternatives: (string | undefined)[];
  readonly expansions: string[];
  readonly cells: string[];
  readonly headings: { role: string; text: string }[];
  readonly addresses: string[];
}

function nothing(): Found {
  return { words: [], alternatives: [], expansions: [], cells: [], headings: [], addresses: [] };
}

/** Reads what the tags of content documents say beside words. */
export function readXhtmlTags(documents: readonly ContentDocument[]): XhtmlTags {
  const [main, notes] = [nothing(), nothing()];
  for (const { tree } of documents)
    for (const html of descendants(tree, 'html'))
      for (const body of descendants(html, 'body'))
        addBody(body, languageOf(body) ?? languageOf(html), { main, notes });
  return {
    words: [...main.words, ...notes.words],
    alternatives: [...main.alternatives, ...notes.alternatives],
    expansions: [...main.expansions, ...notes.expansions],
    cells: [...main.cells, ...notes.cells],
    headings: [...main.headings, ...notes.headings],
    addresses: [...main.addresses, ...notes.addresses],
  };
}

interface Open {
  readonly node: Element['children'][number];
  readonly lang: string | undefined;
  readonly found: Found;
}

function addBody(
  body: Element,
  lang: string | undefined,
  { main, notes }: { readonly main: Found; readonly notes: Found },
): void {
  const open: Open[] = [{ node: body, lang, found: main }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node } = next;
    if (node.type === 'text' || node.type === 'cdata')
      next.found.words.push({ text: node.value, lang: next.lang });
    if (node.type !== 'element' || isGenerated(node)) continue;
    const found = attributeOf(node, 'role') === 'doc-endnotes' ? notes : next.found;
    addElement(node, found);
    const own = languageOf(node) ?? next.lang;
    for (const child of node.children.toReversed()) open.push({ node: child, lang: own, found });
  }
}

/** The attribute that counts in XML; EPUBCheck asks that `lang` says the same (EPUB 3.3 §6.1.3). */
function languageOf(element: Element): string | undefined {
  return attributeOf(element, 'xml:lang');
}

function addElement(element: Element, found: Found): void {
  const { name } = element;
  const title = attributeOf(element, 'title');
  const href = attributeOf(element, 'href') ?? '';
  if (name === 'img' && attributeOf(element, 'role') !== 'presentation')
    found.alternatives.push(attributeOf(element, 'alt'));
  if ((name === 'abbr' || name === 'dfn') && title !== undefined) found.expansions.push(title);
  const role = headingRole(element);
  if (role !== undefined) found.headings.push({ role, text: wordsOf(element) });
  if (name === 'th' || name === 'td') found.cells.push(cellOf(element));
  if (name === 'a' && /^[a-z][a-z0-9+.-]*:/iu.test(href)) found.addresses.push(href);
}

/** The level of a heading: HTML has six, ARIA all others. */
function headingRole(element: Element): string | undefined {
  if (/^h[1-6]$/u.test(element.name)) return element.name.toUpperCase();
  if (attributeOf(element, 'role') !== 'heading') return undefined;
  return `H${attributeOf(element, 'aria-level') ?? ''}`;
}

/** The words of an element, without what is generated; a break between lines is a space. */
function wordsOf(element: Element): string {
  const parts: string[] = [];
  const open: Element['children'] = [...element.children].toReversed();
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'text' || node.type === 'cdata') parts.push(node.value);
    if (node.type !== 'element' || isGenerated(node)) continue;
    if (node.name === 'br') parts.push(' ');
    for (const child of node.children.toReversed()) open.push(child);
  }
  return parts.join('');
}

const scopes: Readonly<Record<string, string>> = { col: ' Column', row: ' Row' };

function cellOf(element: Element): string {
  const scope = attributeOf(element, 'scope');
  const said = scope === undefined ? '' : (scopes[scope] ?? ` ${scope}`);
  const spans = `${attributeOf(element, 'rowspan') ?? 1}×${attributeOf(element, 'colspan') ?? 1}`;
  const headers = attributeOf(element, 'headers') === undefined ? '' : ' with headers';
  return `${element.name.toUpperCase()}${said} ${spans}${headers}`;
}
