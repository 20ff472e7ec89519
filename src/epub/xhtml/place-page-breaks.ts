import type { Message } from '../../diagnostics/message.ts';
import { reportRule } from '../rules.ts';
import type { Image, Text } from '../../document/inline.ts';
import type { PageStart } from '../../document/page-start.ts';
import type { Chapter } from '../../document/publication.ts';
import { childrenOf, type Node } from '../../document/walk.ts';
import { freeNames } from '../../lists/free-names.ts';

/** The marker of a page: an element that stands where the page begins. */
export interface PageBreak {
  /** The printed label of the page. */
  readonly label: string;
  /** Unique in the publication. */
  readonly id: string;
}

/** A marker inside a text, before the character at `index`. */
export interface BreakInText extends PageBreak {
  readonly index: number;
}

/** Where markers stand: before a node, or inside a text. Each page is in one of them at most. */
export interface PageBreaks {
  readonly before: ReadonlyMap<Node, readonly PageBreak[]>;
  readonly inText: ReadonlyMap<Node, readonly BreakInText[]>;
}

/** The markers, and for each page of the PDF the id of the marker that it leads to. */
export interface PlacedPageBreaks {
  readonly pageBreaks: PageBreaks;
  readonly pages: readonly { readonly label: string; readonly id: string }[];
  readonly messages: readonly Message[];
}

/** No marker anywhere. */
export const noPageBreaks: PageBreaks = { before: new Map(), inText: new Map() };

interface PlaceOptions {
  readonly pageStarts: readonly PageStart[];
  /** Ids that no marker may have. */
  readonly taken: ReadonlySet<string>;
}

/**
 * Places a marker at the first character or picture of each page. Inside links, code blocks and ruby no marker may
 * stand (a link would be called by it, code would hold it): it moves before them, which is reported where characters
 * lie between. At the beginning of what names other elements (headings, captions, labels of callouts) it stands before
 * it, so that no name begins with a page number. A page of which nothing is in the EPUB leads to the marker of the next
 * page, and where none follows to that of the one before.
 */
export function placePageBreaks(
  chapters: readonly Chapter[],
  { pageStarts, taken }: PlaceOptions,
): PlacedPageBreaks {
  const freeId = freeNames({
    taken: new Set(taken),
    firstNumber: 2,
    numbered: (id, number) => `${id}-${number}`,
  });
  const before = new Map<Node, PageBreak[]>();
  const inText = new Map<Node, BreakInText[]>();
  const ids = new Map<PageStart, string>();
  const messages: Message[] = [];
  const leaves = chapters.flatMap(leavesOf);
  let next = 0;
  for (const start of startsInReadingOrder(pageStarts)) {
    const { label, offset } = start;
    while ((leaves[next + 1]?.offset ?? Infinity) <= offset) next += 1;
    const leaf = leaves[next];
    if (leaf === undefined || offset < leaf.offset || offset >= leaf.offset + leaf.length) continue;
    const pageBreak = { label, id: freeId(`page-${label}`) };
    ids.set(start, pageBreak.id);
    const index = startOfCharacter(leaf.node, offset - leaf.offset);
    const anchor = anchorOf(leaf, index);
    if (anchor === undefined) append(inText, leaf.node, { ...pageBreak, index });
    else append(before, anchor.node, pageBreak);
    const units = offset - (anchor?.offset ?? offset);
    if (anchor !== undefined && units > 0) messages.push(moved(label, leaf, { anchor, units }));
  }
  return { pageBreaks: { before, inText }, pages: withTargets(pageStarts, ids), messages };
}

/** A text or picture of the EPUB, and what around it takes its markers, outermost first. */
interface Leaf {
  readonly node: Text | Image;
  readonly offset: number;
  /** A picture counts as one unit. */
  readonly length: number;
  readonly file: string;
  readonly anchors: readonly Anchor[];
}

/** A node before which markers stand: those of everything inside, or only one at its very beginning. */
interface Anchor {
  readonly node: Node;
  readonly takes: 'all' | 'first';
  /** Of the first text or picture inside. */
  offset?: number;
}

