import { nameOf, numberOf } from './pdf-value.ts';
import type { ObjectReference, StructureNode } from './structure-node.ts';
import { isGenerated, structureText } from './structure-text.ts';

/** A link of a post by its tags: the parts of its area, one or more on each of its lines. */
export interface ReadLink {
  readonly areas: readonly ObjectReference[];
}

/** A heading, or the title of a title page. */
export interface ReadHeading {
  readonly role: string;
  readonly text: string;
  /** The first page that has words of it. */
  readonly page: number | undefined;
}

/** What the tags of a PDF say beside words, each in reading order, without what is generated. */
export interface ReadTags {
  /** Alternative texts of pictures and formulas; `undefined` where one has none. */
  readonly alternatives: readonly (string | undefined)[];
  /** Of words that are seen. */
  readonly expansions: readonly string[];
  /** Of each cell of each table what it is, the scope of a header and its spans: `TH Row 1×2`. */
  readonly cells: readonly string[];
  readonly links: readonly ReadLink[];
  readonly headings: readonly ReadHeading[];
  /** The page on which each element with an id begins. */
  readonly pages: ReadonlyMap<string, number>;
}

interface Found extends ReadTags {
  readonly alternatives: (string | undefined)[];
  readonly expansions: string[];
  readonly cells: string[];
  readonly links: ReadLink[];
  readonly headings: ReadHeading[];
  readonly pages: Map<string, number>;
}

/** Whether words have a character that is seen: what has none takes no place on a page. */
const isSeen = (words: string): boolean => /[^\s\p{Default_Ignorable_Code_Point}]/u.test(words);

const heading = /^(?:H\d*|Title)$/u;

/** Reads what the tags say beside words. */
export function readTags(root: StructureNode): ReadTags {
  const found: Found = {
    alternatives: [],
    expansions: [],
    cells: [],
    links: [],
    headings: [],
    pages: new Map(),
  };
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    // A label is generated, but the link around it is not.
    if (node.standardRole !== 'Lbl' && isGenerated(node)) continue;
    addNode(node, found);
    for (const child of node.children.toReversed()) if (child.type === 'element') open.push(child);
  }
  return found;
}

function addNode(node: StructureNode, found: Found): void {
  const { standardRole: role, alt, expansion, id } = node;
  if (alt !== undefined || role === 'Figure' || role === 'Formula') found.alternatives.push(alt);
  if (expansion !== undefined && isSeen(structureText(node))) found.expansions.push(expansion);
  if (role === 'TH' || role === 'TD') found.cells.push(cellOf(node));
  if (role === 'Link')
    found.links.push({ areas: node.children.flatMap((kid) => (kid.type === 'object-reference' ? kid : [])) });
  if (heading.test(node.role)) {
    const text = structureText(node);
    found.headings.push({ role: node.role, text, page: firstPage(node) });
  }
  const page = id === undefined ? undefined : firstPage(node);
  if (id !== undefined && page !== undefined) found.pages.set(id, page);
}

function cellOf({ standardRole, attributes }: StructureNode): string {
  const valueOf = (key: string): string | number | undefined => {
    const values = attributes.map((entries) => entries.get(key)).filter((value) => value !== undefined);
    return nameOf(values[0]) ?? numberOf(values[0]);
  };
  const headers = attributes.some((entries) => entries.has('Headers')) ? ' with headers' : '';
  const scope = valueOf('Scope');
  const spans = `${valueOf('RowSpan') ?? 1}×${valueOf('ColSpan') ?? 1}`;
  return `${standardRole}${scope === undefined ? '' : ` ${scope}`} ${spans}${headers}`;
}

function firstPage(node: StructureNode): number | undefined {
  const open: StructureNode['children'][number][] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.type === 'marked-content') return next.page;
    if (next.type === 'element') for (const child of next.children.toReversed()) open.push(child);
  }
  return undefined;
}
