import type { Table } from '../document/document.ts';
import type { Inline, LinkTarget } from '../document/inline.ts';
import { inlineLine } from '../document/plain-text.ts';
import type { Chapter, Publication } from '../document/publication.ts';
import { spokenText } from '../document/spoken-text.ts';
import { type Node, childrenOf } from '../document/walk.ts';

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

/** What the tags of a PDF have to say beside words, in reading order: read out of the model alone, as `readTags` reads the file. */
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

/** PDF 1.7 has a role for each level of headings; the profile ends at this one. */
const deepestHeading = 7;

/** What the tags of the PDF of a publication have to say. */
export function modelTags({ form, metadata, chapters, cover }: Publication): ModelTags {
  const found: Found = { words: [], alternatives: [], expansions: [], cells: [], links: [], headings: [] };
  if (form === 'collection' && cover && !cover.drawn) found.alternatives.push(cover.image.alt);
  let division: string | undefined;
  for (const chapter of chapters) {
    const lang = chapter.document.metadata.lang ?? division ?? metadata.lang;
    if (chapter.kind === 'division') division = chapter.document.metadata.lang;
    addChapter(chapter, lang, found);
  }
  return found;
}

function addChapter({ kind, document }: Chapter, lang: string | undefined, found: Found): void {
  const open: { readonly node: Node; readonly lang: string | undefined }[] = [];
  const push = (nodes: readonly Node[], outer: string | undefined): void => {
    for (const node of nodes.toReversed()) open.push({ node, lang: node.lang ?? outer });
  };
  push([...document.titleBlock, ...document.body], lang);
  const isTitle = new Set<Node>(kind === 'title-page' ? document.titleBlock : []);
  for (let next = open.pop(); next; next = open.pop()) {
    const { node } = next;
    if (node.type === 'text') found.words.push({ text: node.value, lang: next.lang });
    else if (node.type === 'heading') addHeading(node, isTitle.has(node), found);
    else addOther(node, found);
    push(childrenOf(node), next.lang);
  }
}

function addHeading(
  { id, level, children }: Extract<Node, { readonly type: 'heading' }>,
  isTitle: boolean,
  found: Found,
): void {
  const role = isTitle ? 'Title' : `H${Math.min(level, deepestHeading)}`;
  found.headings.push({ id, role, text: inlineLine(children) });
}

function addOther(node: Node, found: Found): void {
  switch (node.type) {
    case 'image':
      if (!node.decorative) found.alternatives.push(node.alt);
      return;
    case 'span':
      if (node.kind === 'abbreviation' && node.expansion !== undefined) found.expansions.push(node.expansion);
      return;
    case 'table-cell':
      found.cells.push(cellOf(node));
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

function cellOf({ header, children, rowSpan, colSpan }: Table['body'][number]['cells'][number]): string {
  // A header cell without words heads nothing.
  const isHeader = header !== undefined && children.length > 0;
  return `${isHeader ? `TH ${header === 'row' ? 'Row' : 'Column'}` : 'TD'} ${rowSpan}×${colSpan}`;
}

function wordsOf(inlines: readonly Inline[]): string {
  return spokenText(inlines, ({ alt = '' }) => ` ${alt} `);
}