/** The texts and pictures of a chapter in reading order, but those of notes, which stand elsewhere than in print. */
function leavesOf({ document }: Chapter): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const visit = (node: Node, anchors: readonly Anchor[]): void => {
    if (node.type === 'note') return;
    if (node.type === 'text' || node.type === 'image') {
      const { offset } = node;
      if (offset === undefined) return;
      for (const anchor of anchors) anchor.offset ??= offset;
      const length = node.type === 'text' ? node.value.length : 1;
      leaves.push({ node, offset, length, file: document.file, anchors });
      return;
    }
    for (const { children, anchor } of anchoredChildren(node)) {
      const around = anchor ? [...anchors, anchor] : anchors;
      for (const child of children) visit(child, around);
    }
  };
  for (const block of [...document.titleBlock, ...document.body]) visit(block, []);
  return leaves;
}

interface AnchoredChildren {
  readonly children: readonly Node[];
  readonly anchor?: Anchor;
}

function anchoredChildren(node: Node): readonly AnchoredChildren[] {
  const children = childrenOf(node);
  switch (node.type) {
    case 'link':
    case 'ruby':
      return [{ children, anchor: { node, takes: 'all' } }];
    case 'heading':
      return [{ children, anchor: { node, takes: 'first' } }];
    case 'code-block':
      return [{ children: node.title ?? [] }, { children: node.lines, anchor: { node, takes: 'all' } }];
    case 'callout':
      return [
        { children: [node.label], anchor: { node: node.label, takes: 'first' } },
        { children: node.children },
      ];
    case 'table': {
      const [caption, rows] = node.caption ? [[node.caption], children.slice(1)] : [[], children];
      return [{ children: caption, anchor: { node, takes: 'first' } }, { children: rows }];
    }
    case 'figure': {
      const { image, link, caption } = node;
      const picture: AnchoredChildren = { children: [image] };
      const linked = link ? { ...picture, anchor: { node: image, takes: 'all' as const } } : picture;
      return [linked, { children: caption ? [caption] : [] }];
    }
    default:
      return [{ children }];
  }
}

/** Where the character begins that a place in a text lies in: of an emoji two units count, and no marker stands between them. */
function startOfCharacter(node: Text | Image, index: number): number {
  const isWithin = node.type === 'text' && /^[\uDC00-\uDFFF]/.test(node.value.charAt(index));
  return isWithin ? index - 1 : index;
}

/** The node before which the marker of a character stands; `undefined` where it can stand at the character. */
function anchorOf(leaf: Leaf, index: number): Anchor | undefined {
  const outer = leaf.anchors.find(
    ({ takes, offset }) => takes === 'all' || (index === 0 && offset === leaf.offset),
  );
  return outer ?? (leaf.node.type === 'image' ? { node: leaf.node, takes: 'all' } : undefined);
}

/**
 * The pages that begin at a place of their own, in the order of the places: a page can begin with the rest of a note that
 * stands further on in reading order. Of pages that begin at one place it is the last, the one that shows what stands there.
 */
function startsInReadingOrder(pageStarts: readonly PageStart[]): readonly PageStart[] {
  const starts = new Map(pageStarts.map((start) => [start.offset, start]));
  return [...starts.values()].toSorted((left, right) => left.offset - right.offset);
}

/** The pages with the id of their own marker, else of the next, else of the last; none where there is no marker at all. */
function withTargets(
  pageStarts: readonly PageStart[],
  ids: ReadonlyMap<PageStart, string>,
): PlacedPageBreaks['pages'] {
  const own = pageStarts.map((start) => ids.get(start));
  let id = own.findLast((known) => known !== undefined);
  if (id === undefined) return [];
  const pages: { readonly label: string; readonly id: string }[] = [];
  for (const [index, { label }] of [...pageStarts.entries()].toReversed()) {
    id = own[index] ?? id;
    pages.push({ label, id });
  }
  return pages.toReversed();
}

const names: Readonly<Partial<Record<Node['type'], string>>> = {
  'code-block': 'a code block',
  ruby: 'text with ruby',
};

function moved(
  label: string,
  leaf: Leaf,
  passed: { readonly anchor: Anchor; readonly units: number },
): Message {
  const inside = names[passed.anchor.node.type] ?? 'a link';
  const reason = `Page ${label} begins inside ${inside}; its marker stands before it, ${passed.units} characters earlier`;
  return reportRule('pagebreak-moved', { reason, file: leaf.file, place: leaf.node.place });
}

function append<T>(map: Map<Node, T[]>, node: Node, value: T): void {
  const known = map.get(node);
  if (known) known.push(value);
  else map.set(node, [value]);
}
