import type { PdfReadback } from '../../src/readback/read-pdf.ts';
import type { MarkedContent, StructureNode } from '../../src/readback/structure-node.ts';

/** All elements of one type below a node, in reading order. */
export function elementsOf(node: StructureNode, role: string): readonly StructureNode[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.role === role ? [child, ...elementsOf(child, role)] : elementsOf(child, role);
  });
}

const wordsCompared = 5;

/** The first words that are drawn on each page, labels and back-links left out, without spaces; `undefined` for none. */
export function firstWordsOfPages({ structure, pages }: PdfReadback): readonly (string | undefined)[] {
  const first = new Map<number, MarkedContent>();
  const visit = (node: StructureNode): void => {
    if (node.title?.startsWith('Back to reference ') === true) return;
    for (const child of node.children) {
      if (child.type === 'element') visit(child);
      if (child.type !== 'marked-content' || isLabel(node) || bare(child.text) === '') continue;
      const known = first.get(child.page);
      if (!known || child.mcid < known.mcid) first.set(child.page, child);
    }
  };
  visit(structure);
  return Array.from({ length: pages }, (_, index) => {
    const words = first
      .get(index + 1)
      ?.text.trim()
      .split(/\s+/u)
      .slice(0, wordsCompared)
      .join('');
    return words === undefined ? undefined : bare(words);
  });
}

/** As many characters of a text, spaces left out, as stand behind a place. */
export function wordsAfter(text: string, at: number | undefined, length: number): string {
  return at === undefined ? '' : bare(text.slice(at, at + length * 4 + 100)).slice(0, length);
}

/** Pages chosen by chance, but the same in every run. */
export function randomPages(count: number, wanted: number): readonly number[] {
  let state = 20_260_101;
  const chosen = new Set<number>();
  while (chosen.size < Math.min(wanted, count)) {
    state = (state * 48_271) % 2_147_483_647;
    chosen.add(state % count);
  }
  return [...chosen].toSorted((a, b) => a - b);
}

function isLabel({ standardRole }: StructureNode): boolean {
  return standardRole === 'Lbl';
}

function bare(text: string): string {
  return text.replace(/[\s\p{Default_Ignorable_Code_Point}]+/gu, '');
}
