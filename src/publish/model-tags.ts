import type { Format } from '../diagnostics/message.ts';
import type { Table } from '../document/document.ts';
import type { Inline, LinkTarget } from '../document/inline.ts';
import { inlineLine, inlineText } from '../document/plain-text.ts';
import type { Chapter, Publication } from '../document/publication.ts';
import { spokenText } from '../document/spoken-text.ts';
import { type Node, childrenOf } from '../document/walk.ts';
import { appendAll } from '../lists/append-all.ts';
import { seenOf } from './seen-of.ts';

/** A link as its post has it. */
export interface ModelLink {
  readonly target: LinkTarget;
  /** What its name has to say: the words that are seen, and the title. */
  readonly said: readonly string[];
}

/** A heading as its post has it; its role is that of its tag. */
export interface ModelHeading {
  readonly id: string;
  readonly role: string;
  readonly text: string;
}

/** What the tags of a file have to say beside words, in reading order: read out of the model alone, as `readTags` and `readXhtmlTags` read the file. */
export interface ModelTags {
  readonly words: readonly { readonly text: string; readonly lang: string | undefined }[];
  readonly alternatives: readonly (string | undefined)[];
  readonly expansions: readonly string[];
  readonly cells: readonly string[];
  readonly links: readonly ModelLink[];
  readonly headings: readonly ModelHeading[];
}

interface Found extends ModelTags {
  readonly words: { text: string; lang: string | undefined }[];
  readonly alternatives: (string | undefined)[];
  readonly expansions: string[];
  readonly cells: string[];
  readonly links: ModelLink[];
  readonly headings: ModelHeading[];
}

interface Collecting {
  readonly format: Format;
  /** What stands outside the notes, then what each note says; in a PDF notes are among the rest. */
  readonly groups: [Found, ...Found[]];
}

/** PDF 1.7 has a role for each level of headings; the profile ends at this one. */
const deepestHeading = 7;

/** What the tags of a file of a publication have to say. */
export function modelTags(publication: Publication, format: Format): ModelTags {
  const { metadata, chapters } = publication;
  const to: Collecting = { format, groups: [nothing()] };
  appendAll(to.groups[0].alternatives, coverOf(publication, format));
  let division: string | undefined;
  for (const chapter of chapters) {
    if (format === 'epub' && chapter.kind === 'contents') continue;
    const own = chapter.document.metadata.lang;
    addChapter(chapter, own ?? (format === 'epub' ? 'und' : (division ?? metadata.lang)), to);
    if (chapter.kind === 'division') division = own;
  }
  return {
    words: to.groups.flatMap(({ words }) => words),
    alternatives: to.groups.flatMap(({ alternatives }) => alternatives),
    expansions: to.groups.flatMap(({ expansions }) => expansions),
    cells: to.groups.flatMap(({ cells }) => cells),
    links: to.groups.flatMap(({ links }) => links),
    headings: to.groups.flatMap(({ headings }) => headings),
  };
}

function nothing(): Found {
  return { words: [], alternatives: [], expansions: [], cells: [], links: [], headings: [] };
}

/** What a page with the cover says, where there is one: in a PDF a drawn one is an artifact, of a post alone only a given one has a page. */
function coverOf({ form, cover }: Publication, format: Format): readonly (string | undefined)[] {
  if (!cover) return [];
  const { alt } = cover.image;
  if (form === 'post') return format === 'epub' && !cover.drawn && alt !== undefined ? [alt] : [];
  return format === 'pdf' && cover.drawn ? [] : [alt];
}

interface Open {
  readonly node: Node;
  readonly lang: string | undefined;
  readonly found: Found;
}

function addChapter({ kind, document }: Chapter, lang: string | undefined, to: Collecting): void {
  const open: Open[] = [];
  const push = (nodes: readonly Node[], outer: Omit<Open, 'node'>): void => {
    for (const node of nodes.toReversed()) open.push({ ...outer, node, lang: node.lang ?? outer.lang });
  };
  push([...document.titleBlock, ...document.body], { lang, found: to.groups[0] });
  const isTitle = new Set<Node>(kind === 'title-page' ? document.titleBlock : []);
  for (let next = open.pop(); next; next = open.pop()) {
    const { node } = next;
    let { found } = next;
    if (node.type === 'text') found.words.push({ text: node.value, lang: next.lang });
    else if (node.type === 'heading')
      addHeading(node, isTitle.has(node) && to.format === 'pdf', { found, format: to.format });
    else if (node.type === 'note' && to.format === 'epub') to.groups.push((found = nothing()));
    else addOther(node, found, to.format);
    push(childrenOf(node), { lang: next.lang, found });
  }
}

function addHeading(
  { id, level, children }: Extract<Node, { readonly type: 'heading' }>,
  isTitle: boolean,
  { found, format }: { readonly found: Found; readonly format: Format },
): void {
  const deepest = format === 'pdf' ? Math.min(level, deepestHeading) : level;
  const role = isTitle ? 'Title' : `H${deepest}`;
  found.headings.push({ id, role, text: inlineLine(children) });
}

function addOther(node: Node, found: Found, format: Format): void {
  switch (node.type) {
    case 'image':
      if (!node.decorative) found.alternatives.push(node.alt);
      return;
    case 'span':
      // PDF 1.7 has an expansion for abbreviations alone, and a page no place for what is not seen.
      if (node.expansion !== undefined && (format === 'epub' || isSeenAbbreviation(node)))
        found.expansions.push(node.expansion);
      return;
    case 'table-cell':
      found.cells.push(cellOf(node, format));
      return;
    case 'link':
      found.links.push({ target: node.target, said: [wordsOf(node.children), node.title ?? ''] });
      return;
    case 'note-reference':
      found.links.push({ target: { kind: 'internal', id: node.noteId }, said: [node.label] });
      return;
    case 'figure':
      if (node.link) found.links.push({ target: node.link, said: [wordsOf([node.image])] });
      return;
    default:
  }
}

function isSeenAbbreviation({ kind, children }: Extract<Node, { readonly type: 'span' }>): boolean {
  return kind === 'abbreviation' && seenOf(inlineText(children)) !== '';
}

function cellOf(
  { header, children, rowSpan, colSpan }: Table['body'][number]['cells'][number],
  format: Format,
): string {
  // To a PDF a header cell without words heads nothing.
  const isHeader = header !== undefined && (format === 'epub' || children.length > 0);
  return `${isHeader ? `TH ${header === 'row' ? 'Row' : 'Column'}` : 'TD'} ${rowSpan}×${colSpan}`;
}

function wordsOf(inlines: readonly Inline[]): string {
  return spokenText(inlines, ({ alt = '' }) => ` ${alt} `);
}
