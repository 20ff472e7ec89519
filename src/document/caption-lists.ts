import type { Figure, Heading, Table } from './document.ts';
import { mapLeaves } from './map-leaves.ts';
import type { LanguageTag } from './language-tag.ts';
import { inlineLine } from './plain-text.ts';
import type { Chapter } from './publication.ts';
import { childrenOf, type Node } from './walk.ts';

/** What has captions that a book lists. */
export type CaptionKind = (Figure | Table)['type'];

/** The kinds in the order of their lists. */
export const captionKinds: readonly CaptionKind[] = ['figure', 'table'];

/** A caption as a list has it. */
export interface ListedCaption {
  /** Of the figure or the table. */
  readonly id: string;
  /** Its words on one line. */
  readonly label: string;
  readonly lang: LanguageTag | undefined;
}

/** A list that stands behind the contents. */
export interface CaptionList {
  readonly kind: CaptionKind;
  readonly heading: Heading;
  readonly captions: readonly ListedCaption[];
}

/** The name of the section of the contents that is such a list: no id of a post begins as its does. */
export function captionListName(kind: CaptionKind): string {
  return `list-of-${kind}s`;
}

/** The lists that the contents among these chapters ask for, by the sections that they have; what has no id is in none. */
export function captionLists(chapters: readonly Chapter[]): readonly CaptionList[] {
  const contents = chapters.find(({ kind }) => kind === 'contents');
  return captionKinds.flatMap((kind) => {
    for (const block of contents?.document.body ?? [])
      if (block.type === 'section' && block.heading.id === `_${captionListName(kind)}`)
        return [{ kind, heading: block.heading, captions: listedCaptions(chapters, kind) }];
    return [];
  });
}

/** How many captions of a kind would be listed. */
export function countCaptions(chapters: readonly Chapter[], kind: CaptionKind): number {
  let count = 0;
  for (const { node } of captioned(chapters)) if (node.type === kind) count += 1;
  return count;
}

/** The same chapters; what lists of these kinds lead to has an id, made from its place in the list where the author gave none. */
export function nameCaptioned(
  chapters: readonly Chapter[],
  kinds: readonly CaptionKind[],
): readonly Chapter[] {
  const ids = new Map<Node, string>();
  const counts = { figure: 0, table: 0 };
  for (const { node } of captioned(chapters)) {
    counts[node.type] += 1;
    if (kinds.includes(node.type)) ids.set(node, node.id ?? `_${node.type}-${counts[node.type]}`);
  }
  if (ids.size === 0) return chapters;
  const mapper = { idOf: (node: Figure | Table) => ids.get(node) };
  return chapters.map((chapter) => ({ ...chapter, document: mapLeaves(chapter.document, mapper) }));
}

function listedCaptions(chapters: readonly Chapter[], kind: CaptionKind): readonly ListedCaption[] {
  const listed: ListedCaption[] = [];
  for (const { node, label, lang } of captioned(chapters))
    if (node.type === kind && node.id !== undefined) listed.push({ id: node.id, label, lang });
  return listed;
}

interface Captioned extends Omit<ListedCaption, 'id'> {
  readonly node: Figure | Table;
}

/** Figures and tables whose caption has words, in reading order. */
function* captioned(chapters: readonly Chapter[]): Generator<Captioned, void, undefined> {
  for (const { document } of chapters) {
    const around = document.metadata.lang;
    const open = [...document.titleBlock, ...document.body].map((node: Node) => ({ node, lang: around }));
    open.reverse();
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const { node } = at;
      const lang = node.lang ?? at.lang;
      if (node.type === 'figure' || node.type === 'table') {
        const [only, ...others] = node.caption?.children ?? [];
        const label = inlineLine(node.caption?.children ?? []);
        const own = others.length === 0 ? only?.lang : undefined;
        if (label !== '') yield { node, label, lang: own ?? node.caption?.lang ?? lang };
      }
      const children = childrenOf(node);
      for (let index = children.length - 1; index >= 0; index -= 1) {
        const child = children[index];
        if (child) open.push({ node: child, lang });
      }
    }
  }
}
